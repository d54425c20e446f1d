package io.fairlead.app.verify.invariant;

import io.fairlead.app.verify.account.ExpenseAccount;
import io.fairlead.app.verify.account.ExpenseAccount.Figure;
import io.fairlead.app.verify.account.LogFold;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** I14: the cost and the price of each expense follow from its receipt, the rate of exchange and the mark-up. */
public final class ExpensesAddUp implements Invariant {

    private final Supplier<LogFold> log;

    public ExpensesAddUp(Supplier<LogFold> log) {
        this.log = log;
    }

    @Override
    public String id() {
        return "I14";
    }

    @Override
    public String sentence() {
        return "an expense costs its receipt less recoverable tax and refunds, converted once; its price is that with the mark-up";
    }

    @Override
    public Finding check() {
        return compare(log.get().expenses());
    }

    public static Finding compare(ExpenseAccount account) {
        var tally = new Finding.Tally();
        new TreeMap<>(account.byExpense()).forEach((id, expense) -> {
            if (expense.cost() != null) {
                tally.examined();
            }
            figure(id, "the cost of its receipt", expense.receipt(), tally);
            figure(id, "cost", expense.cost(), tally);
            figure(id, "price", expense.price(), tally);
        });
        return tally.finding();
    }

    private static void figure(String id, String what, @Nullable Figure figure, Finding.Tally tally) {
        if (figure != null) {
            InvoicesAddUp.figure(id, what, figure.said(), figure.recomputed(), tally);
        }
    }
}
