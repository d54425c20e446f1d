package io.fairlead.expense;

import io.fairlead.expense.ExpenseFacts.BilledLine;
import io.fairlead.expense.event.ExpenseApproved;
import io.fairlead.shared.MissingInput;
import java.math.BigDecimal;
import java.util.function.Supplier;

/**
 * By which terms an approved expense is priced (R15): the mark-up of its contract line, 0 unless agreed, and the exchange rate of
 * the receipt's date. Asked by the process that prices expenses; the amounts are worked out by the expense itself.
 */
public final class ExpensePricing {

    private final Supplier<? extends ExpenseFacts> known;

    /** @param known what is known when it is asked */
    public ExpensePricing(Supplier<? extends ExpenseFacts> known) {
        this.known = known;
    }

    /** What was decided. */
    public sealed interface Answer {}

    /** All that pricing needs. */
    public record TermsFound(PriceExpense.Terms terms) implements Answer {}

    /**
     * Something is missing.
     *
     * @param code FX_RATE_MISSING or EXPENSE_LINE_UNKNOWN
     * @param sentence what is wrong and what to do
     */
    public record TermsMissing(String code, String sentence) implements Answer {}

    /** What holds on the receipt's date. */
    public Answer price(ExpenseApproved expense) {
        var facts = known.get();
        return facts.line(expense.getContractId(), expense.getLineNo())
                .map(line -> price(expense, line, facts))
                .orElseGet(() -> new TermsMissing(
                        "EXPENSE_LINE_UNKNOWN",
                        expense.getContractId() + " has no line " + expense.getLineNo()
                                + ". Amend the contract, then resolve this item."));
    }

    private static Answer price(ExpenseApproved expense, BilledLine line, ExpenseFacts facts) {
        var markUp = line.markUp() == null ? BigDecimal.ZERO : line.markUp();
        if (line.currency().equals(expense.getCurrency())) {
            return new TermsFound(new PriceExpense.Terms(line.currency(), null, markUp));
        }
        var fx = facts.exchangeRates().on(expense.getCurrency(), line.currency(), expense.getSpentOn());
        if (fx.isPresent()) {
            return new TermsFound(new PriceExpense.Terms(line.currency(), fx.get(), markUp));
        }
        var missing = MissingInput.exchangeRate(expense.getCurrency(), line.currency(), expense.getSpentOn());
        return new TermsMissing(missing.code(), missing.sentence());
    }
}
