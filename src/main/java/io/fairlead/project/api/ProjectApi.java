package io.fairlead.project.api;

import io.fairlead.app.web.Accepted;
import io.fairlead.app.web.Call;
import io.fairlead.app.web.CommandResponder;
import io.fairlead.app.web.MasterDataReader;
import io.fairlead.contract.ContractId;
import io.fairlead.project.AddTask;
import io.fairlead.project.CloseProject;
import io.fairlead.project.OpenProject;
import io.fairlead.project.ProjectId;
import io.fairlead.shared.TimeClasses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Projects and their work breakdown. */
@RestController
@RequestMapping("/v1/projects")
@Tag(name = "Projects")
public class ProjectApi {

    private final CommandResponder desk;
    private final MasterDataReader known;

    ProjectApi(CommandResponder desk, MasterDataReader known) {
        this.desk = desk;
        this.known = known;
    }

    /** A project; buyer, seller, currency and zone are the contract's. */
    public record NewProject(
            @Schema(description = "own key; made when absent", example = "p-2026-001") @Nullable
            String id,

            @NotNull @Schema(example = "c-2026-001") String contract,

            @NotNull @Schema(example = "Rollout") String name,

            @Schema(description = "contract line that time goes to; the first when absent", example = "1") @Nullable
            Integer lineNo,

            @NotNull LocalDate openedOn) {}

    /** A piece of the work breakdown. */
    public record NewTask(
            @Schema(description = "unique within the project; made when absent", example = "design") @Nullable
            String id,

            @NotNull @Schema(example = "Design") String name,

            @Schema(description = "contract line that its time goes to; the project's when absent", example = "1")
            @Nullable
            Integer lineNo,

            @Schema(description = "BILLABLE, CREDITED or NON_BILLABLE; BILLABLE when absent") @Nullable
            String timeClass) {}

    /** Day. */
    public record ProjectEnd(@NotNull LocalDate closedOn) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Let work on a contract begin")
    ResponseEntity<Accepted> open(Call call, @Valid @RequestBody NewProject body) {
        var id = ProjectId.of(call.keyOr(body.id(), ProjectId.KIND));
        var contractId = ContractId.of(body.contract());
        var contract = known.ask().contract(contractId);
        return desk.create(
                call,
                "/v1/projects/" + id,
                id,
                new OpenProject(
                        id,
                        contractId,
                        contract.customerId(),
                        contract.legalEntityId(),
                        body.name(),
                        contract.currency(),
                        contract.zone(),
                        body.lineNo() == null ? contract.firstLineNo() : body.lineNo(),
                        body.openedOn()));
    }

    @PostMapping("/{id}/tasks")
    @Operation(summary = "Add a piece of the work breakdown")
    ResponseEntity<Accepted> task(Call call, @PathVariable String id, @Valid @RequestBody NewTask body) {
        var project = ProjectId.of(id);
        var line = body.lineNo() == null ? known.ask().project(project).lineNo() : body.lineNo();
        return desk.accept(
                call,
                project,
                new AddTask(
                        project,
                        call.keyOr(body.id(), "task"),
                        body.name(),
                        line,
                        body.timeClass() == null ? TimeClasses.BILLABLE : body.timeClass()));
    }

    @PostMapping("/{id}/close")
    @Operation(summary = "Accept no further time on a project")
    ResponseEntity<Accepted> close(Call call, @PathVariable String id, @Valid @RequestBody ProjectEnd body) {
        var project = ProjectId.of(id);
        return desk.accept(call, project, new CloseProject(project, body.closedOn()));
    }
}
