package io.fairlead.log;

import java.time.Duration;
import java.util.List;

/** A log over another one, to which it passes on whatever is not overridden. As thread-safe as that one. */
public abstract class ForwardingEventLog implements EventLog {

    protected final EventLog log;

    /** @param log told by this one */
    protected ForwardingEventLog(EventLog log) {
        this.log = log;
    }

    @Override
    public List<StoredEvent> after(long position, int limit) {
        return log.after(position, limit);
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
