package io.fairlead.app.web;

/** Where aggregates stand; the application adapts the event log to it. */
public interface Streams {

    /** Position of the last event of {@code <kind>:<key>}; 0 when there is none. */
    long lastPosition(String streamKey);
}
