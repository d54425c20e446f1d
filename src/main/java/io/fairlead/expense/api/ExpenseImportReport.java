package io.fairlead.expense.api;

import io.fairlead.app.web.Refusal;
import io.fairlead.app.web.ToldRefusals;
import io.fairlead.expense.RetellExpense.Retold;
import io.fairlead.expense.api.ExpensesImported.CurrencyTotal;
import io.fairlead.expense.api.ExpensesImported.RefusedExpense;
import io.fairlead.gateway.expense.ExpenseRow;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds up what becomes of the rows of one file of expenses. */
final class ExpenseImportReport {

    private static final String CELL = "CELL_INVALID";

    private final Map<String, CurrencyTotal> totals = new TreeMap<>();
    private final ToldRefusals<RefusedExpense> refusals = new ToldRefusals<>();
    private int accepted;
    private int corrected;
    private int repeated;
    private long position;

    void taken(ExpenseRow.Read row, Retold became) {
        switch (became) {
            case RECORDED -> accepted++;
            case CORRECTED -> corrected++;
            case SAME -> repeated++;
        }
        totals.merge(
                row.currency(),
                new CurrencyTotal(row.currency(), 1, row.amount()),
                (sum, one) -> new CurrencyTotal(
                        sum.currency(), sum.expenses() + 1, sum.amount().add(one.amount())));
    }

    void reached(long written) {
        position = Math.max(position, written);
    }

    void unread(ExpenseRow.Unread row) {
        add(new RefusedExpense(row.line(), "", row.column(), row.value(), CELL, row.reason(), row.remedy()));
    }

    void refused(ExpenseRow.Read row, Refusal why) {
        var field = why.field() == null ? "row" : why.field();
        add(new RefusedExpense(row.line(), row.id(), field, "", why.code(), why.reason(), why.hint()));
    }

    private void add(RefusedExpense row) {
        refusals.add(row.line(), row.code(), row.field(), row);
    }

    ExpensesImported of(boolean dryRun, String sha256) {
        return new ExpensesImported(
                dryRun,
                sha256,
                accepted + corrected + repeated + refusals.count(),
                accepted,
                corrected,
                repeated,
                refusals.count(),
                position,
                List.copyOf(totals.values()),
                refusals.kinds(),
                refusals.first());
    }
}
