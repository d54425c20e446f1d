package io.fairlead.expense.api;

import io.fairlead.app.web.Accepted;
import io.fairlead.app.web.Call;
import io.fairlead.app.web.CommandResponder;
import io.fairlead.expense.CorrectExpense;
import io.fairlead.expense.ExpenseId;
import io.fairlead.expense.ReceiptFigures;
import io.fairlead.expense.RefundExpense;
import io.fairlead.expense.api.ExpensePreviews.ExpenseCorrection;
import io.fairlead.expense.api.ExpensePreviews.ExpensePreview;
import io.fairlead.expense.api.ExpensePreviews.ExpenseRefund;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.Objects;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Expenses that were told wrongly, or given back by the supplier. */
@RestController
@RequestMapping("/v1/expenses/{id}")
@Tag(name = "Expenses")
public class ExpenseChangeApi {

    static final String FOLLOWS = "After its approval cost, price and limits follow what is unbilled; of what is"
            + " billed a credit is proposed. Nothing while it stands on a draft (V-11).";

    private final CommandResponder desk;
    private final ExpensePreviews changes;
    private final InstantSource clock;

    ExpenseChangeApi(CommandResponder desk, ExpensePreviews changes, InstantSource clock) {
        this.desk = desk;
        this.changes = changes;
        this.clock = clock;
    }

    @PostMapping("/corrections")
    @Operation(
            summary = "Change an expense; an approved one by neither its author nor its spender (V-03)",
            description = FOLLOWS)
    ResponseEntity<Accepted> correct(Call call, @PathVariable String id, @Valid @RequestBody ExpenseCorrection body) {
        var command = command(call, id, body);
        return desk.accept(call, command.expenseId(), command);
    }

    @PostMapping("/corrections/preview")
    @Operation(summary = "Tell what a correction would do, or its refusal; record nothing")
    ResponseEntity<ExpensePreview> previewCorrection(
            Call call, @PathVariable String id, @Valid @RequestBody ExpenseCorrection body) {
        return ResponseEntity.ok(changes.preview(command(call, id, body)));
    }

    @PostMapping("/refunds")
    @Operation(summary = "Note what the supplier of an approved expense gave back", description = FOLLOWS)
    ResponseEntity<Accepted> refund(Call call, @PathVariable String id, @Valid @RequestBody ExpenseRefund body) {
        var command = command(call, id, body);
        return desk.accept(call, command.expenseId(), command);
    }

    @PostMapping("/refunds/preview")
    @Operation(summary = "Tell what a refund would do, or its refusal; record nothing")
    ResponseEntity<ExpensePreview> previewRefund(
            Call call, @PathVariable String id, @Valid @RequestBody ExpenseRefund body) {
        return ResponseEntity.ok(changes.preview(command(call, id, body)));
    }

    private CorrectExpense command(Call call, String id, ExpenseCorrection body) {
        var receipt = new ReceiptFigures(body.amount(), body.tax(), body.recoverableTax(), body.currency());
        return new CorrectExpense(
                ExpenseId.of(id),
                body.spentOn(),
                receipt,
                body.category(),
                body.reason(),
                call.actor(),
                clock.instant(),
                false);
    }

    private RefundExpense command(Call call, String id, ExpenseRefund body) {
        var given = new ReceiptFigures(
                body.amount(),
                Objects.requireNonNullElse(body.tax(), BigDecimal.ZERO),
                Objects.requireNonNullElse(body.recoverableTax(), BigDecimal.ZERO),
                body.currency());
        return new RefundExpense(
                ExpenseId.of(id),
                call.keyOr(body.id(), "refund"),
                body.refundedOn(),
                given,
                body.reason(),
                call.actor(),
                clock.instant());
    }
}
