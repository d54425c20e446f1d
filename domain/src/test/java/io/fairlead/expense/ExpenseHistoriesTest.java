package io.fairlead.expense;

import static io.fairlead.expense.ExpenseExamples.EXPENSE;
import static io.fairlead.expense.ExpenseExamples.recorded;
import static io.fairlead.expense.ExpenseExamples.submitted;
import static io.fairlead.testing.Cast.ACME;
import static io.fairlead.testing.Cast.CONTRACT;
import static io.fairlead.testing.Cast.EVENING;
import static io.fairlead.testing.Cast.GMBH;
import static io.fairlead.testing.Cast.LEAD;
import static io.fairlead.testing.Cast.WORK_DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.expense.event.ExpenseRepriced;
import io.fairlead.project.ProjectId;
import io.fairlead.shared.Disposition;
import io.fairlead.shared.ExchangeRate;
import io.fairlead.shared.Portion;
import io.fairlead.shared.Portions.Placed;
import io.fairlead.shared.RuleViolated;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Test;

/**
 * Lives of one expense, drawn by seed: approved, priced, drafted, billed, credited, given up, and all the while corrected,
 * refunded, moved or withdrawn. After each step {@link ExpenseReckoning} says what cost and price have to be, by events alone.
 */
class ExpenseHistoriesTest {

    private static final int SEEDS = 3_000;
    private static final int STEPS = 30;

    /** What can happen. */
    private enum Deed {
        CORRECT,
        REFUND,
        WITHDRAW,
        MOVE,
        DRAFT,
        RELEASE,
        BILL,
        CREDIT,
        GIVE_UP,
        REPEAT
    }

    private static final Map<Deed, Integer> HAPPENED = new EnumMap<>(Deed.class);

    /** One life. */
    private static final class Life {

        private final Random chance;
        private final ExpenseState state = new ExpenseState();
        private final ExpenseChanging changing = new ExpenseChanging(state);
        private final ExpenseLeaving leaving = new ExpenseLeaving(state);
        private final ExpenseReckoning reckoning = new ExpenseReckoning();
        private final List<SpecificRecord> events = new ArrayList<>();
        private final boolean planted;
        private final boolean foreign;
        private final boolean disbursement;
        private int count;

        Life(long seed, boolean planted) {
            this.planted = planted;
            chance = new Random(seed);
            foreign = chance.nextInt(3) == 0;
            disbursement = chance.nextInt(4) == 0;
        }

        private static ExpenseRepriced aCentMore(ExpenseRepriced change) {
            return ExpenseRepriced.newBuilder(change)
                    .setAmountDelta(change.getAmountDelta().add(new BigDecimal("0.0100")))
                    .build();
        }

        private void take(SpecificRecord event) {
            events.add(event);
            state.follow(event, MetaData.emptyInstance());
            reckoning.follow(planted && event instanceof ExpenseRepriced change ? aCentMore(change) : event);
        }

        void live() {
            take(recorded(chance.nextInt(6) > 0, disbursement).build());
            take(submitted());
            take(ExpenseEvents.approved(state.entry(), 1, EVENING, new ApproveExpense(EXPENSE, LEAD, EVENING)));
            price();
            for (int step = 0; step < STEPS; step++) {
                var deed = Deed.values()[chance.nextInt(Deed.values().length)];
                int before = events.size();
                try {
                    happen(deed);
                } catch (RuleViolated _) {
                    assertThat(events).as("a refusal leaves nothing done").hasSize(before);
                }
                price();
                if (events.size() > before) {
                    HAPPENED.merge(deed, 1, Integer::sum);
                }
                reckoning.check(state);
            }
        }

        private void happen(Deed deed) {
            switch (deed) {
                case CORRECT -> changing.correct(correction(), this::take);
                case REFUND -> changing.refund(refund("r-" + ++count), this::take);
                case WITHDRAW -> {
                    if (chance.nextInt(6) == 0) {
                        leaving.withdraw(new WithdrawExpense(EXPENSE, "none", LEAD, EVENING), this::take);
                    }
                }
                case MOVE -> {
                    if (chance.nextInt(6) == 0) {
                        var target = new ExpenseTarget(ProjectId.of("P-2"), CONTRACT, 2, ACME, GMBH);
                        leaving.move(new MoveExpense(EXPENSE, target, "other", LEAD, EVENING), this::take);
                    }
                }
                case DRAFT -> draft();
                case RELEASE -> state.portions().drafted().forEach(this::release);
                case BILL -> state.portions().drafted().forEach(this::bill);
                case CREDIT -> state.portions().billed().stream().findFirst().ifPresent(this::credit);
                case GIVE_UP -> {
                    if (chance.nextInt(3) == 0 && !state.portions().remaining().isNothing()) {
                        var command = new WriteOffExpense(EXPENSE, WORK_DAY, "goodwill");
                        take(ExpenseClaims.writtenOff(
                                state.price("V-07"),
                                state.portions().remaining().amount(),
                                command));
                    }
                }
                case REPEAT -> repeat();
            }
        }

        private void draft() {
            var left = state.portions().remaining().amount();
            if (left.signum() > 0 && !state.portions().isDrafted()) {
                var whole = state.portions().claimAll("V-07");
                var part = chance.nextBoolean()
                        ? left
                        : left.multiply(new BigDecimal("0.4")).setScale(2, RoundingMode.UP);
                take(ExpenseClaims.putOnDraft(
                        state.price("V-07"),
                        "invoice:" + ++count,
                        new Portion(whole.portionNo(), 0, part.setScale(4))));
            }
        }

        private void release(Placed placed) {
            take(ExpenseClaims.takenOffDraft(state.price("V-07"), placed, "none"));
            ExpenseChanging.settle(state, this::take);
        }

        private void bill(Placed placed) {
            var command = new BillExpense(EXPENSE, new InvoiceId(placed.invoiceId()), "N-" + count, 1, WORK_DAY);
            take(ExpenseClaims.billed(state.price("V-08"), placed, command));
            ExpenseChanging.settle(state, this::take);
        }

        private void credit(Placed billed) {
            var all = billed.part().amount();
            var some = chance.nextBoolean()
                    ? all
                    : all.multiply(new BigDecimal("0.3")).setScale(2, RoundingMode.UP);
            var how = Disposition.values()[chance.nextInt(Disposition.values().length)];
            var command =
                    new CreditExpense(EXPENSE, "credit-note:" + ++count, billed.no(), some.setScale(4), how, WORK_DAY);
            take(ExpenseClaims.credited(state.price("V-09"), billed.invoiceId(), command));
            ExpenseChanging.settle(state, this::take);
        }

        /** What was asked last is asked again, as is what stands. */
        private void repeat() {
            int before = events.size();
            var entry = state.entry();
            if (!state.isGone()) {
                var same = new ReceiptFigures(
                        entry.getAmount(), entry.getTax(), entry.getRecoverableTax(), entry.getCurrency());
                changing.correct(
                        new CorrectExpense(EXPENSE, entry.getSpentOn(), same, null, "same", LEAD, EVENING, false),
                        this::take);
            }
            ExpenseChanging.settle(state, this::take);
            price();
            assertThat(events).as("a repeat changes nothing").hasSize(before);
        }

        private CorrectExpense correction() {
            var day = WORK_DAY.plusDays(chance.nextInt(3) == 0 ? chance.nextInt(20) : 0);
            var amount = BigDecimal.valueOf(1 + chance.nextInt(90_000), 2);
            var tax = chance.nextBoolean()
                    ? amount.multiply(new BigDecimal("0.16")).setScale(2, RoundingMode.DOWN)
                    : BigDecimal.ZERO;
            return new CorrectExpense(
                    EXPENSE, day, new ReceiptFigures(amount, tax, tax, "EUR"), null, "misread", LEAD, EVENING, false);
        }

        private RefundExpense refund(String id) {
            var entry = state.entry();
            boolean all = chance.nextInt(4) == 0;
            var part = new BigDecimal(all ? "1" : "0.25");
            var figures = new ReceiptFigures(
                    entry.getAmount().multiply(part).setScale(2, RoundingMode.UP),
                    entry.getTax().multiply(part).setScale(2, RoundingMode.UP),
                    entry.getRecoverableTax().multiply(part).setScale(2, RoundingMode.UP),
                    entry.getCurrency());
            return new RefundExpense(EXPENSE, id, WORK_DAY.plusDays(30), figures, "back", LEAD, EVENING);
        }

        /** As the process does with each approval; the mark-up and the rate of the day are those of {@link ExpenseReckoning}. */
        private void price() {
            var approval = state.approved();
            if (approval != null) {
                var rate = new ExchangeRate(
                        "EUR", "USD", ExpenseReckoning.rate(approval.getSpentOn()), approval.getSpentOn(), "ECB");
                var terms = new PriceExpense.Terms(
                        foreign ? "USD" : "EUR", foreign ? rate : null, ExpenseReckoning.MARK_UP);
                changing.price(new PriceExpense(EXPENSE, approval.getVersion(), terms), this::take);
            }
        }
    }

    @Test
    void whatever_happens_to_an_expense_its_cost_and_price_are_right() {
        HAPPENED.clear();
        for (long seed = 1; seed <= SEEDS; seed++) {
            try {
                new Life(seed, false).live();
            } catch (AssertionError | RuntimeException wrong) {
                throw new AssertionError("seed " + seed + ": " + wrong.getMessage(), wrong);
            }
        }
        assertThat(HAPPENED).as("each deed is met").hasSize(Deed.values().length - 1);
        assertThat(HAPPENED.values()).as(HAPPENED.toString()).allSatisfy(times -> assertThat(times)
                .isGreaterThan(300));
    }

    @Test
    void a_cent_too_much_would_be_seen() {
        assertThatThrownBy(() -> {
                    for (long seed = 1; seed <= 20; seed++) {
                        new Life(seed, true).live();
                    }
                })
                .isInstanceOf(AssertionError.class);
    }
}
