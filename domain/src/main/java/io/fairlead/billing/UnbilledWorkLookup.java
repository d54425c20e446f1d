package io.fairlead.billing;

import io.fairlead.billing.event.BillingRunStarted;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Port: what a billing run may propose. The views behind it stand at the run's position or later; aggregates decide. */
public interface UnbilledWorkLookup {

    /** Everything unbilled that the run asks for, by contract, payer and purchase order. */
    List<Group> unbilled(BillingRunStarted run);

    /**
     * Scheduled instalments of the run's contracts whose day has come by its cut-off.
     *
     * @return billing-item:<uuid>
     */
    default List<String> due(BillingRunStarted run) {
        return List.of();
    }

    /** Returns when the views behind {@link #unbilled} have seen everything stored by now. */
    default void awaitAll() {}

    /**
     * Contract lines with a retainer that may have something left.
     *
     * @param contractIds contract:<key>
     * @return by contract and line number; contracts without any may be missing
     */
    default Map<String, Map<Integer, RetainerId>> retainers(Collection<String> contractIds) {
        return Map.of();
    }

    /**
     * What invoices have claimed already; the views behind it stand at the log's head.
     *
     * @param invoiceIds invoice:<uuid>
     * @return by invoice; those without claims may be missing
     */
    Map<String, List<Source>> claimedBy(Collection<String> invoiceIds);

    /**
     * What goes on one invoice.
     *
     * @param contractId contract:<key>
     * @param customerId payer, customer:<code>
     * @param currency ISO 4217
     * @param poRequired whether the payer wants a purchase order
     * @param poNumber the order; null means none
     * @param amount sum of the sources
     * @param sources by day of service
     */
    record Group(
            String contractId,
            String customerId,
            String currency,
            boolean poRequired,
            @Nullable String poNumber,
            BigDecimal amount,
            List<Source> sources) {

        /** Whether it must wait for a purchase order. */
        public boolean purchaseOrderMissing() {
            return poRequired && poNumber == null;
        }
    }

    /**
     * One entry or item.
     *
     * @param line as it will stand on the invoice
     * @param author who entered it, issuer|subject
     */
    record Source(DraftLine line, String author) {}
}
