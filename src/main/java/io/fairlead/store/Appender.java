package io.fairlead.store;

import io.fairlead.log.StoredEvent;
import io.fairlead.store.BatchWriter.Prepared;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The only door into the log. Threads hand in requests and wait for the commit that carries them; one writer gathers
 * whatever waits into a transaction. Thread-safe; one per node.
 */
public final class Appender implements AutoCloseable {

    static final int REQUESTS_PER_BATCH_MAX = 512;
    static final int EVENTS_PER_BATCH_MAX = 5_000;
    private static final long RECONNECT_PAUSE_NANOS = 100_000_000;
    private static final Logger LOG = LoggerFactory.getLogger(Appender.class);

    private final BlockingQueue<PendingAppend> queue;
    private final Deque<PendingAppend> postponed = new ArrayDeque<>();
    private final Duration deadline;
    private final WriterConnection connection;
    private final BatchWriter writer;
    private final PartitionsAhead partitions = new PartitionsAhead();
    private final LongConsumer onCommit;
    private final Thread thread;
    private volatile boolean closed;
    private volatile Consumer<List<StoredEvent>> follower = _ -> {};

    /**
     * Starts the writer.
     *
     * @param dataSource one connection of it is kept
     * @param clock gives the events' time of recording
     * @param limits how many may wait, and how long
     * @param onCommit told the new head after each commit
     */
    Appender(
            DataSource dataSource,
            Dictionary dictionary,
            InstantSource clock,
            StoreLimits limits,
            LongConsumer onCommit) {
        this.queue = new ArrayBlockingQueue<>(limits.waitingMax());
        this.deadline = limits.appendDeadline();
        this.connection = new WriterConnection(dataSource);
        this.writer = new BatchWriter(dictionary, clock);
        this.onCommit = onCommit;
        this.thread = Thread.ofPlatform().name("fairlead-appender").daemon().start(this::run);
    }

    /**
     * Stores the request and returns after its commit.
     *
     * @throws AppendRefused with the reason; see its types
     */
    public Appended append(AppendRequest request) {
        var pending = new PendingAppend(request);
        if (closed) {
            throw new StoreUnavailable("the store is closed: nothing was stored", null);
        }
        if (!queue.offer(pending)) {
            throw new StoreOverloaded(queue.size());
        }
        return pending.await(deadline.toMillis());
    }

    /**
     * Has somebody told of the events of each commit of this node, in their order, before its commands are answered and
     * readers are woken. He must be quick and never throw: the next batch waits for him.
     */
    void follow(Consumer<List<StoredEvent>> told) {
        follower = told;
    }

    /** Ends the writer after the batch at hand; what still waits is refused. */
    @Override
    public void close() {
        closed = true;
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closed) {
            try {
                var batch = gather();
                if (!batch.isEmpty()) {
                    write(batch);
                }
            } catch (InterruptedException _) {
                closed = true;
            } catch (RuntimeException e) {
                LOG.error("the appender goes on after an unexpected failure", e);
                connection.discard();
            }
        }
        connection.release();
        queue.drainTo(postponed);
        postponed.forEach(left -> left.fail(new StoreUnavailable("the store was closed: nothing was stored", null)));
    }

    /** What waits, but never two of one stream or of one command key: the second would not see the first. */
    private List<PendingAppend> gather() throws InterruptedException {
        var batch = new ArrayList<PendingAppend>();
        var taken = new HashSet<Object>();
        var later = new ArrayDeque<PendingAppend>();
        var events = 0;
        while (batch.size() < REQUESTS_PER_BATCH_MAX
                && events < EVENTS_PER_BATCH_MAX
                && later.size() < REQUESTS_PER_BATCH_MAX) {
            var next = postponed.poll();
            if (next == null) {
                next = batch.isEmpty() && later.isEmpty() ? queue.poll(100, TimeUnit.MILLISECONDS) : queue.poll();
            }
            if (next == null) {
                break;
            }
            if (clashes(next.request, taken)) {
                later.add(next);
            } else if (next.claim()) {
                batch.add(next);
                events += next.request.events().size();
            }
        }
        later.descendingIterator().forEachRemaining(postponed::addFirst);
        return batch;
    }

    private static boolean clashes(AppendRequest request, HashSet<Object> taken) {
        var command = request.command();
        var key = command == null ? null : List.of(command.client(), command.key());
        var stream = request.events().isEmpty() ? null : request.aggregateId();
        if (stream != null && taken.contains(stream) || key != null && taken.contains(key)) {
            return true;
        }
        if (stream != null) {
            taken.add(stream);
        }
        if (key != null) {
            taken.add(key);
        }
        return false;
    }

    private void write(List<PendingAppend> batch) {
        if (!writeAtOnce(batch)) {
            writeWithCare(batch);
        }
    }

    /** @return false when nothing was written, since too little is remembered or what is remembered was wrong */
    private boolean writeAtOnce(List<PendingAppend> batch) {
        if (!writer.remembers(batch)) {
            return false;
        }
        var prepared = writer.remembered(batch);
        try {
            var open = connection.open();
            partitions.ensure(open);
            open.setAutoCommit(true);
            try {
                writer.writeAtOnce(prepared, open);
            } finally {
                connection.endAutoCommit();
            }
        } catch (SQLException e) {
            if (!SqlTrouble.isRefusal(e)) {
                LOG.warn("an append got no answer, asking the database whether it happened: {}", e.getMessage());
                connection.discard();
                writer.forget();
                resolve(batch, prepared);
                return true;
            }
            writer.wrong(batch);
            return false;
        }
        tell(prepared);
        return true;
    }

    private void writeWithCare(List<PendingAppend> batch) {
        Prepared prepared;
        try {
            var open = connection.open();
            partitions.ensure(open);
            prepared = writer.prepare(batch, open);
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            writer.forget();
            afterFailure(batch, e);
            return;
        }
        try {
            connection.open().commit();
        } catch (SQLException e) {
            LOG.warn("a commit got no answer, asking the database whether it happened: {}", e.getMessage());
            connection.discard();
            writer.forget();
            resolve(batch, prepared);
            return;
        }
        tell(prepared);
    }

    private void tell(Prepared prepared) {
        var batch = prepared.batch();
        writer.committed(prepared);
        if (batch.head > batch.headBefore) {
            partitions.reached(batch.head);
            follower.accept(batch.events);
            onCommit.accept(batch.head);
        }
        prepared.fates().forEach(BatchWriter.Fate::tell);
    }

    private void afterFailure(List<PendingAppend> batch, Exception failure) {
        if (SqlTrouble.isPassing(failure)) {
            LOG.warn("the database is not available, appends wait: {}", failure.getMessage());
            connection.discard();
            for (var i = batch.size() - 1; i >= 0; i--) {
                batch.get(i).release(failure);
                postponed.addFirst(batch.get(i));
            }
            pause();
        } else if (batch.size() == 1) {
            var request = batch.getFirst().request;
            batch.getFirst()
                    .fail(new AppendRejected(
                            "the database refused the append to " + request.aggregateId() + ": " + failure.getMessage(),
                            failure));
        } else {
            var half = batch.size() / 2;
            write(batch.subList(0, half));
            write(batch.subList(half, batch.size()));
        }
    }

    private void resolve(List<PendingAppend> batch, Prepared prepared) {
        while (!closed && batch.stream().anyMatch(pending -> !pending.isDone())) {
            try {
                if (prepared.batch().isEmpty() || writer.happened(prepared, connection.open())) {
                    tell(prepared);
                } else {
                    afterFailure(batch, new SQLException("the commit did not happen", "40001"));
                }
                return;
            } catch (SQLException e) {
                connection.discard();
                pause();
            }
        }
    }

    private static void pause() {
        LockSupport.parkNanos(RECONNECT_PAUSE_NANOS);
    }
}
