package io.fairlead.expense;

import io.fairlead.shared.Portions.Part;
import io.fairlead.shared.RuleViolated;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;

/** An expense from its price to drafts, invoices and credit notes, what of it is given up or waits. Rules V-07 to V-09. */
final class ExpenseBilling {

    private final ExpenseState expense;

    ExpenseBilling(ExpenseState expense) {
        this.expense = expense;
    }

    @CommandHandler
    void decide(PutExpenseOnDraft command) {
        var invoice = command.invoiceId().value();
        if (!expense.portions().isOn(invoice)) { // Else that draft has it already.
            var wanted = command.portion();
            var portion = wanted == null
                    ? expense.portions().claimAll("V-07")
                    : expense.portions().claim(wanted, "V-07");
            expense.record(ExpenseClaims.putOnDraft(expense.price("V-07"), invoice, portion));
        }
    }

    @CommandHandler
    void decide(TakeExpenseOffDraft command) {
        var invoice = command.invoiceId().value();
        expense.portions()
                .draftedOn(invoice)
                .forEach(placed ->
                        expense.record(ExpenseClaims.takenOffDraft(expense.price("V-07"), placed, command.reason())));
        settle();
    }

    @CommandHandler
    void decide(BillExpense command) {
        var invoice = command.invoiceId().value();
        if (!expense.portions().isOn(invoice)) {
            throw new RuleViolated(
                    "V-08", "invoiceId", "the expense is not on this draft", "put it on the draft first");
        }
        expense.portions()
                .draftedOn(invoice)
                .forEach(placed -> expense.record(ExpenseClaims.billed(expense.price("V-08"), placed, command)));
        settle();
    }

    @CommandHandler
    void decide(CreditExpense command) {
        if (!expense.portions().isCredited(command.portionNo(), command.creditNoteId(), command.disposition())) {
            var portion = expense.portions().creditable(command.portionNo(), new Part(0, command.amount()), "V-09");
            expense.record(ExpenseClaims.credited(expense.price("V-09"), portion.invoiceId(), command));
            settle();
        }
    }

    @CommandHandler
    void decide(WriteOffExpense command, MetaData sent) {
        var price = expense.price("V-07");
        var portions = expense.portions();
        boolean isGivenUp = portions.remaining().isNothing() && portions.hasWrittenOff();
        if (!isGivenUp && !expense.knows(sent)) {
            expense.record(ExpenseClaims.writtenOff(
                    price, portions.requireRemaining("V-07", "expenseId").amount(), command));
        }
    }

    @CommandHandler
    void decide(DeferExpense command) {
        var price = expense.price("V-07");
        if (!command.until().equals(expense.deferredUntil())) {
            var _ = expense.portions().requireRemaining("V-07", "expenseId");
            expense.record(ExpenseEvents.deferred(price, command));
        }
    }

    private void settle() {
        ExpenseChanging.settle(expense, expense::record);
    }
}
