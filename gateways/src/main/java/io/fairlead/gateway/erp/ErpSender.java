package io.fairlead.gateway.erp;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;

/**
 * Takes due deliveries and pushes them, lanes side by side. Every wait lives in the table, so a restart loses
 * nothing; no database transaction is open while the ERP is spoken to.
 */
final class ErpSender implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(ErpSender.class.getName());
    private static final Duration RETRY_AFTER_MAX = Duration.ofHours(1);

    private final DeliveryStore deliveries;
    private final ErpAdapter erp;
    private final ErpSettings settings;
    private final Backoff backoff;
    private final Runnable onMoved;
    private final BooleanSupplier mayAct;
    private final Semaphore free;
    private final int batchMin;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * @param onMoved called after each push, when there may be something to tell or to send next
     * @param mayAct whether this node still has the right to write to the ERP
     */
    ErpSender(
            DeliveryStore deliveries,
            ErpAdapter erp,
            ErpSettings settings,
            Backoff backoff,
            Runnable onMoved,
            BooleanSupplier mayAct) {
        this.mayAct = mayAct;
        this.deliveries = deliveries;
        this.erp = erp;
        this.settings = settings;
        this.backoff = backoff;
        this.onMoved = onMoved;
        this.free = new Semaphore(settings.lanes());
        this.batchMin = Math.max(1, settings.lanes() / 4);
    }

    /** Leases as much as there are free lanes and starts pushing it; true when something was due. */
    boolean sendDue() throws InterruptedException {
        // Several lanes at once: one look at the table per lane would cost more than the wait.
        free.acquire(batchMin);
        var lanes = batchMin + free.drainPermits();
        var taken = 0;
        try {
            // This node's own clock, read before the database's lease begins: a frozen node stops first.
            var asked = System.nanoTime();
            var due = mayAct.getAsBoolean() ? deliveries.lease(lanes, settings.lease()) : List.<Delivery>of();
            for (var delivery : due) {
                threads.execute(() -> push(delivery, asked));
                taken++;
            }
            return !due.isEmpty();
        } finally {
            free.release(lanes - taken);
        }
    }

    private void push(Delivery delivery, long asked) {
        try {
            BooleanSupplier mine = () -> mayAct.getAsBoolean()
                    && System.nanoTime() - asked < settings.lease().toNanos();
            var outcome = new Push(
                            erp, mine, snapshot -> warnIfLost(delivery, deliveries.committed(delivery, snapshot)))
                    .run(delivery);
            warnIfLost(delivery, move(delivery, outcome));
        } catch (RuntimeException e) {
            // The row stays leased; when the lease ends it is looked up and sent again.
            LOG.log(Level.WARNING, "delivery " + delivery.key() + " failed; its lease will run out", e);
        } finally {
            free.release();
            onMoved.run();
        }
    }

    private boolean move(Delivery delivery, PushOutcome outcome) {
        return switch (outcome) {
            case PushOutcome.Staged(var snapshot) -> deliveries.staged(delivery, snapshot);
            case PushOutcome.Confirmed(var snapshot) -> deliveries.confirmed(delivery, snapshot);
            case PushOutcome.Stopped(var failure) -> stopped(delivery, failure);
        };
    }

    private boolean stopped(Delivery delivery, Failure failure) {
        var jitter = backoff.after(delivery.attempts());
        return switch (failure) {
            case Failure.Throttled throttled ->
                later(
                        delivery,
                        DeliveryState.RETRY_AT,
                        failure,
                        atMost(throttled.retryAfter()).plus(jitter));
            case Failure.Transient _ -> later(delivery, DeliveryState.RETRY_AT, failure, jitter);
            case Failure.UnknownOutcome _ ->
                later(
                        delivery,
                        DeliveryState.UNKNOWN,
                        failure,
                        erp.capabilities().searchDelay().plus(jitter));
            case Failure.Different different -> deliveries.park(delivery, different.code(), different.reason());
            case Failure.Business business -> deliveries.park(delivery, business.code(), business.reason());
            case Failure.AuthOrConfig _ -> {
                LOG.log(Level.ERROR, "{0} refuses us: {1}", settings.target(), failure.reason());
                yield later(
                        delivery,
                        DeliveryState.RETRY_AT,
                        failure,
                        settings.authPause().plus(jitter));
            }
        };
    }

    private boolean later(Delivery delivery, DeliveryState as, Failure failure, Duration wait) {
        if (delivery.attempts() >= settings.attemptsMax()) {
            var reason = "given up after " + delivery.attempts() + " attempts: " + failure.reason();
            return deliveries.park(delivery, failure.code(), reason);
        }
        return deliveries.retry(delivery, as, failure, wait);
    }

    private static Duration atMost(Duration asked) {
        return asked.compareTo(RETRY_AFTER_MAX) < 0 ? asked : RETRY_AFTER_MAX;
    }

    private static void warnIfLost(Delivery delivery, boolean moved) {
        if (!moved) {
            LOG.log(Level.WARNING, "delivery {0} went on under another lease", delivery.key());
        }
    }

    /** Waits for the pushes under way. */
    @Override
    public void close() {
        threads.close();
    }
}
