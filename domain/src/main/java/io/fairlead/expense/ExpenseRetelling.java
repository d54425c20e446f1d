package io.fairlead.expense;

import io.fairlead.expense.RetellExpense.Retold;
import io.fairlead.expense.event.ExpenseCorrected;
import io.fairlead.expense.event.ExpenseRecorded;
import io.fairlead.shared.RuleViolated;
import io.fairlead.shared.StatedOnce;
import java.util.ArrayList;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;

/** What a source says of an expense that it told before, and what of that is new. */
final class ExpenseRetelling {

    private final ExpenseState expense;
    private final ExpenseChanging changing;

    ExpenseRetelling(ExpenseState expense, ExpenseChanging changing) {
        this.expense = expense;
        this.changing = changing;
    }

    /**
     * Records or corrects it.
     *
     * @param to takes each event, before the next is made
     * @throws RuleViolated V-02 where the source says that it was somebody else's, for something else or in another currency, V-03,
     *     V-10 to V-13
     */
    Retold retell(RetellExpense command, Consumer<SpecificRecord> to) {
        ExpenseRules.requireOwnKey(expense.knownAs());
        var told = expense.told();
        var events = new ArrayList<SpecificRecord>();
        Consumer<SpecificRecord> noted = event -> {
            events.add(event);
            to.accept(event);
        };
        if (told == null) {
            noted.accept(ExpenseEvents.recorded(command.entry(), command.entry().author()));
        } else {
            changed(command, told, noted);
        }
        boolean corrected = !events.isEmpty();
        if (command.submit() && expense.submittedAt() == null && expense.approved() == null && !expense.isGone()) {
            var submission =
                    new SubmitExpense(command.expenseId(), command.entry().author(), command.at());
            to.accept(ExpenseEvents.submitted(submission, expense.version()));
        }
        return told == null ? Retold.RECORDED : corrected ? Retold.CORRECTED : Retold.SAME;
    }

    private void changed(RetellExpense command, ExpenseRecorded told, Consumer<SpecificRecord> to) {
        var says = ExpenseEvents.recorded(command.entry(), told.getAuthor());
        if (StatedOnce.isSame(told, says)) {
            return;
        }
        var _ = StatedOnce.isNew("V-02", "the expense", told, figuresOf(told, says));
        var entry = command.entry();
        changing.correct(
                new CorrectExpense(
                        command.expenseId(),
                        entry.spentOn(),
                        entry.receipt(),
                        entry.category(),
                        command.reason(),
                        entry.author(),
                        command.at(),
                        true),
                to);
    }

    /** What a correction cannot change, as it is told now. */
    private static ExpenseRecorded figuresOf(ExpenseRecorded told, ExpenseRecorded says) {
        return ExpenseEvents.with(
                says,
                ExpenseCorrected.newBuilder()
                        .setExpenseId(told.getExpenseId())
                        .setVersion(2)
                        .setSpentOn(told.getSpentOn())
                        .setAmount(told.getAmount())
                        .setTax(told.getTax())
                        .setRecoverableTax(told.getRecoverableTax())
                        .setCategory(told.getCategory())
                        .setReason("")
                        .setAuthor(told.getAuthor())
                        .build());
    }
}
