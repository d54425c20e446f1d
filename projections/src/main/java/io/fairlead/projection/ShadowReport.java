package io.fairlead.projection;

import java.util.List;

/**
 * What a shadow replay found.
 *
 * @param position place in the log up to which both sides were compared
 * @param events log positions replayed
 * @param replayMillis time the replay took, milliseconds
 * @param tables one for each table, in the projections' order
 * @param parked what the replay itself could not fold, such as events that today's classes do not read
 * @param swapped whether the replayed rows serve now
 */
public record ShadowReport(
        long position,
        long events,
        long replayMillis,
        List<TableDifference> tables,
        ReplayPark parked,
        boolean swapped) {

    /** Whether all was folded, and every row of it is the one that serves. */
    public boolean identical() {
        return parked.events() == 0 && tables.stream().allMatch(TableDifference::identical);
    }
}
