package io.fairlead.gateway.erp;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What changes a customer's account beside documents and refunds, as the ERP is to book it; goes out when its customer
 * is confirmed, or at once while nobody knows whose money it is.
 *
 * @param bookingRef reference of this booking, booking:<uuid>
 * @param subjectId whose stream says so, receipt:<key> or invoice:<uuid>
 * @param version by the place of its event in that stream, from 1
 * @param what MONEY_IN, MONEY_ASSIGNED (what was in on nobody's account), MONEY_BACK, WITHHOLDING, SMALL_REST, CASH_DISCOUNT or
 *     BAD_DEBT
 * @param customerId customer:<code>; null of money of an unknown payer
 * @param amount above 0 the customer owes more
 * @param tax of the amount, by how much the tax is higher; null of money
 * @param invoiceId what is not paid of it, invoice:<uuid>; null of money
 */
public record AccountBooking(
        String bookingRef,
        String subjectId,
        int version,
        String what,
        @Nullable String customerId,
        String company,
        BigDecimal amount,
        @Nullable BigDecimal tax,
        String currency,
        LocalDate accountingDate,
        @Nullable String invoiceId)
        implements DeliveryPayload {

    @Override
    public DeliveryKind kind() {
        return DeliveryKind.BOOK_ACCOUNT;
    }

    @Override
    public String aggregateId() {
        return subjectId;
    }

    @Override
    public String externalRef() {
        return bookingRef;
    }

    /** Of its own: bookings replace nothing and wait for none. */
    @Override
    public String lane() {
        return bookingRef;
    }

    @Override
    public Set<String> needs() {
        return customerId == null ? Set.of() : Set.of(DeliveryPayload.customerLane(customerId));
    }

    @Override
    public BigDecimal moneyAtStake() {
        return amount.abs();
    }

    @Override
    public String atStakeIn() {
        return currency;
    }
}
