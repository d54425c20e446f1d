package io.fairlead.expense;

import io.fairlead.shared.RuleViolated;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.axonframework.commandhandling.CommandHandler;

/**
 * An expense that should never have been one, or was for something else. Rules V-13 and V-14. Each decision gives its events one by
 * one to whoever takes them, as {@link ExpenseChanging} does.
 */
final class ExpenseLeaving {

    private final ExpenseState expense;

    ExpenseLeaving(ExpenseState expense) {
        this.expense = expense;
    }

    @CommandHandler
    void decide(WithdrawExpense command) {
        withdraw(command, expense::record);
    }

    void withdraw(WithdrawExpense command, Consumer<SpecificRecord> to) {
        var approval = expense.approved();
        if (approval == null) {
            throw new RuleViolated("V-13", "expenseId", "the expense is not approved", "reject it or correct it");
        }
        if (expense.isWithdrawn()) {
            return;
        }
        ExpenseChanging.requireChangeableBy(expense, command.withdrawnBy());
        to.accept(ExpenseChangeEvents.withdrawn(approval, command));
        var worth = expense.worth();
        if (worth != null) {
            ExpenseChanging.become(
                    expense,
                    worth.emptied(approval, ExpenseCause.WITHDRAWN, command.reason(), command.withdrawnBy()),
                    to);
        }
    }

    @CommandHandler
    void decide(MoveExpense command) {
        move(command, expense::record);
    }

    void move(MoveExpense command, Consumer<SpecificRecord> to) {
        if (ExpenseRules.isMovedTo(expense.moved(), command)) {
            return;
        }
        expense.requireHere();
        if (ExpenseRules.isFor(expense.entry(), command.target())) {
            return; // It is there already.
        }
        var approval = expense.approved();
        if (approval != null) {
            ExpenseChanging.requireChangeableBy(expense, command.movedBy());
        }
        to.accept(ExpenseMoveEvents.moved(expense, expense.refunds().left(expense.entry()), command));
        var worth = expense.worth();
        if (worth != null && approval != null) {
            ExpenseChanging.become(
                    expense, worth.emptied(approval, ExpenseCause.MOVED, command.reason(), command.movedBy()), to);
        }
    }
}
