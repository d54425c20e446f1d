package io.fairlead.store.append;

import io.fairlead.log.StoredEvent;
import io.fairlead.schema.FailureText;
import io.fairlead.store.AppendRejected;
import io.fairlead.store.SqlTrouble;
import io.fairlead.store.WriterConnection;
import io.fairlead.store.append.BatchWriter.Prepared;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings drafts into the database, one after the other over one connection, and tells of their commits in that order. A draft
 * that is built on what is remembered may be written beside the appender's thread; all else is done by that thread.
 */
final class BatchPipeline {

    private static final Duration RECONNECT_PAUSE = Duration.ofMillis(100);
    private static final Logger LOG = LoggerFactory.getLogger(BatchPipeline.class);

    private final WriterConnection connection;
    private final BatchWriter batches;
    private final PartitionsAhead partitions = new PartitionsAhead();
    private final LongConsumer onCommit;
    private final Consumer<List<PendingAppend>> requeue;
    private final BooleanSupplier closed;
    private final ExecutorService flights = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("fairlead-append-writer").daemon().factory());
    private volatile Consumer<List<StoredEvent>> follower = _ -> {};
    private @Nullable BatchInFlight flight;

    /**
     * A writer without a connection yet.
     *
     * @param onCommit told the new head after each commit
     * @param again gets back, in their order, requests of which nothing was stored and that should be tried again
     * @param closed whether to give up asking a database that does not answer
     */
    BatchPipeline(
            DataSource dataSource,
            BatchWriter batches,
            LongConsumer onCommit,
            Consumer<List<PendingAppend>> requeue,
            BooleanSupplier closed) {
        this.connection = new WriterConnection(dataSource);
        this.batches = batches;
        this.onCommit = onCommit;
        this.requeue = requeue;
        this.closed = closed;
    }

    void follow(Consumer<List<StoredEvent>> follower) {
        this.follower = follower;
    }

    boolean isWriting() {
        return flight != null && !flight.isOver();
    }

    boolean hasSent() {
        return flight != null;
    }

    /**
     * Has a thread of its own write what is remembered; nothing else uses the connection until it has landed.
     *
     * @return false when that is not possible, and nothing happened
     */
    boolean send(PendingBatch draft) {
        var prepared = draft.remembered();
        if (prepared == null) {
            return false;
        }
        Connection open;
        try {
            open = open();
        } catch (SQLException e) {
            return false;
        }
        batches.remember(prepared);
        flight = BatchInFlight.begin(
                draft.requests(), prepared, () -> writeAtOnce(prepared, open), flights, Thread.currentThread());
        return true;
    }

    /**
     * Waits for what is on its way. What was refused, or got no answer, is written or resolved before this returns, and what was
     * built on it must be built anew.
     *
     * @return what was written and is to be told; null when there is nothing
     */
    @Nullable
    Prepared complete(PendingBatch next) {
        var landed = flight;
        flight = null;
        if (landed == null) {
            return null;
        }
        var failure = landed.failure();
        if (failure == null) {
            batches.confirmed();
            return landed.prepared();
        }
        next.forget();
        afterWritingAtOnce(landed.requests(), landed.prepared(), failure);
        return null;
    }

    /** Writes it on this thread, and tells. */
    void write(PendingBatch draft) {
        var prepared = draft.remembered();
        if (prepared == null) {
            writeWithCare(draft.requests());
            return;
        }
        Connection open;
        try {
            open = open();
        } catch (SQLException e) {
            afterFailure(draft.requests(), e);
            return;
        }
        batches.remember(prepared);
        try {
            writeAtOnce(prepared, open);
        } catch (SQLException e) {
            afterWritingAtOnce(draft.requests(), prepared, e);
            return;
        }
        batches.confirmed();
        report(prepared);
    }

    private Connection open() throws SQLException {
        var open = connection.open();
        partitions.ensure(open);
        return open;
    }

    private void writeAtOnce(Prepared prepared, Connection open) throws SQLException {
        open.setAutoCommit(true);
        try {
            BatchWriter.writeAtOnce(prepared, open);
        } finally {
            connection.endAutoCommit();
        }
    }

    private void afterWritingAtOnce(List<PendingAppend> requests, Prepared prepared, SQLException failure) {
        if (SqlTrouble.isRefusal(failure)) {
            batches.refuted(requests);
            writeWithCare(requests);
        } else {
            resolve(requests, prepared, failure);
        }
    }

    private void writeWithCare(List<PendingAppend> requests) {
        Prepared prepared;
        try {
            prepared = batches.prepare(requests, open());
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            batches.forget();
            afterFailure(requests, e);
            return;
        }
        try {
            connection.open().commit();
        } catch (SQLException e) {
            resolve(requests, prepared, e);
            return;
        }
        batches.remember(prepared);
        report(prepared);
    }

    /** Tells readers and whoever waits for it, in this order. */
    void report(Prepared prepared) {
        var batch = prepared.batch();
        if (batch.head > batch.headBefore) {
            partitions.reached(batch.head);
            follower.accept(batch.events);
            onCommit.accept(batch.head);
        }
        prepared.outcomes().forEach(BatchWriter.RequestOutcome::report);
    }

    private void afterFailure(List<PendingAppend> requests, Exception failure) {
        if (SqlTrouble.isPassing(failure)) {
            LOG.warn("the database is not available, appends wait: {}", FailureText.of(failure));
            connection.discard();
            requests.forEach(request -> request.release(failure));
            requeue.accept(requests);
            pause();
        } else if (requests.size() == 1) {
            var pending = requests.getFirst();
            pending.fail(new AppendRejected(
                    "the database refused the append to " + pending.request.aggregateId() + ": " + failure.getMessage(),
                    failure));
        } else {
            var half = requests.size() / 2;
            writeWithCare(requests.subList(0, half));
            writeWithCare(requests.subList(half, requests.size()));
        }
    }

    /** After an end without answer: asks the database whether it happened, as long as it takes. */
    private void resolve(List<PendingAppend> requests, Prepared prepared, SQLException failure) {
        LOG.warn("an append got no answer, asking the database whether it happened: {}", FailureText.of(failure));
        connection.discard();
        batches.forget();
        while (!closed.getAsBoolean() && requests.stream().anyMatch(pending -> !pending.isDone())) {
            try {
                if (prepared.batch().isEmpty() || batches.wasCommitted(prepared, connection.open())) {
                    batches.remember(prepared);
                    report(prepared);
                } else {
                    afterFailure(requests, new SQLException("the commit did not happen", "40001"));
                }
                return;
            } catch (SQLException e) {
                connection.discard();
                pause();
            }
        }
    }

    /** After what nobody expected: the next draft begins with nothing remembered, on another connection. */
    void startOver(PendingBatch none) {
        landAndTell(none);
        connection.discard();
        batches.forget();
    }

    /** Gives the connection back; what is on its way lands first. */
    void close(PendingBatch none) {
        landAndTell(none);
        flights.shutdown();
        connection.release();
    }

    /** Never fails: whatever went wrong, the appender goes on, or ends in order. */
    private void landAndTell(PendingBatch none) {
        try {
            var last = complete(none);
            if (last != null) {
                report(last);
            }
        } catch (RuntimeException e) {
            LOG.error("what was on its way could not be told", e);
        }
    }

    private static void pause() {
        LockSupport.parkNanos(RECONNECT_PAUSE.toNanos());
    }
}
