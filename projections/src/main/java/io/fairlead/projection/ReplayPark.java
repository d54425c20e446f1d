package io.fairlead.projection;

import java.util.List;

/**
 * Events that a replay could not fold; read by operators and auditors.
 *
 * @param events how many were parked, once for each view that could not take them
 * @param causes why, in the order of the first event of each; {@value #CAUSES_MAX} at most
 */
public record ReplayPark(long events, List<Cause> causes) {

    static final int CAUSES_MAX = 50;

    /** What a replay that took everything leaves. */
    public static final ReplayPark EMPTY = new ReplayPark(0, List.of());

    /**
     * Events of one kind that one view could not take for one reason.
     *
     * @param view name of the projection
     * @param type Avro full name
     * @param reason what was wrong, or that they wait for an earlier event of their stream
     * @param events how many
     * @param position of the first in the log
     * @param aggregateId stream of the first
     */
    public record Cause(String view, String type, String reason, long events, long position, String aggregateId) {}
}
