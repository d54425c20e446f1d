package io.fairlead.app.process;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Lets a process wait for those that prepare what it takes: everything approved before a billing run is priced then, and what
 * limits grant of it is known, whatever else is going on. Thread-safe.
 */
public final class AwaitBillableWork implements LongConsumer {

    private static final long LOOK_NANOS = 5_000_000;

    private final List<LongSupplier> pricing;
    private final List<LongSupplier> funding;
    private final LongSupplier head;
    private final Runnable awaitViewsAtHead;
    private final Duration patience;

    /**
     * @param pricing positions of the processes that make billable what was approved
     * @param funding positions of those that ask limits for it; waited for until they have seen what pricing did
     * @param head position of the last event in the log
     * @param awaitViewsAtHead returns when the views have seen everything stored by now
     * @param patience how long each wait takes at most
     */
    public AwaitBillableWork(
            List<LongSupplier> pricing,
            List<LongSupplier> funding,
            LongSupplier head,
            Runnable awaitViewsAtHead,
            Duration patience) {
        this.pricing = List.copyOf(pricing);
        this.funding = List.copyOf(funding);
        this.head = head;
        this.awaitViewsAtHead = awaitViewsAtHead;
        this.patience = patience;
    }

    /** @throws IllegalStateException when one of them does not come that far in time */
    @Override
    public void accept(long position) {
        pricing.forEach(process -> await(process, position));
        var priced = head.getAsLong();
        funding.forEach(process -> await(process, priced));
        awaitViewsAtHead.run();
    }

    private void await(LongSupplier process, long position) {
        var end = System.nanoTime() + patience.toNanos();
        while (process.getAsLong() < position) {
            if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("what prices work and asks limits for it stands at "
                        + process.getAsLong() + ", not yet at " + position);
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }
}
