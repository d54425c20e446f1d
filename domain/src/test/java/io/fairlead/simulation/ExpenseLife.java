package io.fairlead.simulation;

import io.fairlead.expense.ApproveExpense;
import io.fairlead.expense.CorrectExpense;
import io.fairlead.expense.DeferExpense;
import io.fairlead.expense.ExpenseId;
import io.fairlead.expense.ExpenseTarget;
import io.fairlead.expense.ReceiptFigures;
import io.fairlead.expense.RecordExpense;
import io.fairlead.expense.RejectExpense;
import io.fairlead.expense.SubmitExpense;
import io.fairlead.expense.WriteOffExpense;
import io.fairlead.time.TimeTarget;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** People spend money on projects, hand receipts in, and others decide on them (R15). */
final class ExpenseLife {

    private static final String CLERK = "idp|clerk";
    private static final String LEAD = "idp|lead";

    private final World world;
    private final Chance chance;
    private final Firm firm;
    private final List<ExpenseId> expenses = new ArrayList<>();

    ExpenseLife(World world, Chance chance, Firm firm) {
        this.world = world;
        this.chance = chance;
        this.firm = firm;
    }

    void record() {
        var id = ExpenseId.of("x-" + (expenses.size() + 1));
        expenses.add(id);
        boolean disbursement = chance.oneIn(4);
        world.ask(new RecordExpense(
                id,
                "app",
                id.value(),
                chance.of(firm.people()),
                target(chance.of(firm.targets())),
                chance.of(List.of("TRAVEL", "HOTEL")),
                chance.day(),
                receipt(),
                disbursement || !chance.oneIn(6),
                disbursement,
                null,
                null,
                null,
                CLERK));
    }

    private static ExpenseTarget target(TimeTarget of) {
        return new ExpenseTarget(of.projectId(), of.contractId(), of.lineNo(), of.customerId(), of.legalEntityId());
    }

    /** At times all of it is tax that comes back, so that nothing is left to pay. */
    private ReceiptFigures receipt() {
        var currency = firm.currency(5);
        int digits = Firm.digits(currency);
        var amount = chance.amount(digits);
        var tax = chance.oneIn(2)
                ? amount.multiply(new BigDecimal("0.19")).setScale(digits, RoundingMode.DOWN)
                : BigDecimal.ZERO;
        var comesBack = chance.oneIn(2) ? tax : BigDecimal.ZERO;
        return chance.oneIn(20)
                ? new ReceiptFigures(amount, amount, amount, currency)
                : new ReceiptFigures(amount, tax, comesBack, currency);
    }

    void correct() {
        some(id -> world.ask(new CorrectExpense(
                id, chance.day(), receipt(), null, "misread", CLERK, world.log().now(), false)));
    }

    void submit() {
        some(id -> world.ask(new SubmitExpense(id, CLERK, world.log().now())));
    }

    /** At times by who entered it, which is refused. */
    void approve() {
        some(id -> world.ask(new ApproveExpense(
                id, chance.oneIn(9) ? CLERK : LEAD, world.log().now())));
    }

    void reject() {
        some(id -> world.ask(new RejectExpense(id, LEAD, "unclear", world.log().now())));
    }

    /** From the receipt to its approval at once. */
    void spend() {
        record();
        var id = expenses.getLast();
        world.ask(new SubmitExpense(id, CLERK, world.log().now()));
        world.ask(new ApproveExpense(id, LEAD, world.log().now()));
    }

    void writeOff() {
        some(id -> world.ask(new WriteOffExpense(id, chance.day(), "goodwill")));
    }

    void defer() {
        some(id -> world.ask(new DeferExpense(id, chance.day(), "the budget of next month", LEAD)));
    }

    private void some(Consumer<ExpenseId> deed) {
        if (!expenses.isEmpty()) {
            deed.accept(chance.of(expenses));
        }
    }
}
