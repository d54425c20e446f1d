package io.fairlead.store.append;

import io.fairlead.log.StoredEvent;
import io.fairlead.store.AppendRefused;
import io.fairlead.store.AppendRequest;
import io.fairlead.store.Appended;
import io.fairlead.store.Dictionary;
import io.fairlead.store.StoreLimits;
import io.fairlead.store.StoreOverloaded;
import io.fairlead.store.StoreUnavailable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
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
 * The only door into the log. Threads hand in requests and wait for the commit that carries them; one thread gathers
 * whatever waits into a draft while the draft before is written. Thread-safe; one per node.
 */
public final class Appender implements AutoCloseable {

    /** A smaller draft is written by the thread that gathers, since handing over would take longer than what it saves. */
    private static final int SENT_MIN = 4;

    /** How often it looks for more while the draft before is written; to be woken by each request would cost more. */
    private static final long LOOK_NANOS = 200_000;

    private static final Logger LOG = LoggerFactory.getLogger(Appender.class);

    private final BlockingQueue<PendingAppend> queue;
    private final Deque<PendingAppend> postponed = new ArrayDeque<>();
    private final Duration deadline;
    private final BatchWriter batches;
    private final BatchPipeline writer;
    private final Thread thread;
    private volatile boolean closed;

    /**
     * Starts the writer.
     *
     * @param dataSource one connection of it is kept
     * @param clock gives the events' time of recording
     * @param limits how many may wait, and how long
     * @param onCommit told the new head after each commit
     */
    public Appender(
            DataSource dataSource,
            Dictionary dictionary,
            InstantSource clock,
            StoreLimits limits,
            LongConsumer onCommit) {
        this.queue = new ArrayBlockingQueue<>(limits.waitingMax());
        this.deadline = limits.appendDeadline();
        this.batches = new BatchWriter(dictionary, clock);
        this.writer = new BatchPipeline(dataSource, batches, onCommit, this::requeue, () -> closed);
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
    public void follow(Consumer<List<StoredEvent>> follower) {
        writer.follow(follower);
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
                step();
            } catch (InterruptedException _) {
                closed = true;
            } catch (RuntimeException e) {
                LOG.error("the appender goes on after an unexpected failure", e);
                writer.startOver(new PendingBatch(batches));
            }
        }
        writer.close(new PendingBatch(batches));
        queue.drainTo(postponed);
        postponed.forEach(left -> left.fail(new StoreUnavailable("the store was closed: nothing was stored", null)));
    }

    /** Gathers a draft while the one before is written; a large one goes on its way while the former is told. */
    private void step() throws InterruptedException {
        var draft = gather();
        var former = writer.complete(draft);
        var sent = false;
        try {
            sent = draft.requests().size() >= SENT_MIN && writer.send(draft);
        } finally {
            if (former != null) {
                writer.report(former); // It is stored, whatever becomes of the next.
            }
        }
        if (!sent && !draft.isEmpty()) {
            writer.write(draft);
        }
    }

    /** What comes until nothing is being written any more. */
    private PendingBatch gather() throws InterruptedException {
        var draft = new PendingBatch(batches);
        takeWhatWaits(draft);
        while (writer.isWriting()) {
            LockSupport.parkNanos(this, LOOK_NANOS); // Less at the end of the writing, which unparks.
            takeWhatWaits(draft);
        }
        if (draft.isIdle() && !writer.hasSent()) {
            var first = queue.poll(100, TimeUnit.MILLISECONDS);
            if (first != null) {
                draft.take(first);
                takeWhatWaits(draft);
            }
        }
        draft.later().descendingIterator().forEachRemaining(postponed::addFirst);
        return draft;
    }

    private void takeWhatWaits(PendingBatch draft) {
        while (!draft.isFull()) {
            var next = postponed.poll();
            if (next == null) {
                next = queue.poll();
            }
            if (next == null) {
                return;
            }
            draft.take(next);
        }
    }

    private void requeue(List<PendingAppend> requests) {
        requests.reversed().forEach(postponed::addFirst);
    }
}
