package io.fairlead.exception;

import io.fairlead.shared.NameUuid;
import java.time.Instant;

/**
 * A stream whose events a view or a process could not take and that waits for a person, as a work item: one for each such
 * stream and reader, open as long as it waits.
 *
 * @param code {@link #VIEW} or {@link #PROCESS}
 * @param reader name of the view or process
 * @param streamKey whose events wait
 */
public record ParkedStream(String code, String reader, String streamKey) {

    /** A view parked. */
    public static final String VIEW = "VIEW_PARKED";

    /** A process parked. */
    public static final String PROCESS = "PROCESS_PARKED";

    private static final String ITSELF = "fairlead|parked-items";

    /**
     * Of work items that a reader cannot take there is one item for all: the item of one would be parked by the same reader,
     * and would need an item.
     */
    public ExceptionId exceptionId() {
        var about = streamKey.startsWith(ExceptionId.KIND + ":") ? ExceptionId.KIND : streamKey;
        return ExceptionId.of(NameUuid.of("exception", code, reader, about).toString());
    }

    /**
     * The item; raised while it is open, it changes nothing.
     *
     * @param eventType simple name of the event that was not taken
     */
    public RaiseException raise(String eventType, Instant at) {
        var sentence =
                "%s could not take %s of %s, and whatever follows there waits. See why in `fairlead parked list`, mend that, then"
                                .formatted(reader, eventType, streamKey)
                        + " `fairlead parked retry`; or set the event aside for it with `fairlead parked discard`.";
        return new RaiseException(exceptionId(), code, streamKey, sentence, OwnerRole.IT, null, null, at, false);
    }

    /** What clears an item of which nothing is parked any more. */
    public static ResolveException clear(ExceptionId item, Instant at) {
        return new ResolveException(item, "taken again, or set aside by a person", ITSELF, 0, at);
    }
}
