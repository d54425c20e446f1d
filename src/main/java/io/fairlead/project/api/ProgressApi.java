package io.fairlead.project.api;

import io.fairlead.app.web.Accepted;
import io.fairlead.app.web.Call;
import io.fairlead.app.web.CommandResponder;
import io.fairlead.app.web.MasterDataReader;
import io.fairlead.app.web.Reads;
import io.fairlead.project.AcceptProgressReduction;
import io.fairlead.project.AgreeProgressItem;
import io.fairlead.project.ProjectId;
import io.fairlead.project.ReportProgress;
import io.fairlead.project.view.ProgressQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How far projects are that are billed by percent complete. */
@RestController
@RequestMapping("/v1/projects/{id}")
@Tag(name = "Progress")
public class ProgressApi {

    private final CommandResponder desk;
    private final MasterDataReader known;
    private final Reads reads;
    private final ProgressQuery query;
    private final InstantSource clock;

    ProgressApi(CommandResponder desk, MasterDataReader known, Reads reads, ProgressQuery query, InstantSource clock) {
        this.desk = desk;
        this.known = known;
        this.reads = reads;
        this.query = query;
        this.clock = clock;
    }

    /** A part of the work. */
    public record NewProgressItem(
            @Schema(description = "unique within the project; made when absent", example = "design") @Nullable
            String id,

            @Schema(description = "contract line that pays; the project's when absent", example = "1") @Nullable
            Integer lineNo,

            @NotNull @Schema(example = "Design") String name,

            @Schema(description = "planned time, with rate; absent when the price is fixed", example = "18000")
            @Nullable
            Integer seconds,

            @Schema(description = "price of an hour", type = "string", example = "20.00") @Nullable
            BigDecimal rate,

            @Schema(description = "fixed price; absent when planned by time", type = "string", example = "50.00")
            @Nullable
            BigDecimal price) {}

    /** How far parts are. */
    public record NewProgressReport(
            @Schema(description = "unique within the project; made when absent", example = "2026-03") @Nullable
            String id,

            @Schema(description = "the project's line when absent", example = "1") @Nullable
            Integer lineNo,

            @NotNull @Schema(description = "parts not named stay as they were")
            List<@NotNull @Valid PartDone> items,

            @NotNull @Schema(description = "the service date")
            LocalDate reportedOn,

            @NotNull @Schema(description = "where the proof is", example = "minutes of 2026-03-31")
            String evidence) {}

    /** How far one part is. */
    public record PartDone(
            @NotNull @Schema(example = "design") String item,

            @NotNull @Schema(description = "0 to 1, at most 6 decimals", type = "string", example = "0.5")
            BigDecimal complete) {}

    @PostMapping("/progress-items")
    @Operation(summary = "Agree a part of the work that is billed by percent complete")
    ResponseEntity<Accepted> agree(Call call, @PathVariable String id, @Valid @RequestBody NewProgressItem body) {
        var project = ProjectId.of(id);
        return desk.accept(
                call,
                project,
                new AgreeProgressItem(
                        project,
                        call.keyOr(body.id(), "progress-item"),
                        lineOf(project, body.lineNo()),
                        body.name(),
                        body.seconds(),
                        body.rate(),
                        body.price()));
    }

    @PostMapping("/progress-reports")
    @Operation(summary = "Report how far the parts of a line are; more than before may be billed, less is a proposal")
    ResponseEntity<Accepted> report(Call call, @PathVariable String id, @Valid @RequestBody NewProgressReport body) {
        var project = ProjectId.of(id);
        return desk.accept(
                call,
                project,
                new ReportProgress(
                        project,
                        call.keyOr(body.id(), "progress-report"),
                        lineOf(project, body.lineNo()),
                        body.items().stream()
                                .map(part -> new ReportProgress.Part(part.item(), part.complete()))
                                .toList(),
                        body.reportedOn(),
                        call.actor(),
                        body.evidence()));
    }

    @PostMapping("/progress-reports/{report}/reduction")
    @Operation(summary = "Accept that less is billed since the report went back; not by its reporter (Q-05)")
    ResponseEntity<Accepted> reduce(Call call, @PathVariable String id, @PathVariable String report) {
        var project = ProjectId.of(id);
        return desk.accept(call, project, new AcceptProgressReduction(project, report, call.actor(), clock.instant()));
    }

    @GetMapping("/progress")
    @Operation(summary = "Parts of a project, how far they are, and the reports")
    ResponseEntity<ProgressQuery.Progress> progress(
            @PathVariable String id, @RequestParam(name = "at-least", required = false) @Nullable Long atLeast) {
        var project = ProjectId.of(id);
        return reads.one(project, atLeast, () -> Optional.of(query.of(project.value())));
    }

    private int lineOf(ProjectId project, @Nullable Integer given) {
        return given == null ? known.ask().project(project).lineNo() : given;
    }
}
