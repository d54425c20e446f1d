package io.fairlead.project.api;

import io.fairlead.app.web.Accepted;
import io.fairlead.app.web.Call;
import io.fairlead.app.web.CommandResponder;
import io.fairlead.app.web.MasterDataReader;
import io.fairlead.project.ProjectId;
import io.fairlead.project.ReviseEstimate;
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

/** What the work of projects will have cost in the end. */
@RestController
@RequestMapping("/v1/projects/{id}/estimates")
@Tag(name = "Projects")
public class EstimateApi {

    private final CommandResponder desk;
    private final MasterDataReader known;

    EstimateApi(CommandResponder desk, MasterDataReader known) {
        this.desk = desk;
        this.known = known;
    }

    /** An estimate at completion. */
    public record NewEstimate(
            @Schema(description = "contract line whose work it is; the project's when absent", example = "2") @Nullable
            Integer lineNo,

            @NotNull
            @Schema(
                    description = "cost at completion, what was spent included; in the contract's currency",
                    type = "string",
                    example = "700000.00")
            BigDecimal estimate,

            @NotNull @Schema(description = "day from which it holds")
            LocalDate asOf,

            @NotNull @Schema(example = "scope of phase 2 is known")
            String reason) {}

    @PostMapping
    @Operation(summary = "Say what the work of a contract line will have cost in the end (R5)")
    ResponseEntity<Accepted> revise(Call call, @PathVariable String id, @Valid @RequestBody NewEstimate body) {
        var project = ProjectId.of(id);
        var line = body.lineNo() == null ? known.ask().project(project).lineNo() : body.lineNo();
        return desk.accept(
                call,
                project,
                new ReviseEstimate(project, line, body.estimate(), body.asOf(), body.reason(), call.actor()));
    }
}
