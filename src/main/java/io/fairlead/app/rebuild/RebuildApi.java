package io.fairlead.app.rebuild;

import io.fairlead.app.web.Refusal;
import io.fairlead.app.web.Refused;
import io.fairlead.projection.ShadowReport;
import io.fairlead.projection.TableDifference;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Rebuilding of views from the log, for operators and auditors. */
@RestController
@RequestMapping("/v1/rebuilds")
@Tag(name = "Audit")
public class RebuildApi {

    private final Rebuilds rebuilds;

    RebuildApi(Rebuilds rebuilds) {
        this.rebuilds = rebuilds;
    }

    /** What to rebuild. */
    public record NewRebuild(
            @Schema(description = "view, for example unbilled; all when absent") @Nullable
            String view,

            @Schema(description = "only compare, change nothing; false when absent") @Nullable
            Boolean dryRun) {}

    /**
     * What a rebuild found.
     *
     * @param position of the log up to which both sides were compared
     * @param differences rows missing, too many or changed, of all tables
     * @param replaced whether the replayed rows serve now
     */
    public record Rebuild(
            String view,
            long position,
            long rows,
            long differences,
            boolean replaced,
            double seconds,
            List<Table> tables) {}

    /** One table: rows, differences, and sums by column and currency as served and as replayed. */
    public record Table(
            String table,
            long rows,
            long missing,
            long surplus,
            long changed,
            @Nullable String first,
            Map<String, BigDecimal> served,
            Map<String, BigDecimal> replayed) {}

    /** How far the running rebuild is. */
    public record Progress(long position, long head) {}

    @PostMapping
    @Operation(
            summary = "Replays a view, or all, from the log and compares",
            description = "Answers when it is done. Without dryRun the replayed rows serve from then on.")
    Rebuild rebuild(@RequestBody NewRebuild wanted) {
        var view = wanted.view();
        if (view != null && !Rebuilds.views().contains(view)) {
            throw new Refused(new Refusal(
                    422,
                    "VIEW_UNKNOWN",
                    "view",
                    "there is no such view",
                    "use " + String.join(", ", Rebuilds.views())));
        }
        var report = rebuilds.replay(view == null ? List.of() : List.of(view), Boolean.TRUE.equals(wanted.dryRun()))
                .orElseThrow(() -> new Refused(new Refusal(
                        409, "REBUILD_RUNNING", null, "views are being replayed already", "wait until that is done")));
        return told(view == null ? "all" : view, report);
    }

    @GetMapping("/progress")
    @Operation(summary = "How far the running rebuild has come; position 0 when none is running")
    Progress progress() {
        return new Progress(rebuilds.position(), rebuilds.head());
    }

    private static Rebuild told(String view, ShadowReport report) {
        var tables = report.tables().stream().map(RebuildApi::told).toList();
        return new Rebuild(
                view,
                report.position(),
                tables.stream().mapToLong(Table::rows).sum(),
                tables.stream()
                        .mapToLong(table -> table.missing() + table.surplus() + table.changed())
                        .sum(),
                report.swapped(),
                report.replayMillis() / 1000.0,
                tables);
    }

    private static Table told(TableDifference table) {
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
