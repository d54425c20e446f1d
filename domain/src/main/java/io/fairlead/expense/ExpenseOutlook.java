package io.fairlead.expense;

import io.fairlead.expense.ExpensePricing.TermsFound;
import io.fairlead.expense.event.ExpenseApproved;
import io.fairlead.shared.Portions.Part;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/** What changes of an expense would do, one after the other, decided as the expense decides them; records nothing. */
public final class ExpenseOutlook {

    private final ExpenseState expense = new ExpenseState();
    private final ExpenseChanging changing = new ExpenseChanging(expense);
    private final ExpenseLeaving leaving = new ExpenseLeaving(expense);

    /** @param history all events of the expense; none before it is recorded */
    public ExpenseOutlook(List<? extends SpecificRecord> history) {
        history.forEach(this::follow);
    }

    /**
     * Where an expense stands, in the contract's currency; null before it is costed or where nobody pays it.
     *
     * @param cost what it costs
     * @param price what the customer pays for all of it
     * @param unbilled of the price
     * @param invoiced of the price, on drafts and invoices and not credited
     * @param overcharged of that, more than the price says: to be credited
     */
    public record Standing(
            @Nullable BigDecimal cost,
            @Nullable BigDecimal price,
            @Nullable BigDecimal unbilled,
            @Nullable BigDecimal invoiced,
            @Nullable BigDecimal overcharged,
            @Nullable String currency) {}

    /** Where it stands now. */
    public Standing standing() {
        var worth = expense.worth();
        if (worth == null) {
            return new Standing(null, null, null, null, null, null);
        }
        var priced = worth.priced();
        var portions = expense.portions();
        var currency = worth.costed().getCurrency();
        return priced == null
                ? new Standing(worth.costed().getAmount(), null, null, null, null, currency)
                : new Standing(
                        worth.costed().getAmount(),
                        priced.getAmount(),
                        portions.remaining().amount(),
                        portions.placed().stream()
                                .map(each -> each.part().amount())
                                .reduce(Part.NOTHING.amount(), BigDecimal::add),
                        worth.overcharged(),
                        currency);
    }

    /**
     * Where it would stand; as it does where the price of the corrected receipt cannot be worked out yet.
     *
     * @throws io.fairlead.shared.RuleViolated as the expense refuses
     */
    public Standing after(CorrectExpense command, ExpensePricing pricing) {
        changing.correct(command, event -> {
            follow(event);
            if (event instanceof ExpenseApproved approved && pricing.price(approved) instanceof TermsFound(var found)) {
                var price = new PriceExpense(command.expenseId(), approved.getVersion(), found);
                changing.price(price, this::follow);
            }
        });
        return standing();
    }

    /**
     * Where it would stand.
     *
     * @throws io.fairlead.shared.RuleViolated as the expense refuses
     */
    public Standing after(RefundExpense command) {
        return after(to -> changing.refund(command, to));
    }

    /**
     * Where it would stand.
     *
     * @throws io.fairlead.shared.RuleViolated as the expense refuses
     */
    public Standing after(WithdrawExpense command) {
        return after(to -> leaving.withdraw(command, to));
    }

    /**
     * Where it would stand here.
     *
     * @throws io.fairlead.shared.RuleViolated as the expense refuses
     */
    public Standing after(MoveExpense command) {
        return after(to -> leaving.move(command, to));
    }

    /**
     * What it would mean that its source tells it so; follows it, so that more can be asked.
     *
     * @throws io.fairlead.shared.RuleViolated as the expense refuses
     */
    public RetellExpense.Retold after(RetellExpense command) {
        return new ExpenseRetelling(expense, changing).retell(command, this::follow);
    }

    private Standing after(Consumer<Consumer<SpecificRecord>> decision) {
        decision.accept(this::follow);
        return standing();
    }

    private void follow(SpecificRecord event) {
        expense.follow(event, MetaData.emptyInstance());
    }
}
