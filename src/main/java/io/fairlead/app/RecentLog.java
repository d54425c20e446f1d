package io.fairlead.app;

import io.fairlead.log.EventLog;
import io.fairlead.log.StoredEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The log with its newest events kept in memory, so that views, processes and publisher near the head share one read.
 * Positions are dense and never change, so what is kept is never stale.
 */
public final class RecentLog implements EventLog {

    private static final int KEPT_MAX = 20_000;

    private final EventLog log;
    private final ReentrantLock lock = new ReentrantLock();
    private List<StoredEvent> kept = new ArrayList<>();

    public RecentLog(EventLog log) {
        this.log = log;
    }

    @Override
    public List<StoredEvent> after(long position, int limit) {
        lock.lock();
        try {
            var first = kept.isEmpty() ? Long.MAX_VALUE : kept.getFirst().position();
            var last = kept.isEmpty() ? 0 : kept.getLast().position();
            if (position + 1 >= first && position < last) {
                int from = Math.toIntExact(position + 1 - first);
                return List.copyOf(kept.subList(from, Math.min(kept.size(), from + limit)));
            }
            var page = log.after(position, limit);
            if (!page.isEmpty() && (position >= last || kept.isEmpty())) {
                keep(page);
            }
            return page;
        } finally {
            lock.unlock();
        }
    }

    private void keep(List<StoredEvent> page) {
        boolean continues =
                !kept.isEmpty() && page.getFirst().position() == kept.getLast().position() + 1;
        var next = continues ? kept : new ArrayList<StoredEvent>();
        next.addAll(page);
        kept = next.size() <= KEPT_MAX ? next : new ArrayList<>(next.subList(next.size() - KEPT_MAX / 2, next.size()));
    }

    @Override
    public long head() {
        return log.head();
    }

    @Override
    public long awaitBeyond(long position, Duration timeout) {
        return log.awaitBeyond(position, timeout);
    }

    @Override
    public List<StoredEvent> stream(String aggregateId, long fromSequence) {
        return log.stream(aggregateId, fromSequence);
    }
}
