package io.fairlead.gateway.topics;

import org.jspecify.annotations.Nullable;

/**
 * What the publisher is doing, for health checks and operators.
 *
 * @param phase what it is doing
 * @param position last event known to stand on its topic; -1 before Kafka told
 * @param head last event of the log when last looked at
 * @param lastError why the phase is not {@code PUBLISHING}, or the last failure that was overcome
 */
public record PublisherState(
        Phase phase, long position, long head, @Nullable String lastError) {

    /** What a publisher can be doing. */
    public enum Phase {
        /** Not started, or connecting for the first time. */
        STARTING,
        /** Connected; publishes what comes. */
        PUBLISHING,
        /** Kafka, registry or store do not answer, or the registry refuses a schema; tries again by itself. */
        RETRYING,
        /** Another publisher took over; stands by, then takes over again. */
        FENCED,
        /** Needs a person: an event was rejected, or log and topics do not fit. Nothing was skipped. */
        STOPPED,
        /** Closed by its owner. */
        CLOSED
    }

    /** Events of the log that do not stand on their topic yet, counted by position; all of them when unknown. */
    public long lag() {
        return Math.max(0, head - Math.max(0, position));
    }
}
