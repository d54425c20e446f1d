package io.fairlead.billing.run;

import io.fairlead.billing.event.BillingRunStarted;
import io.fairlead.billing.invoice.WorkNames;
import io.fairlead.billing.retainer.RetainerId;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Port: what a billing run may propose, fetched and not decided. The views behind it stand at the run's position or later;
 * {@link InvoiceGrouping} makes invoices of it, aggregates decide.
 */
public interface UnbilledWorkLookup {

    /** What contracts agree on that decides who pays what and how it is taxed. */
    BillingTerms terms();

    /**
     * Everything unbilled that the run asks for and that nothing holds or defers, by contract, day of service and source; of
     * limited work, what has funds.
     *
     * @param reader is given one after the other, so that a run of any size fits into memory
     */
    void ready(BillingRunStarted run, Consumer<BillableSource> reader);

    /**
     * Scheduled instalments of the run's contracts whose day has come by its cut-off.
     *
     * @return billing-item:<uuid>
     */
    List<String> due(BillingRunStarted run);

    /** Returns when the views behind {@link #ready} have seen everything stored by now. */
    void awaitAll();

    /**
     * Contract lines with a retainer that may have something left.
     *
     * @param contractIds contract:<key>
     * @return by contract and line number; contracts without any may be missing
     */
    Map<String, Map<Integer, RetainerId>> retainers(Collection<String> contractIds);

    /**
     * What invoices have claimed already; the views behind it stand at the log's head.
     *
     * @param invoiceIds invoice:<uuid>
     * @return by source and portion
     */
    List<ClaimedPart> claimedBy(Collection<String> invoiceIds);

    /**
     * What these drafts hold the funds of, claimed or not.
     *
     * @param invoiceIds invoice:<uuid>
     * @return by source
     */
    List<FundedPart> fundedBy(Collection<String> invoiceIds);

    /**
     * Who did what for which project, by name, as their documents tell it.
     *
     * @param sourceIds time-entry:<uuid>, billing-item:<uuid> or expense:<uuid>
     * @return by source; of what nothing is known none
     */
    Map<String, WorkNames> named(Collection<String> sourceIds);

    /**
     * A part of a source that stands on a draft.
     *
     * @param invoiceId the draft
     * @param source of it, as it stands now
     * @param portionNo of the source, from 1
     * @param seconds of the part; 0 for items
     * @param amount of the part
     */
    record ClaimedPart(String invoiceId, BillableSource source, int portionNo, int seconds, BigDecimal amount) {}

    /**
     * A part of a source whose funds a draft holds.
     *
     * @param invoiceId the draft
     * @param source of it, as it stands now
     * @param amount of the part
     */
    record FundedPart(String invoiceId, BillableSource source, BigDecimal amount) {}
}
