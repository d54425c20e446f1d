package io.fairlead.app.lookup;

import io.fairlead.log.EventLog;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Lets those who price work wait for the views of rates, contracts and people, and for no others: an approval carries what
 * it was about. Tells {@link ViewPricing} when to read anew. Thread-safe.
 */
public final class AwaitMasterData implements LongConsumer, LongSupplier {

    private final MasterDataChanges changes;
    private final LongConsumer awaitViews;
    private final AtomicLong known = new AtomicLong();

    /** @param awaitViews returns when the views have reached a position, else throws */
    public AwaitMasterData(EventLog log, LongConsumer awaitViews) {
        this.changes = new MasterDataChanges(log);
        this.awaitViews = awaitViews;
    }

    /** Returns when all master data stored up to the position of an event stands in the views. */
    @Override
    public void accept(long position) {
        long changed = changes.lastUpTo(position);
        awaitViews.accept(changed);
        known.accumulateAndGet(changed, Math::max);
    }

    /** Position of the last change of master data that the views are known to hold. */
    @Override
    public long getAsLong() {
        return known.get();
    }
}
