package io.fairlead.gateway.erp;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;

/**
 * The commit of a staged and issued invoice: its number and dates, and the totals that are verified before and after.
 *
 * @param accountingDate may differ from the staged one; a refused posting is tried with another date as the next
 * version
 */
public record PostingData(
        String invoiceId,
        int version,
        String company,
        String number,
        LocalDate issueDate,
        LocalDate accountingDate,
        LocalDate dueDate,
        String currency,
        BigDecimal net,
        BigDecimal tax,
        BigDecimal gross)
        implements DeliveryPayload {

    @Override
    public DeliveryKind kind() {
        return DeliveryKind.COMMIT_INVOICE;
    }

    @Override
    public String aggregateId() {
        return invoiceId;
    }

    @Override
    public String lane() {
        return DeliveryPayload.invoiceLane(invoiceId);
    }

    @Override
    public Set<String> needs() {
        return Set.of();
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
