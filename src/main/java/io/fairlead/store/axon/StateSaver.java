package io.fairlead.store.axon;

import io.fairlead.store.EventIds;
import io.fairlead.store.StoreUnavailable;
import io.fairlead.store.read.Snapshots;
import io.fairlead.store.read.Snapshots.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Saves states of long streams beside the commands; one that is not saved is only read anew. Thread-safe. */
final class StateSaver implements AutoCloseable {

    private static final int EVENTS_BETWEEN = 100;
    private static final int WAITING_MAX = 100;
    private static final Duration CLOSE_GRACE = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(StateSaver.class);

    private final Snapshots snapshots;
    private final ExecutorService thread = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(WAITING_MAX),
            Thread.ofPlatform().name("fairlead-states").daemon().factory());

    StateSaver(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    /** After 100 events, and after a tenth of the stream, since the state of a long one may be as long. */
    static boolean isDue(long sequence, long saved) {
        return sequence - saved >= Math.max(EVENTS_BETWEEN, sequence / 10);
    }

    void save(String aggregateId, String aggregateType, long sequence, String type, String revision, byte[] state) {
        try {
            thread.execute(() -> store(new Snapshot(
                    aggregateId,
                    aggregateType,
                    sequence,
                    EventIds.at(0),
                    Instant.EPOCH,
                    type,
                    revision,
                    io.fairlead.store.MetadataCodec.encode(Map.of()),
                    state)));
        } catch (RejectedExecutionException _) {
            LOG.debug("too many states wait to be saved: {} is left out", aggregateId);
        }
    }

    private void store(Snapshot snapshot) {
        try {
            snapshots.store(snapshot);
        } catch (StoreUnavailable e) {
            LOG.debug("the state of {} was not saved: {}", snapshot.aggregateId(), e.getMessage());
        }
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(CLOSE_GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
