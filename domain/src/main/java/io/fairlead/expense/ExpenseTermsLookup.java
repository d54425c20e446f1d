package io.fairlead.expense;

import io.fairlead.expense.event.ExpenseApproved;

/** Port: mark-up and exchange rate for an approved expense, as the views know them at the event's position or later. */
public interface ExpenseTermsLookup {

    /** What holds on the receipt's date. */
    Answer onDayOf(ExpenseApproved event);

    /** What the look-up found. */
    sealed interface Answer {}

    /** All that pricing needs. */
    record TermsFound(PriceExpense.Terms terms) implements Answer {}

    /**
     * Something is missing.
     *
     * @param code FX_RATE_MISSING or EXPENSE_LINE_UNKNOWN
     * @param sentence what is wrong and what to do
     */
    record TermsMissing(String code, String sentence) implements Answer {}
}
