package io.fairlead.expense.api;

import io.fairlead.app.web.Refusal;
import io.fairlead.app.web.Refused;
import io.fairlead.expense.CorrectExpense;
import io.fairlead.expense.ExpenseId;
import io.fairlead.expense.ExpenseOutlook;
import io.fairlead.expense.ExpenseOutlook.Standing;
import io.fairlead.expense.ExpensePricing;
import io.fairlead.expense.MoveExpense;
import io.fairlead.expense.RefundExpense;
import io.fairlead.expense.WithdrawExpense;
import io.fairlead.expense.event.ExpenseRecorded;
import io.fairlead.shared.StreamHistory;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What changes of expenses are as clients send them, and what each would do: decided on the stream as it stands. */
@Component
class ExpensePreviews {

    private final StreamHistory history;
    private final ExpensePricing pricing;

    ExpensePreviews(StreamHistory history, ExpensePricing pricing) {
        this.history = history;
        this.pricing = pricing;
    }

    /** What was wrong with an expense. */
    @Schema(name = "ExpenseCorrection")
    record ExpenseCorrection(
            @NotNull LocalDate spentOn,

            @NotNull @Schema(type = "string", example = "595.00")
            BigDecimal amount,

            @NotNull @Schema(type = "string", example = "95.00")
            BigDecimal tax,

            @NotNull @Schema(type = "string", example = "95.00")
            BigDecimal recoverableTax,

            @NotNull @Schema(example = "EUR") String currency,

            @Schema(description = "kind of expense; as it was when absent", example = "TRAVEL") @Nullable
            String category,

            @NotNull String reason) {}

    /** What a supplier gave back. */
    @Schema(name = "ExpenseRefund")
    record ExpenseRefund(
            @Schema(description = "its name within the expense; made from the idempotency key when absent") @Nullable
            String id,

            @NotNull @Schema(description = "day of the money: the accounting date")
            LocalDate refundedOn,

            @NotNull @Schema(description = "given back with tax", type = "string", example = "119.00")
            BigDecimal amount,

            @Schema(description = "tax in it; 0 when absent", type = "string", example = "19.00") @Nullable
            BigDecimal tax,

            @Schema(description = "part of the tax that does not come back any more; 0 when absent", type = "string")
            @Nullable
            BigDecimal recoverableTax,

            @NotNull @Schema(description = "the receipt's, ISO 4217", example = "EUR")
            String currency,

            @NotNull @Schema(example = "one night was cancelled")
            String reason) {}

    /** Why it is none. */
    @Schema(name = "ExpenseWithdrawal")
    record ExpenseWithdrawal(
            @NotNull @Schema(example = "entered twice") String reason) {}

    /**
     * What a change would do; nothing was recorded.
     *
     * @param before in the contract's currency, as after
     */
    @Schema(name = "ExpensePreview")
    record ExpensePreview(String expenseId, Standing before, Standing after) {}

    ExpensePreview preview(CorrectExpense command) {
        return preview(command.expenseId(), outlook -> outlook.after(command, pricing));
    }

    ExpensePreview preview(RefundExpense command) {
        return preview(command.expenseId(), outlook -> outlook.after(command));
    }

    ExpensePreview preview(WithdrawExpense command) {
        return preview(command.expenseId(), outlook -> outlook.after(command));
    }

    ExpensePreview preview(MoveExpense command) {
        return preview(command.expenseId(), outlook -> outlook.after(command));
    }

    private ExpensePreview preview(ExpenseId id, Function<ExpenseOutlook, Standing> change) {
        var events = history.all(id.value());
        if (events.stream().noneMatch(ExpenseRecorded.class::isInstance)) {
            throw new Refused(Refusal.notFound(id.value()));
        }
        var outlook = new ExpenseOutlook(events);
        var before = outlook.standing();
        return new ExpensePreview(id.value(), before, change.apply(outlook));
    }
}
