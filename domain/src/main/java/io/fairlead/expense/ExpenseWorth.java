package io.fairlead.expense;

import io.fairlead.expense.event.ExpenseApproved;
import io.fairlead.expense.event.ExpenseCorrected;
import io.fairlead.expense.event.ExpenseCosted;
import io.fairlead.expense.event.ExpenseCreditPart;
import io.fairlead.expense.event.ExpenseCreditProposed;
import io.fairlead.expense.event.ExpenseLowered;
import io.fairlead.expense.event.ExpensePriced;
import io.fairlead.expense.event.ExpenseRecosted;
import io.fairlead.expense.event.ExpenseRepriced;
import io.fairlead.expense.event.ExpenseWrittenOff;
import io.fairlead.shared.ExchangeRate;
import io.fairlead.shared.Portions;
import io.fairlead.shared.Portions.Placed;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * What an expense costs and what the customer pays for it, and how both change (R12, R15): events that Expense records.
 * Immutable; amounts in the contract's currency.
 *
 * @param costed as it is now
 * @param priced as it is now; null when nobody pays it, or before its price
 * @param refundedCost part of the changes that refunds made, at least 0: it counts on other days than the receipt
 * @param overcharged of what stands on drafts and invoices, more than the price says
 * @param forgone what was given up or credited though the price asked for it
 * @param last change, whose reason a later proposal repeats; null when there was none
 * @param proposed parts of the credit that is proposed; empty means none
 */
record ExpenseWorth(
        ExpenseCosted costed,
        @Nullable ExpensePriced priced,
        BigDecimal refundedCost,
        BigDecimal overcharged,
        BigDecimal forgone,
        @Nullable ExpenseRepriced last,
        List<Proposed> proposed) {

    ExpenseWorth {
        refundedCost = refundedCost.setScale(4); // A state saved as JSON may forget it.
        overcharged = overcharged.setScale(4);
        forgone = forgone.setScale(4);
        proposed = List.copyOf(proposed);
    }

    /** A part of a billed portion that should be credited. */
    record Proposed(String invoiceId, int portionNo, BigDecimal amount) {

        Proposed {
            amount = amount.setScale(4);
        }

        private static Proposed of(ExpenseCreditPart part) {
            return new Proposed(part.getInvoiceId(), part.getPortionNo(), part.getAmount());
        }
    }

    /**
     * What an expense becomes.
     *
     * @param receiptCost amount less recoverable tax and less refunds, in the receipt's currency
     * @param countsOn day on which a change counts that leaves the receipt's date as it is
     * @param reason why
     * @param by issuer|subject
     */
    record Change(
            ExpenseCause because,
            int version,
            String category,
            LocalDate spentOn,
            BigDecimal receiptCost,
            PriceExpense.Terms terms,
            LocalDate countsOn,
            String reason,
            String by) {}

    static ExpenseWorth by(ExpenseCosted costed) {
        return new ExpenseWorth(
                costed, null, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, null, List.<Proposed>of());
    }

    /** What happened to the expense, whose worth this is. */
    ExpenseWorth after(SpecificRecord event) {
        return switch (event) {
            case ExpensePriced e -> priced(e, overcharged, last);
            case ExpenseRecosted e ->
                new ExpenseWorth(
                        ExpenseChangeEvents.with(costed, e),
                        priced,
                        e.getBecause().equals(ExpenseCause.REFUNDED.name())
                                ? refundedCost.subtract(e.getAmountDelta())
                                : refundedCost,
                        overcharged,
                        forgone,
                        last,
                        proposed);
            case ExpenseRepriced e ->
                priced(ExpenseChangeEvents.with(Objects.requireNonNull(priced), e), e.getOvercharged(), e);
            case ExpenseLowered e -> givenBack(e.getAmount());
            case ExpenseWrittenOff e ->
                e.getCreditNoteId() == null
                        ? standing(overcharged, forgone.add(e.getAmount()), proposed)
                        : givenBack(e.getAmount());
            case ExpenseCreditProposed e ->
                standing(
                        overcharged,
                        forgone,
                        e.getParts().stream().map(Proposed::of).toList());
            default -> this;
        };
    }

    private ExpenseWorth priced(ExpensePriced now, BigDecimal more, @Nullable ExpenseRepriced change) {
        return new ExpenseWorth(costed, now, refundedCost, more, forgone, change, proposed);
    }

    private ExpenseWorth standing(BigDecimal more, BigDecimal lost, List<Proposed> parts) {
        return new ExpenseWorth(costed, priced, refundedCost, more, lost, last, parts);
    }

    /** A credit pays back first what was charged too much. */
    private ExpenseWorth givenBack(BigDecimal amount) {
        var owed = overcharged.min(amount);
        return standing(overcharged.subtract(owed), forgone.add(amount).subtract(owed), proposed);
    }

    /** @param cost amount less recoverable tax and refunds, in the receipt's currency */
    Change corrected(
            ExpenseApproved now, BigDecimal cost, PriceExpense.Terms terms, @Nullable ExpenseCorrected correction) {
        return new Change(
                ExpenseCause.CORRECTED,
                now.getVersion(),
                now.getCategory(),
                now.getSpentOn(),
                cost,
                terms,
                now.getSpentOn(),
                correction == null ? "corrected" : correction.getReason(),
                now.getApprovedBy());
    }

    /** @param given what came back of the cost, in the receipt's currency */
    Change refunded(BigDecimal given, RefundExpense command) {
        return new Change(
                ExpenseCause.REFUNDED,
                costed.getVersion(),
                costed.getCategory(),
                costed.getServiceDate(),
                costed.getReceiptCost().subtract(given),
                terms(),
                command.refundedOn(),
                command.reason(),
                command.author());
    }

    /** Nothing is left of it. */
    Change emptied(ExpenseApproved now, ExpenseCause because, String reason, String by) {
        return new Change(
                because,
                now.getVersion(),
                costed.getCategory(),
                costed.getServiceDate(),
                BigDecimal.ZERO.setScale(4),
                terms(),
                costed.getAccountingDate(),
                reason,
                by);
    }

    private PriceExpense.Terms terms() {
        var fx = costed.getFx();
        return new PriceExpense.Terms(
                costed.getCurrency(),
                fx == null ? null : ExchangeRate.of(fx),
                priced == null ? BigDecimal.ZERO : priced.getMarkUp());
    }

    /** The expense becomes that: its cost follows, then what the customer pays. */
    List<SpecificRecord> changed(Change to, Portions portions) {
        var events = new ArrayList<SpecificRecord>();
        boolean otherDay = !to.spentOn().equals(costed.getServiceDate());
        var cost = ExpenseEvents.cost(to.receiptCost(), costed.getReceiptCurrency(), to.terms());
        var before = costed;
        if (otherDay) {
            var atReceipt = costed.getAmount().add(refundedCost);
            var taken = ExpenseChangeEvents.takenOffItsDay(costed, to, atReceipt);
            events.add(taken);
            before = ExpenseChangeEvents.with(costed, taken);
        }
        events.add(ExpenseChangeEvents.recosted(before, to, cost));
        if (priced != null) {
            events.addAll(repriced(priced, to, cost, portions, otherDay));
        }
        return events;
    }

    private List<SpecificRecord> repriced(
            ExpensePriced now, Change to, BigDecimal cost, Portions portions, boolean otherDay) {
        var events = new ArrayList<SpecificRecord>();
        var markUp = now.getDisbursement() ? BigDecimal.ZERO : to.terms().markUp();
        var price = ExpenseEvents.price(cost, markUp, now.getCurrency());
        var charge = charge(portions, chargeable(portions, now.getAmount(), price));
        var unbilled = portions.remaining().amount();
        if (otherDay && unbilled.signum() != 0) {
            events.add(ExpenseChangeEvents.repriced(now, to, unbilled.negate(), overcharged));
            unbilled = BigDecimal.ZERO;
        }
        var then = ExpenseChangeEvents.with(now, to, cost, markUp, price);
        events.add(ExpenseChangeEvents.repriced(then, to, charge.unbilled().subtract(unbilled), charge.overcharged()));
        return events;
    }

    /** Of what stands for the expense, what is unbilled and what drafts and invoices have too much. */
    private record Charge(BigDecimal unbilled, BigDecimal overcharged) {}

    private static Charge charge(Portions portions, BigDecimal chargeable) {
        var over = chargeable.subtract(placed(portions));
        return new Charge(over.max(BigDecimal.ZERO), over.negate().max(BigDecimal.ZERO));
    }

    /** All that the customer is to pay. What was given up stays so; it counts towards a lower price. */
    private BigDecimal chargeable(Portions portions, BigDecimal former, BigDecimal price) {
        var now = chargeable(portions);
        int higher = price.compareTo(former);
        if (higher == 0) {
            return now;
        }
        return higher < 0 ? now.min(price) : now.max(price.subtract(forgone));
    }

    private BigDecimal chargeable(Portions portions) {
        return portions.remaining().amount().add(placed(portions)).subtract(overcharged);
    }

    private static BigDecimal placed(Portions portions) {
        return portions.placed().stream().map(each -> each.part().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What was charged too much is taken off what came back unbilled; empty when nothing is to be done. */
    Optional<ExpenseRepriced> settled(Portions portions) {
        var unbilled = portions.remaining().amount();
        if (last == null || priced == null || overcharged.signum() == 0 || unbilled.signum() == 0) {
            return Optional.empty();
        }
        var charge = charge(portions, chargeable(portions));
        return Optional.of(
                ExpenseChangeEvents.repricedAgain(last, charge.unbilled().subtract(unbilled), charge.overcharged()));
    }

    /** The credit that should be proposed now; empty when that is what is proposed. */
    Optional<ExpenseCreditProposed> proposal(Portions portions) {
        var parts = new ArrayList<Proposed>();
        var open = overcharged;
        for (Placed billed : portions.billed().reversed()) {
            var part = open.min(billed.part().amount());
            if (part.signum() > 0) {
                parts.add(new Proposed(billed.invoiceId(), billed.no(), part));
                open = open.subtract(part);
            }
        }
        return last == null || parts.equals(proposed)
                ? Optional.empty()
                : Optional.of(ExpenseChangeEvents.creditProposed(last, parts));
    }
}
