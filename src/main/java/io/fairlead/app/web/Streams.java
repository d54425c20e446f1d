package io.fairlead.app.web;

/** Where aggregates stand; the application adapts the event log to it. */
public interface Streams {

    /**
     * A stream at one moment.
     *
     * @param events how many it has
     * @param lastPosition of the last of them; both are 0 when there is no such stream
     */
    record Standing(long events, long lastPosition) {}

    /** Of {@code <kind>:<key>}. */
    Standing standing(String streamKey);

    /** Position of the last event of {@code <kind>:<key>}; 0 when there is none. */
    default long lastPosition(String streamKey) {
        return standing(streamKey).lastPosition();
    }
}
