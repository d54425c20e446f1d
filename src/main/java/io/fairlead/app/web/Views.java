package io.fairlead.app.web;

import java.time.Duration;

/** How far the read side is; the application adapts the projection engine to it. */
public interface Views {

    /** Position of the last stored event. */
    long head();

    /** Position up to which every view has seen every event. */
    long reached();

    /** Waits until every view has seen the position; false when that took longer than the patience. */
    boolean await(long position, Duration patience);

    /**
     * Waits until every view has seen everything stored by now, for answers that must count all of it.
     *
     * @throws Refused with 503 when that takes longer than the patience: a stale answer would look like a true one
     */
    default void awaitHead(Duration patience) {
        long head = head();
        if (!await(head, patience)) {
            throw new Refused(Refusal.viewsBehind(null, reached(), head, "ask again later"));
        }
    }
}
