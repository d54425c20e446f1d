package io.fairlead.expense.api;

import io.fairlead.app.web.Accepted;
import io.fairlead.app.web.BatchAnswer;
import io.fairlead.app.web.Batches;
import io.fairlead.app.web.Call;
import io.fairlead.app.web.CommandResponder;
import io.fairlead.app.web.MasterDataReader;
import io.fairlead.expense.ApproveExpense;
import io.fairlead.expense.DeferExpense;
import io.fairlead.expense.ExpenseId;
import io.fairlead.expense.RejectExpense;
import io.fairlead.expense.SubmitExpense;
import io.fairlead.expense.WriteOffExpense;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.InstantSource;
import java.time.LocalDate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Money spent for projects, one by one or in batches. */
@RestController
@RequestMapping("/v1/expenses")
@Tag(name = "Expenses")
public class ExpenseApi {

    private final CommandResponder desk;
    private final MasterDataReader known;
    private final ExpenseRecorder recorder;
    private final Batches batches;
    private final InstantSource clock;

    ExpenseApi(
            CommandResponder desk,
            MasterDataReader known,
            ExpenseRecorder recorder,
            Batches batches,
            InstantSource clock) {
        this.desk = desk;
        this.known = known;
        this.recorder = recorder;
        this.batches = batches;
        this.clock = clock;
    }

    /** Why not. */
    public record ExpenseRejection(
            @NotNull @Schema(example = "no receipt") String reason) {}

    /** Why its value is given up. */
    public record ExpenseWriteOff(
            @NotNull @Schema(description = "the accounting date")
            LocalDate on,

            @NotNull @Schema(example = "goodwill") String reason) {}

    /** Until when it waits. */
    public record ExpenseDeferral(
            @NotNull @Schema(description = "first cut-off that takes it again")
            LocalDate until,

            @NotNull @Schema(example = "the customer asked") String reason) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Enter an expense")
    ResponseEntity<Accepted> record(Call call, @Valid @RequestBody NewExpense body) {
        var command = recorder.command(body, call, known.ask());
        var id = command.expenseId();
        return desk.create(call, "/v1/expenses/" + id, id, command);
    }

    @PostMapping("/batch")
    @Operation(summary = "Enter many expenses; each is refused on its own")
    ResponseEntity<BatchAnswer> recordAll(Call call, @Valid @RequestBody Batches.Items body) {
        var answers = known.ask();
        return desk.acceptAll(call, body.items(), (item, own) -> {
            var command = recorder.command(batches.read(item, NewExpense.class), own, answers);
            return new CommandResponder.Draft(command.expenseId().value(), command);
        });
    }

    @PostMapping("/{id}/submission")
    @Operation(summary = "Offer an expense for approval")
    ResponseEntity<Accepted> submit(Call call, @PathVariable String id) {
        var expense = ExpenseId.of(id);
        return desk.accept(call, expense, new SubmitExpense(expense, call.actor(), clock.instant()));
    }

    @PostMapping("/{id}/approval")
    @Operation(summary = "Accept a submitted expense; not by its author or spender (V-03)")
    ResponseEntity<Accepted> approve(Call call, @PathVariable String id) {
        var expense = ExpenseId.of(id);
        return desk.accept(call, expense, new ApproveExpense(expense, call.actor(), clock.instant()));
    }

    @PostMapping("/{id}/rejection")
    @Operation(summary = "Send a submitted expense back")
    ResponseEntity<Accepted> reject(Call call, @PathVariable String id, @Valid @RequestBody ExpenseRejection body) {
        var expense = ExpenseId.of(id);
        return desk.accept(call, expense, new RejectExpense(expense, call.actor(), body.reason(), clock.instant()));
    }

    @PostMapping("/{id}/write-off")
    @Operation(summary = "Give up what is unbilled of an expense")
    ResponseEntity<Accepted> writeOff(Call call, @PathVariable String id, @Valid @RequestBody ExpenseWriteOff body) {
        var expense = ExpenseId.of(id);
        return desk.accept(call, expense, new WriteOffExpense(expense, body.on(), body.reason()));
    }

    @PostMapping("/{id}/deferral")
    @Operation(summary = "Leave an expense out of earlier billing runs")
    ResponseEntity<Accepted> defer(Call call, @PathVariable String id, @Valid @RequestBody ExpenseDeferral body) {
        var expense = ExpenseId.of(id);
        return desk.accept(call, expense, new DeferExpense(expense, body.until(), body.reason(), call.actor()));
    }
}
