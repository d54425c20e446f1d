package io.fairlead.expense.api;

import io.fairlead.app.web.Accepted;
import io.fairlead.app.web.Call;
import io.fairlead.app.web.CommandResponder;
import io.fairlead.expense.ExpenseId;
import io.fairlead.expense.WithdrawExpense;
import io.fairlead.expense.api.ExpensePreviews.ExpensePreview;
import io.fairlead.expense.api.ExpensePreviews.ExpenseWithdrawal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.InstantSource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Expenses that are none at all. */
@RestController
@RequestMapping("/v1/expenses/{id}")
@Tag(name = "Expenses")
public class ExpenseWithdrawalApi {

    private final CommandResponder desk;
    private final ExpensePreviews changes;
    private final InstantSource clock;

    ExpenseWithdrawalApi(CommandResponder desk, ExpensePreviews changes, InstantSource clock) {
        this.desk = desk;
        this.changes = changes;
        this.clock = clock;
    }

    @PostMapping("/withdrawal")
    @Operation(
            summary = "Say that an approved expense is none; by neither its author nor its spender (V-03)",
            description = ExpenseChangeApi.FOLLOWS)
    ResponseEntity<Accepted> withdraw(Call call, @PathVariable String id, @Valid @RequestBody ExpenseWithdrawal body) {
        var command = withdrawal(call, id, body);
        return desk.accept(call, command.expenseId(), command);
    }

    @PostMapping("/withdrawal/preview")
    @Operation(summary = "Tell what a withdrawal would do, or its refusal; record nothing")
    ResponseEntity<ExpensePreview> previewWithdrawal(
            Call call, @PathVariable String id, @Valid @RequestBody ExpenseWithdrawal body) {
        return ResponseEntity.ok(changes.preview(withdrawal(call, id, body)));
    }

    private WithdrawExpense withdrawal(Call call, String id, ExpenseWithdrawal body) {
        return new WithdrawExpense(ExpenseId.of(id), body.reason(), call.actor(), clock.instant());
    }
}
