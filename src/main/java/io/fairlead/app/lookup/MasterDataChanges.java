package io.fairlead.app.lookup;

import io.fairlead.billing.cash.ReceiptId;
import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.billing.invoice.NumberSeriesId;
import io.fairlead.billing.item.BillingItemId;
import io.fairlead.billing.retainer.RetainerId;
import io.fairlead.billing.run.BillingRunId;
import io.fairlead.exception.ExceptionId;
import io.fairlead.expense.ExpenseId;
import io.fairlead.funding.FundingId;
import io.fairlead.log.EventLog;
import io.fairlead.revenue.ObligationId;
import io.fairlead.time.TimeEntryId;
import io.fairlead.time.cost.LabourCostId;
import java.util.Set;

/**
 * Tells when contracts, rates, people and the like last changed, so that {@link PriceTables} are read again then and not for
 * each entry of time, and nobody waits for views of anything else. Looks through the log once. Thread-safe.
 */
final class MasterDataChanges {

    /** What is stored all day long and never changes master data; any other kind counts as a change. */
    private static final Set<String> DAILY = Set.of(
            TimeEntryId.KIND,
            LabourCostId.KIND,
            BillingItemId.KIND,
            RetainerId.KIND,
            ExpenseId.KIND,
            BillingRunId.KIND,
            InvoiceId.KIND,
            NumberSeriesId.KIND,
            ReceiptId.KIND,
            ObligationId.KIND,
            ExceptionId.KIND,
            FundingId.KIND);

    private static final int PAGE = 1_000;
    private static final long LOOK_THROUGH_MAX = 20_000;

    private final EventLog log;
    private volatile Seen seen = new Seen(-1, -1);

    /**
     * @param upTo position up to which the log was looked through
     * @param changedAt position of the last change, or where the looking began
     */
    private record Seen(long upTo, long changedAt) {}

    MasterDataChanges(EventLog log) {
        this.log = log;
    }

    /**
     * Position of the last change at or before a position, or of a later one that is known already.
     *
     * @param position of a stored event
     */
    long lastUpTo(long position) {
        var known = seen;
        return position <= known.upTo() ? known.changedAt() : lookThrough(position);
    }

    private synchronized long lookThrough(long wanted) {
        if (seen.upTo() < 0 || wanted - seen.upTo() > LOOK_THROUGH_MAX) {
            seen = new Seen(wanted, wanted); // At first, and after a long time away, one reading is cheaper.
        }
        while (seen.upTo() < wanted) {
            var page = log.after(seen.upTo(), (int) Math.min(PAGE, wanted - seen.upTo()));
            if (page.isEmpty()) {
                throw new IllegalStateException("position " + wanted + " is ahead of the log");
            }
            var changedAt = seen.changedAt();
            for (var event : page) {
                if (!DAILY.contains(kindOf(event.aggregateId()))) {
                    changedAt = event.position();
                }
            }
            seen = new Seen(page.getLast().position(), changedAt);
        }
        return seen.changedAt();
    }

    private static String kindOf(String aggregateId) {
        return aggregateId.substring(0, Math.max(0, aggregateId.indexOf(':')));
    }
}
