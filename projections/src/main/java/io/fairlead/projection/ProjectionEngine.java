package io.fairlead.projection;

import static io.fairlead.projection.db.Tables.PARKED_EVENT;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.fairlead.log.EventLog;
import io.fairlead.schema.EventCodec;
import io.fairlead.schema.FailureText;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Keeps all projections up to date with the log. Every stream belongs to one of {@value #SEGMENTS} segments; the engine
 * folds those assigned to it, at first all. Each page is folded in memory and written, with the segments' positions, in
 * one transaction: after a crash the page is simply folded again, and two engines on one segment never double anything.
 */
public final class ProjectionEngine implements AutoCloseable {

    /** How many segments there are to assign, numbered from 0. */
    public static final int SEGMENTS = SegmentSet.COUNT;

    private static final Logger LOG = System.getLogger(ProjectionEngine.class.getName());
    private static final Duration IDLE_WAIT = Duration.ofMillis(500);
    private static final int GENERATION_PAGE_EVENTS = 10_000;
    private static final long BACKOFF_FIRST_MS = 50;
    private static final long BACKOFF_MS_MAX = 5_000;
    private static final long OTHERS_SEEN_NANOS = Duration.ofMillis(25).toNanos();
    private static final Seen NEVER_SEEN = new Seen(Positions.everywhere(0), 0);

    private final EventLog log;
    private final DSLContext db;
    private final LogFolding folding;
    private final ReentrantLock stepping = new ReentrantLock();
    private final MoveSignal moved = new MoveSignal();
    private volatile SegmentSet assigned = SegmentSet.ALL;
    private volatile boolean known;
    private volatile Positions positions = Positions.everywhere(0);
    private volatile Seen others = NEVER_SEEN;
    private volatile boolean running;
    private volatile @Nullable RuntimeException failure;
    private @Nullable Thread thread;

    /** Positions read from the table, and when. */
    private record Seen(Positions positions, long nanos) {}

    /**
     * An engine that folds on one thread.
     *
     * @param db access to the serving tables, see {@link ProjectionDatabase}
     * @param folds fresh instances, for this engine alone
     * @param pageSize events read and folded at a time
     */
    public ProjectionEngine(
            EventLog log, EventCodec codec, DSLContext db, List<? extends Projection> folds, int pageSize) {
        this(log, db, new LogFolding(log, codec, db, List.of(folds), pageSize, false));
    }

    /**
     * An engine that folds large pages on several threads.
     *
     * @param db access to the serving tables, see {@link ProjectionDatabase}
     * @param folds gives fresh instances, once for each thread
     * @param threads that fold, 1..16
     * @param pageSize events read and folded at a time
     */
    public ProjectionEngine(
            EventLog log,
            EventCodec codec,
            DSLContext db,
            Supplier<? extends List<? extends Projection>> folds,
            int threads,
            int pageSize) {
        this(log, db, new LogFolding(log, codec, db, LogFolding.copies(folds, threads), pageSize, false));
    }

    /** For tables that began empty and that nobody reads yet: it alone folds them, each event once. */
    static ProjectionEngine ofGeneration(
            EventLog log,
            EventCodec codec,
            DSLContext db,
            Supplier<? extends List<? extends Projection>> folds,
            int threads) {
        return new ProjectionEngine(
                log,
                db,
                new LogFolding(log, codec, db, LogFolding.copies(folds, threads), GENERATION_PAGE_EVENTS, true));
    }

    private ProjectionEngine(EventLog log, DSLContext db, LogFolding folding) {
        this.log = log;
        this.db = db;
        this.folding = folding;
    }

    /** Starts following the log. */
    public synchronized void start() {
        if (running) {
            return;
        }
        running = true;
        thread = Thread.ofPlatform().name("fairlead-views").daemon(true).start(this::follow);
    }

    /** Stops after the page at hand; waits for it. */
    @Override
    public synchronized void close() {
        running = false;
        var worker = thread;
        thread = null;
        if (worker == null) {
            return;
        }
        worker.interrupt();
        try {
            worker.join(Duration.ofSeconds(30));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Says which segments this engine folds from the next page on; the others are another node's. May be called at any
     * time, and overlaps between nodes cost time but double nothing.
     *
     * @param segments numbers 0..15; empty for none
     */
    public void assign(Set<Integer> segments) {
        assigned = SegmentSet.of(segments);
        known = false;
        // What was seen of the others tells too little of a segment that was this engine's until now.
        others = NEVER_SEEN;
        moved.raise();
    }

    /** The segments that this engine folds. */
    public Set<Integer> assigned() {
        return assigned.numbers();
    }

    /** The last event that all segments, here and on other nodes, have folded or parked; at most 25 ms old. */
    public long position() {
        return reached().lowest();
    }

    private Positions reached() {
        var own = assigned;
        return own.equals(SegmentSet.ALL) ? positions : othersSeen().with(positions, known ? own : new SegmentSet(0));
    }

    private Positions othersSeen() {
        var seen = others;
        if (seen.nanos() == 0 || System.nanoTime() - seen.nanos() > OTHERS_SEEN_NANOS) {
            seen = new Seen(Segments.read(db), System.nanoTime());
            others = seen;
        }
        return seen.positions();
    }

    /**
     * Waits until the views hold everything up to the position, whoever folds it.
     *
     * @return whether they do; false after the time-out
     */
    public boolean awaitPosition(long wanted, Duration timeout) {
        long end = System.nanoTime() + timeout.toNanos();
        while (true) {
            long seen = moved.count();
            if (position() >= wanted) {
                return true;
            }
            long left = end - System.nanoTime();
            long wait = assigned.equals(SegmentSet.ALL) ? left : Math.min(left, OTHERS_SEEN_NANOS);
            if (left <= 0 || !moved.await(seen, wait)) {
                return false;
            }
        }
    }

    /** State, lag and parked events. */
    public ProjectionHealth health() {
        long position = position();
        return ProjectionHealth.of(failure, running, position, log.head() - position, db.fetchCount(PARKED_EVENT));
    }

    /** Whether it waits because a view has parked so many streams that a person must look first. */
    public boolean parkIsFull() {
        return failure instanceof ViewParkFull;
    }

    /** Why the last page could not be folded, without what events say; null when it could. */
    public @Nullable String trouble() {
        var last = failure;
        return last == null ? null : FailureText.of(last);
    }

    /** Positions between each segment, whoever folds it, and the log's head; for metrics. */
    public SortedMap<Integer, Long> lags() {
        long head = log.head();
        var reached = reached();
        var lags = new TreeMap<Integer, Long>();
        for (int no = 0; no < SEGMENTS; no++) {
            lags.put(no, Math.max(0, head - reached.get(no)));
        }
        return lags;
    }

    /** Folds the assigned segments on the caller's thread up to the position or the head; returns what all have reached. */
    @CanIgnoreReturnValue
    public long catchUp(long upTo) {
        fold(Positions.everywhere(upTo));
        return position();
    }

    /** Folds the assigned segments, each up to its limit or the head. */
    @CanIgnoreReturnValue
    Positions fold(Positions limit) {
        stepping.lock();
        try {
            while (!Thread.currentThread().isInterrupted()) {
                if (!known) {
                    known = true;
                    moveTo(folding.open());
                }
                var before = positions;
                var after = folding.step(assigned, before, limit);
                if (after.agreesWith(before, SegmentSet.ALL)) {
                    break;
                }
                failure = null; // Before the position: whoever waited for it sees no trouble of before.
                moveTo(after);
            }
            return positions;
        } catch (RuntimeException e) {
            // What was reached is read again: nobody is told of rows that a broken connection may have undone.
            known = false;
            throw e;
        } finally {
            stepping.unlock();
        }
    }

    /**
     * Folds a projection's parked events again after a fix.
     *
     * @return how many could be folded; the others are parked again
     */
    public int retryParked(String projection) {
        return retryParked(projection, null);
    }

    /**
     * Folds a projection's parked events of one stream again, on whichever node's segment it is.
     *
     * @param onlyStream null means all
     */
    public int retryParked(String projection, @Nullable String onlyStream) {
        stepping.lock();
        try {
            return folding.retry(projection, onlyStream, aggregateId -> log.stream(aggregateId, 0));
        } finally {
            stepping.unlock();
        }
    }

    private void moveTo(Positions reached) {
        positions = reached;
        moved.raise();
    }

    private void follow() {
        long backoff = BACKOFF_FIRST_MS;
        while (running) {
            try {
                var reached = fold(Positions.UNBOUNDED);
                failure = null;
                backoff = BACKOFF_FIRST_MS;
                log.awaitBeyond(reached.lowestBelow(Positions.UNBOUNDED, assigned), IDLE_WAIT);
            } catch (RuntimeException e) {
                if (!running) {
                    return;
                }
                failure = e;
                LOG.log(Level.WARNING, "views cannot follow the log, next try in " + backoff + " ms", e);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(backoff)); // A close wakes it.
                backoff = Math.min(BACKOFF_MS_MAX, backoff * 2);
            }
        }
    }
}
