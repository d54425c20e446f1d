package io.fairlead.expense;

import io.fairlead.shared.RuleViolated;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;

/**
 * An expense from its approval to its cost and price, and what changes both afterwards. Rules V-05, V-06, V-11 and V-12. Each
 * decision gives its events one by one to whoever takes them, who follows each before the next is made.
 */
final class ExpenseChanging {

    private final ExpenseState expense;

    ExpenseChanging(ExpenseState expense) {
        this.expense = expense;
    }

    @CommandHandler
    void decide(CorrectExpense command, MetaData sent) {
        if (!expense.knows(sent)) {
            correct(command, expense::record);
        }
    }

    void correct(CorrectExpense command, Consumer<SpecificRecord> to) {
        var entry = expense.entry();
        if (!command.receipt().currency().equals(entry.getCurrency())) {
            throw new RuleViolated(
                    "V-05", "currency", "the receipt is in " + entry.getCurrency(), "withdraw it and enter another");
        }
        if (command.repeats(entry)) {
            return;
        }
        expense.requireHere();
        var approval = expense.approved();
        if (approval != null) {
            requireChangeableBy(expense, command.author());
            expense.refunds().requireWithin(command.receipt());
        }
        to.accept(ExpenseEvents.corrected(command, expense.version() + 1));
        if (approval != null) {
            var again = new ApproveExpense(command.expenseId(), command.author(), command.at());
            to.accept(ExpenseEvents.approved(expense.entry(), expense.version(), approval.getSubmittedAt(), again));
        }
    }

    @CommandHandler
    void decide(PriceExpense command) {
        price(command, expense::record);
    }

    void price(PriceExpense command, Consumer<SpecificRecord> to) {
        var approval = expense.approved();
        if (approval == null || approval.getVersion() < command.version()) {
            throw new RuleViolated(
                    "V-06", "version", "version " + command.version() + " is not approved", "approve it first");
        }
        if (expense.isGone() || approval.getVersion() > command.version()) {
            return; // It became something else meanwhile.
        }
        var cost = approval.getAmount()
                .subtract(approval.getRecoverableTax())
                .subtract(expense.refunds().cost());
        var worth = expense.worth();
        if (worth == null) {
            var costed = ExpenseEvents.costed(approval, cost, command.terms());
            to.accept(costed);
            if (approval.getBillable()) {
                to.accept(ExpenseEvents.priced(approval, costed, command.terms()));
            }
        } else if (worth.costed().getVersion() < command.version()) {
            become(expense, worth.corrected(approval, cost, command.terms(), expense.corrected()), to);
        }
    }

    @CommandHandler
    void decide(RefundExpense command) {
        refund(command, expense::record);
    }

    void refund(RefundExpense command, Consumer<SpecificRecord> to) {
        if (expense.refunds().have(command)) {
            return;
        }
        var approval = expense.approved();
        if (approval == null) {
            throw new RuleViolated("V-12", "expenseId", "the expense is not approved", "correct what is recorded");
        }
        requireChangeable(expense);
        expense.refunds().requireRoom(approval, command);
        to.accept(ExpenseChangeEvents.refunded(approval, command));
        var worth = expense.worth();
        // Else it is costed without it, as a correction is that waits for its rate.
        if (worth != null && worth.costed().getVersion() == approval.getVersion()) {
            var given = command.given().amount().subtract(command.given().recoverableTax());
            become(expense, worth.refunded(given, command), to);
        }
    }

    /** @throws RuleViolated V-03, V-11, V-13, V-14 */
    static void requireChangeableBy(ExpenseState expense, String decider) {
        ExpenseRules.requireAnother(decider, expense.author(), expense.entry().getPersonId());
        requireChangeable(expense);
    }

    private static void requireChangeable(ExpenseState expense) {
        expense.requireHere();
        ExpenseRules.requireOnNoDraft(expense.portions());
    }

    /** Changes what it costs and what the customer pays; what is charged too much is settled or proposed. */
    static void become(ExpenseState expense, ExpenseWorth.Change change, Consumer<SpecificRecord> to) {
        var worth = expense.worth();
        if (worth != null) {
            worth.changed(change, expense.portions()).forEach(to);
            settle(expense, to);
        }
    }

    /** What is charged too much is taken off what is unbilled, or its credit proposed. */
    static void settle(ExpenseState expense, Consumer<SpecificRecord> to) {
        var worth = expense.worth();
        if (worth != null) {
            worth.settled(expense.portions()).ifPresent(to);
        }
        var settled = expense.worth();
        if (settled != null) {
            settled.proposal(expense.portions()).ifPresent(to);
        }
    }
}
