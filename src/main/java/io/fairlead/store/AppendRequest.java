package io.fairlead.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Events of one stream that are stored together or not at all, with the command that caused them.
 *
 * @param aggregateId stream key, for example {@code time-entry:<uuid>}; empty for a command without events
 * @param aggregateType simple name of the aggregate; empty for a command without events
 * @param expectedVersion how many events the stream has; the first event's sequence number
 * @param events in order; empty for a command that changed nothing
 * @param command null when the append is not caused by an identified command
 */
public record AppendRequest(
        String aggregateId,
        String aggregateType,
        long expectedVersion,
        List<NewEvent> events,
        @Nullable CommandIdentity command) {

    public static final int EVENTS_MAX = 10_000;

    public AppendRequest {
        events = List.copyOf(events);
        if (events.isEmpty() && command == null) {
            throw new IllegalArgumentException("an append needs events or a command");
        }
        if (events.size() > EVENTS_MAX) {
            throw new IllegalArgumentException(
                    events.size() + " events in one append, at most " + EVENTS_MAX + ": split the command");
        }
        if (!events.isEmpty() && (aggregateId.isEmpty() || aggregateType.isEmpty() || expectedVersion < 0)) {
            throw new IllegalArgumentException("events need aggregateId, aggregateType and expectedVersion >= 0");
        }
    }

    /** An accepted command that changed nothing; its key is kept all the same. */
    public static AppendRequest commandOnly(CommandIdentity command) {
        return new AppendRequest("", "", 0, List.of(), command);
    }
}
