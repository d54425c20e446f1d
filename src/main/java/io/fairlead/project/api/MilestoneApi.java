package io.fairlead.project.api;

import io.fairlead.app.web.Accepted;
import io.fairlead.app.web.Call;
import io.fairlead.app.web.CommandResponder;
import io.fairlead.app.web.MasterDataReader;
import io.fairlead.project.AcceptMilestone;
import io.fairlead.project.ProjectId;
import io.fairlead.project.ReachMilestone;
import io.fairlead.project.ScheduleMilestone;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Billable results of projects. */
@RestController
@RequestMapping("/v1/projects/{id}/milestones")
@Tag(name = "Milestones")
public class MilestoneApi {

    private final CommandResponder desk;
    private final MasterDataReader known;

    MilestoneApi(CommandResponder desk, MasterDataReader known) {
        this.desk = desk;
        this.known = known;
    }

    /** A billable result. */
    public record NewMilestone(
            @Schema(description = "unique within the project; made when absent", example = "m1") @Nullable
            String id,

            @Schema(description = "contract line that pays; the project's when absent", example = "2") @Nullable
            Integer lineNo,

            @NotNull @Schema(example = "Go-live") String name,

            @NotNull @Schema(description = "in the contract's currency", type = "string", example = "12000.00")
            BigDecimal amount,

            @NotNull @Schema(description = "day it is expected")
            LocalDate dueOn,

            @Schema(description = "system it comes from; none when absent", example = "jira") @Nullable
            String source,

            @Schema(description = "identifier there: told under another id it is the same milestone", example = "17")
            @Nullable
            String sourceId) {}

    /** The result is there. */
    public record Reached(@NotNull LocalDate reachedOn) {}

    /** The customer accepted it. */
    public record Acceptance(
            @NotNull @Schema(description = "the service date")
            LocalDate acceptedOn,

            @NotNull @Schema(description = "as the customer's document says", example = "J. Doe")
            String acceptedBy,

            @NotNull @Schema(description = "where the proof is", example = "mail of 2026-03-31")
            String evidence) {}

    @PostMapping
    @Operation(summary = "Agree a billable result")
    ResponseEntity<Accepted> schedule(Call call, @PathVariable String id, @Valid @RequestBody NewMilestone body) {
        var project = ProjectId.of(id);
        var line = body.lineNo() == null ? known.ask().project(project).lineNo() : body.lineNo();
        return desk.accept(
                call,
                project,
                new ScheduleMilestone(
                        project,
                        call.keyOr(body.id(), "milestone"),
                        line,
                        body.name(),
                        body.amount(),
                        body.dueOn(),
                        body.source(),
                        body.sourceId()));
    }

    @PostMapping("/{milestone}/reached")
    @Operation(summary = "Say that a result is there")
    ResponseEntity<Accepted> reach(
            Call call, @PathVariable String id, @PathVariable String milestone, @Valid @RequestBody Reached body) {
        var project = ProjectId.of(id);
        return desk.accept(call, project, new ReachMilestone(project, milestone, body.reachedOn()));
    }

    @PostMapping("/{milestone}/acceptance")
    @Operation(summary = "Note that the customer accepted a result")
    ResponseEntity<Accepted> accept(
            Call call, @PathVariable String id, @PathVariable String milestone, @Valid @RequestBody Acceptance body) {
        var project = ProjectId.of(id);
        return desk.accept(
                call,
                project,
                new AcceptMilestone(project, milestone, body.acceptedOn(), body.acceptedBy(), body.evidence()));
    }
}
