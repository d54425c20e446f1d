package io.fairlead.gateway.erp;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Money that is paid out to a customer, as the ERP is to keep it; goes out when its customer is confirmed, or at
 * once to a payer whom nobody knows.
 *
 * @param refundRef reference of this refund, refund:<uuid>
 * @param documentId that owed it: credit-note:<uuid>, an invoice below 0, or receipt:<key> of money that was paid in
 * @param version which refund of the document it is, from 1
 * @param customerId customer:<code>; null of money of an unknown payer
 * @param gross what leaves
 */
public record RefundData(
        String refundRef,
        String documentId,
        int version,
        @Nullable String customerId,
        String company,
        BigDecimal gross,
        String currency,
        LocalDate accountingDate)
        implements DeliveryPayload {

    @Override
    public DeliveryKind kind() {
        return DeliveryKind.PAY_OUT;
    }

    @Override
    public String aggregateId() {
        return documentId;
    }

    @Override
    public String externalRef() {
        return refundRef;
    }

    /** Of its own: refunds of one document replace nothing. */
    @Override
    public String lane() {
        return refundRef;
    }

    @Override
    public Set<String> needs() {
        return customerId == null ? Set.of() : Set.of(DeliveryPayload.customerLane(customerId));
    }

    @Override
    public BigDecimal moneyAtStake() {
        return gross;
    }

    @Override
    public String atStakeIn() {
        return currency;
    }
}
