package io.fairlead.projection;

import java.util.List;

/**
 * What a shadow replay found.
 *
 * @param position place in the log up to which both sides were compared
 * @param events log positions replayed
 * @param replayMillis time the replay took, milliseconds
 * @param tables one for each table, in the projections' order
 * @param swapped whether the replayed rows serve now
 */
public record ShadowReport(
        long position, long events, long replayMillis, List<TableDifference> tables, boolean swapped) {

    public boolean identical() {
        return tables.stream().allMatch(TableDifference::identical);
    }
}
