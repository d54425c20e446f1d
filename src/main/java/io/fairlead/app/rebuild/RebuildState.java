package io.fairlead.app.rebuild;

import io.fairlead.projection.ReplayPark;
import io.fairlead.projection.ShadowReport;
import io.fairlead.projection.TableDifference;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a rebuild stands; told to operators.
 *
 * @param view what is rebuilt, or all
 * @param kind build, dry-run or rollback
 * @param state running, done or failed
 * @param generation the one made or returned to
 * @param requestedBy issuer|subject
 * @param position place in the log that the generation has reached
 * @param head place in the log that it has to reach
 * @param perSecond events replayed per second, 0 when nothing runs here
 * @param secondsLeft at this rate; null when that is not known
 * @param failure why it failed; null when it did not
 * @param found what it found; null while it runs
 */
@Schema(name = "Rebuild")
public record RebuildState(
        String id,
        String view,
        String kind,
        String state,
        int generation,
        String requestedBy,
        long position,
        long head,
        long perSecond,
        @Nullable Long secondsLeft,
        @Nullable String failure,
        @Nullable Found found) {

    /**
     * What a rebuild found.
     *
     * @param position of the log up to which it was folded
     * @param rows compared; 0 when nothing was
     * @param differences rows missing, too many or changed, of all tables
     * @param replaced whether the replayed rows serve now
     * @param seconds that the replay took
     * @param tables empty when nothing was compared
     * @param parked what the replay could not fold, such as events that today's classes do not read
     */
    @Schema(name = "RebuildFound")
    public record Found(
            long position,
            long rows,
            long differences,
            boolean replaced,
            double seconds,
            List<Table> tables,
            ReplayPark parked) {

        /** What was noted by a version that did not tell of parked events has none to tell. */
        @SuppressWarnings("ConstantValue") // Absent in an older note, whatever the type says.
        public Found {
            parked = Objects.requireNonNullElse(parked, ReplayPark.EMPTY);
        }

        static Found of(ShadowReport report) {
            var tables = report.tables().stream().map(Table::of).toList();
            return new Found(
                    report.position(),
                    tables.stream().mapToLong(Table::rows).sum(),
                    tables.stream()
                            .mapToLong(table -> table.missing() + table.surplus() + table.changed())
                            .sum(),
                    report.swapped(),
                    report.replayMillis() / 1000.0,
                    tables,
                    report.parked());
        }
    }

    /** One table: rows, differences, and sums by column and currency as served and as replayed. */
    @Schema(name = "RebuildTable")
    public record Table(
            String table,
            long rows,
            long missing,
            long surplus,
            long changed,
            @Nullable String first,
            Map<String, BigDecimal> served,
            Map<String, BigDecimal> replayed) {

        static Table of(TableDifference table) {
            return new Table(
                    table.table(),
                    table.rows(),
                    table.missing(),
                    table.surplus(),
                    table.changed(),
                    table.first(),
                    table.served(),
                    table.replayed());
        }
    }
}
