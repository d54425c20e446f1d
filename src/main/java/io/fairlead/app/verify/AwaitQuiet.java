package io.fairlead.app.verify;

import io.fairlead.log.EventLog;
import io.fairlead.projection.ProjectionEngine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.jooq.DSLContext;

/** Waits until everything that follows the log has come to its end, so that a check compares finished work. */
final class AwaitQuiet {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration STANDSTILL = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(25);

    private final EventLog log;
    private final ProjectionEngine views;
    private final LongSupplier processes;
    private final LongSupplier topics;
    private final DSLContext deliveries;

    /**
     * @param processes position that all processes have reached, on whichever node they run
     * @param topics position that stands on the topics
     */
    AwaitQuiet(
            EventLog log, ProjectionEngine views, LongSupplier processes, LongSupplier topics, DSLContext deliveries) {
        this.log = log;
        this.views = views;
        this.processes = processes;
        this.topics = topics;
        this.deliveries = deliveries;
    }

    /**
     * How it ended.
     *
     * @param head of the log then
     * @param lagging what had not come to its end, in sentences
     */
    record Reached(long head, List<String> lagging) {}

    Reached await() {
        long begin = System.nanoTime();
        long moved = begin;
        var now = look();
        while (!now.lagging().isEmpty()
                && System.nanoTime() - begin < PATIENCE.toNanos()
                && System.nanoTime() - moved < STANDSTILL.toNanos()) {
            LockSupport.parkNanos(PAUSE.toNanos());
            var next = look();
            if (!next.equals(now)) {
                moved = System.nanoTime();
            }
            now = next;
        }
        return now;
    }

    private Reached look() {
        long head = log.head();
        var lagging = new ArrayList<String>();
        behind("the views", views.position(), head, lagging);
        behind("a process", processes.getAsLong(), head, lagging);
        behind("the topics", topics.getAsLong(), head, lagging);
        // A retry that is due later is scheduled, not late.
        long open = deliveries.resultQuery("""
                        select count(*) from gateway.delivery
                        where notice is not null or (not finished and state <> 'PARKED'
                            and (next_attempt_at <= clock_timestamp() or lease_until > clock_timestamp()))""").fetchSingle(0, Long.class);
        if (open > 0) {
            lagging.add(open + " deliveries to the ERP are open");
        }
        if (log.head() != head) {
            lagging.add("new events arrive");
        }
        return new Reached(head, List.copyOf(lagging));
    }

    private static void behind(String who, long position, long head, List<String> lagging) {
        if (position < head) {
            lagging.add("%s: position %d of %d".formatted(who, position, head));
        }
    }
}
