package io.fairlead.projection;

import static io.fairlead.projection.db.Tables.PARKED_EVENT;

import io.fairlead.log.EventLog;
import io.fairlead.projection.ProjectionHealth.State;
import io.fairlead.schema.EventCodec;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Keeps all projections up to date with the log, on one thread. Each page is folded in memory and written, with the
 * tokens, in one transaction: after a crash the page is simply folded again.
 */
public final class ProjectionEngine implements AutoCloseable {

    private static final Logger LOG = System.getLogger(ProjectionEngine.class.getName());
    private static final Duration IDLE_WAIT = Duration.ofMillis(500);
    private static final long BACKOFF_FIRST_MS = 50;
    private static final long BACKOFF_MS_MAX = 5_000;

    private final EventLog log;
    private final DSLContext db;
    private final BatchFolder folder;
    private final int pageSize;
    private final ReentrantLock stepping = new ReentrantLock();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private Map<String, Long> tokens = Map.of();
    private volatile long position;
    private volatile boolean running;
    private volatile @Nullable String failure;
    private @Nullable Thread thread;

    /**
     * @param db access to the serving tables, see {@link ProjectionDatabase}
     * @param folds fresh instances, for this engine alone
     * @param pageSize events read and folded at a time, 1..10,000
     */
    public ProjectionEngine(EventLog log, EventCodec codec, DSLContext db, List<? extends Fold> folds, int pageSize) {
        this.log = log;
        this.db = db;
        this.pageSize = pageSize;
        this.folder =
                new BatchFolder(db, codec, folds.stream().map(Projector::new).toList());
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

    /** The last event that all projections have folded or parked. */
    public long position() {
        return position;
    }

    /**
     * Waits until the views hold everything up to the position.
     *
     * @return whether they do; false after the time-out
     */
    public boolean awaitPosition(long wanted, Duration timeout) {
        lock.lock();
        try {
            long left = timeout.toNanos();
            while (position < wanted && left > 0) {
                left = moved.awaitNanos(left);
            }
            return position >= wanted;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** State, lag and parked events. */
    public ProjectionHealth health() {
        var reason = failure;
        var state = reason != null ? State.FAILING : running ? State.RUNNING : State.STOPPED;
        return new ProjectionHealth(
                state, position, Math.max(0, log.head() - position), db.fetchCount(PARKED_EVENT), reason);
    }

    /**
     * Folds on the caller's thread up to the position, or up to the head when that comes first.
     *
     * @return the position reached
     */
    public long catchUp(long upTo) {
        stepping.lock();
        try {
            if (tokens.isEmpty()) {
                moveTo(folder.open());
            }
            while (position < upTo && step(upTo)) {
                if (Thread.currentThread().isInterrupted()) {
                    break;
                }
            }
            return position;
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
        stepping.lock();
        try {
            return folder.retry(projection, aggregateId -> log.stream(aggregateId, 0));
        } finally {
            stepping.unlock();
        }
    }

    private boolean step(long upTo) {
        var page = log.after(position, (int) Math.min(pageSize, Math.max(1, upTo - position)));
        if (page.isEmpty()) {
            return false;
        }
        var wanted = page.getLast().position() <= upTo
                ? page
                : page.stream().filter(event -> event.position() <= upTo).toList();
        if (wanted.isEmpty()) {
            return false;
        }
        moveTo(folder.fold(wanted, tokens));
        return true;
    }

    private void moveTo(Map<String, Long> reached) {
        lock.lock();
        try {
            tokens = reached;
            position =
                    reached.values().stream().mapToLong(Long::longValue).min().orElse(0);
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void follow() {
        long backoff = BACKOFF_FIRST_MS;
        while (running) {
            try {
                catchUp(Long.MAX_VALUE);
                failure = null;
                backoff = BACKOFF_FIRST_MS;
                log.awaitBeyond(position, IDLE_WAIT);
            } catch (RuntimeException e) {
                if (!running) {
                    return;
                }
                failure = String.valueOf(e.getMessage());
                LOG.log(Level.WARNING, "views cannot follow the log, next try in " + backoff + " ms", e);
                pause(backoff);
                backoff = Math.min(BACKOFF_MS_MAX, backoff * 2);
            }
        }
    }

    private void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
