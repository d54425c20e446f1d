package io.fairlead.expense.api;

import io.fairlead.app.web.Accepted;
import io.fairlead.app.web.Call;
import io.fairlead.app.web.CommandResponder;
import io.fairlead.app.web.Headers;
import io.fairlead.app.web.MasterDataReader;
import io.fairlead.expense.ExpenseId;
import io.fairlead.expense.ExpenseTarget;
import io.fairlead.expense.MoveExpense;
import io.fairlead.expense.api.ExpensePreviews.ExpensePreview;
import io.fairlead.project.ProjectId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Expenses that were for another line, project or customer. */
@RestController
@RequestMapping("/v1/expenses/{id}/move")
@Tag(name = "Expenses")
public class ExpenseMoveApi {

    private final CommandResponder desk;
    private final MasterDataReader known;
    private final ExpensePreviews changes;
    private final InstantSource clock;

    ExpenseMoveApi(CommandResponder desk, MasterDataReader known, ExpensePreviews changes, InstantSource clock) {
        this.desk = desk;
        this.known = known;
        this.changes = changes;
        this.clock = clock;
    }

    /** Where to. */
    public record ExpenseMove(
            @NotNull @Schema(example = "p-2026-002") String project,

            @Schema(description = "contract line there; the project's when absent") @Nullable
            Integer lineNo,

            @NotNull @Schema(example = "it was for the other project")
            String reason) {}

    @PostMapping
    @Operation(
            summary = "Move an expense; it is one of its own there, which Fairlead-Also names",
            description =
                    "What is unbilled here goes, with its limits; of what is billed a credit is proposed. An approved one"
                            + " is approved there by who moves it: neither its author nor its spender (V-03).")
    ResponseEntity<Accepted> move(Call call, @PathVariable String id, @Valid @RequestBody ExpenseMove body) {
        var command = command(call, id, body);
        var answer = desk.accept(call, command.expenseId(), command);
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .header(Headers.ALSO, command.movedTo().value())
                .body(answer.getBody());
    }

    @PostMapping("/preview")
    @Operation(summary = "Tell what a move would do here, or its refusal; record nothing")
    ResponseEntity<ExpensePreview> preview(Call call, @PathVariable String id, @Valid @RequestBody ExpenseMove body) {
        return ResponseEntity.ok(changes.preview(command(call, id, body)));
    }

    private MoveExpense command(Call call, String id, ExpenseMove body) {
        var project = ProjectId.of(body.project());
        var facts = known.ask().project(project);
        var target = new ExpenseTarget(
                project,
                facts.contractId(),
                body.lineNo() == null ? facts.lineNo() : body.lineNo(),
                facts.customerId(),
                facts.legalEntityId());
        return new MoveExpense(ExpenseId.of(id), target, body.reason(), call.actor(), clock.instant());
    }
}
