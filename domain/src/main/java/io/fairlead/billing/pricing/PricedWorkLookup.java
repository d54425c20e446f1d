package io.fairlead.billing.pricing;

import io.fairlead.billing.event.BillingRunStarted;
import io.fairlead.shared.Rate;
import java.math.BigDecimal;
import java.util.List;

/** Port: unbilled time whose amount a run fixes before it drafts; the views behind it stand at the run's position or later. */
public interface PricedWorkLookup {

    /**
     * Whole unbilled entries that the run may take, of contracts that round per line or price at the invoice date in another
     * currency; by contract, day of service and id.
     */
    List<PricedWork> toFix(BillingRunStarted run);

    /** Returns when the views have seen everything stored by now. */
    void catchUp();

    /**
     * An unbilled entry.
     *
     * @param timeEntryId time-entry:<uuid>
     * @param version which was priced
     * @param contractId contract:<key>
     * @param lineNo contract line
     * @param projectId project:<key>
     * @param personId who worked
     * @param perLine whether the contract rounds per line
     * @param atInvoiceDate whether the contract prices at the invoice date
     * @param seconds billed time
     * @param rate with the exchange rate of its price, if any
     * @param amount now, at the contract currency's digits
     */
    record PricedWork(
            String timeEntryId,
            int version,
            String contractId,
            int lineNo,
            String projectId,
            String personId,
            boolean perLine,
            boolean atInvoiceDate,
            int seconds,
            Rate rate,
            BigDecimal amount) {

        public PricedWork at(Rate other) {
            return new PricedWork(
                    timeEntryId,
                    version,
                    contractId,
                    lineNo,
                    projectId,
                    personId,
                    perLine,
                    atInvoiceDate,
                    seconds,
                    other,
                    amount);
        }
    }
}
