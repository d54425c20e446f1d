package io.fairlead.billing.view;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One time entry or billing item on no draft, with what its invoice line needs.
 *
 * @param sourceId time-entry:<uuid>, billing-item:<uuid> or expense:<uuid>
 * @param contractId contract:<key>
 * @param payerId customer:<code>
 * @param legalEntityId legal-entity:<code>
 * @param poRequired whether the contract's payer wants a purchase order; null means no
 * @param poNumber purchase order of the contract; null means none
 * @param currency ISO 4217
 * @param projectId project:<key>
 * @param lineNo contract line
 * @param personId who worked or spent; null for items
 * @param author who entered it; null when nobody of the firm did
 * @param description note of the time or text of the item; null when nothing was said
 * @param serviceDate day of work or acceptance
 * @param seconds time on no draft; 0 for items
 * @param price of secondsPerUnit seconds; null for items
 * @param secondsPerUnit null for items
 * @param ready on no draft, granted or not
 * @param granted funds that it has reserved of the order; 0 where it has none or no limit holds
 * @param contractLimit of the whole contract; null means none
 * @param lineLimit of the contract line; null means none
 * @param orderLimit the lowest of the contract's orders that are drawn; null means none has one
 * @param portionNo number that its next portion gets, from 1
 * @param invoicePer CONTRACT or PROJECT; null means CONTRACT
 * @param disbursement whether it is an expense paid on behalf of the customer, outside tax
 * @param held what drafts and invoices have of it or have lost of it, where its contract has several payers; else empty
 */
public record Billable(
        String sourceId,
        String contractId,
        String payerId,
        String legalEntityId,
        @Nullable Boolean poRequired,
        @Nullable String poNumber,
        String currency,
        String projectId,
        int lineNo,
        @Nullable String personId,
        @Nullable String author,
        @Nullable String description,
        LocalDate serviceDate,
        int seconds,
        @Nullable BigDecimal price,
        @Nullable Integer secondsPerUnit,
        BigDecimal ready,
        BigDecimal granted,
        @Nullable BigDecimal contractLimit,
        @Nullable BigDecimal lineLimit,
        @Nullable BigDecimal orderLimit,
        int portionNo,
        @Nullable String invoicePer,
        boolean disbursement,
        List<Held> held) {

    /**
     * What one draft or invoice claimed of it, less what came back to be billed again.
     *
     * @param payerId whose the draft or invoice is, customer:<code>; null when no plan is known
     * @param seconds 0 for items
     * @param amount without what a review adjusted
     * @param claimed false of a draft that holds the funds of a part alone, whose seconds nobody says yet
     */
    public record Held(String invoiceId, @Nullable String payerId, int seconds, BigDecimal amount, boolean claimed) {}
}
