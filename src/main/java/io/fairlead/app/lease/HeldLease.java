package io.fairlead.app.lease;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A claim of this node and its work: started once, stopped once, in that order, off the heartbeat's thread. */
final class HeldLease {

    private static final System.Logger LOG = System.getLogger(HeldLease.class.getName());
    private static final Executor THREADS =
            task -> Thread.ofVirtual().name("claims-work").start(task);

    final Lease tenure;
    final LeasedWork work;
    private final Semaphore wakeup;
    private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);
    private boolean leaving;

    /** @param wakeup released when the work has stopped, so that it is given back at once */
    HeldLease(Lease tenure, LeasedWork work, Semaphore wakeup) {
        this.tenure = tenure;
        this.work = work;
        this.wakeup = wakeup;
    }

    synchronized void begin() {
        last = CompletableFuture.runAsync(() -> work.start(tenure), THREADS)
                .handleAsync(
                        (_, failure) -> {
                            if (failure != null) {
                                LOG.log(
                                        Level.ERROR,
                                        tenure.name() + " could not be started and is given back",
                                        failure);
                                leave();
                            }
                            return null;
                        },
                        THREADS);
    }

    /** Has the work stopped; false when that was asked before. */
    @CanIgnoreReturnValue
    synchronized boolean leave() {
        if (leaving) {
            return false;
        }
        leaving = true;
        last = last.thenRunAsync(work::stop, THREADS).handle((_, failure) -> {
            if (failure != null) {
                LOG.log(Level.ERROR, tenure.name() + " did not stop in order", failure);
            }
            wakeup.release();
            return null;
        });
        return true;
    }

    synchronized boolean isWorking() {
        return !leaving;
    }

    synchronized boolean hasStopped() {
        return leaving && last.isDone();
    }

    void await(Duration max) {
        CompletableFuture<Void> pending;
        synchronized (this) {
            pending = last;
        }
        try {
            pending.get(max.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.log(Level.WARNING, "{0} does not start or stop within {1}", tenure.name(), max);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
