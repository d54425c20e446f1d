package io.fairlead.app;

import io.fairlead.log.EventLog;
import io.fairlead.log.ForwardingEventLog;
import io.fairlead.log.StoredEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The log with its newest events kept in memory, so that views, processes and publisher near the head share one read, or none
 * where this node stored the events itself. Positions are dense and never change, so what is kept is never stale. Thread-safe.
 */
public final class RecentLog extends ForwardingEventLog {

    private static final int KEPT_MAX = 20_000;

    private final ReentrantLock reading = new ReentrantLock();
    private final Object mutex = new Object();
    private List<StoredEvent> kept = new ArrayList<>();

    public RecentLog(EventLog log) {
        super(log);
    }

    @Override
    public List<StoredEvent> after(long position, int limit) {
        var known = known(position, limit);
        if (!known.isEmpty()) {
            return known;
        }
        if (isBehind(position)) {
            return log.after(position, limit); // Nobody else is there: it may take its time.
        }
        reading.lock();
        try {
            var meanwhile = known(position, limit);
            if (!meanwhile.isEmpty()) {
                return meanwhile;
            }
            var page = log.after(position, limit);
            keep(page);
            return page;
        } finally {
            reading.unlock();
        }
    }

    /** Keeps what this node has just stored, when it continues what is kept: else other nodes' events are read first. */
    public void stored(List<StoredEvent> events) {
        synchronized (mutex) {
            if (kept.isEmpty() || continuesKept(events)) {
                add(events);
            }
        }
    }

    private List<StoredEvent> known(long position, int limit) {
        synchronized (mutex) {
            if (kept.isEmpty()) {
                return List.of();
            }
            long from = position + 1 - kept.getFirst().position();
            if (from < 0 || from >= kept.size()) {
                return List.of();
            }
            return List.copyOf(kept.subList((int) from, Math.min(kept.size(), (int) from + limit)));
        }
    }

    private boolean isBehind(long position) {
        synchronized (mutex) {
            return !kept.isEmpty() && position < kept.getLast().position();
        }
    }

    private void keep(List<StoredEvent> page) {
        if (page.isEmpty()) {
            return;
        }
        synchronized (mutex) {
            // This node may have stored more while the page was read.
            if (kept.isEmpty() || page.getLast().position() > kept.getLast().position()) {
                if (!continuesKept(page)) {
                    kept = new ArrayList<>();
                }
                add(page);
            }
        }
    }

    private boolean continuesKept(List<StoredEvent> events) {
        return !kept.isEmpty() && events.getFirst().position() == kept.getLast().position() + 1;
    }

    private void add(List<StoredEvent> events) {
        kept.addAll(events);
        if (kept.size() > KEPT_MAX) {
            kept = new ArrayList<>(kept.subList(kept.size() - KEPT_MAX / 2, kept.size()));
        }
    }
}
