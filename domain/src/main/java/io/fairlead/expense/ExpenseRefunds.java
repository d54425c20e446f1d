package io.fairlead.expense;

import io.fairlead.expense.event.ExpenseApproved;
import io.fairlead.expense.event.ExpenseRecorded;
import io.fairlead.expense.event.ExpenseRefunded;
import io.fairlead.shared.Amounts;
import io.fairlead.shared.RuleViolated;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a supplier gave back of an expense. Immutable.
 *
 * @param all in the order in which they were told
 */
record ExpenseRefunds(List<Refund> all) {

    static final ExpenseRefunds NONE = new ExpenseRefunds(List.of());

    ExpenseRefunds {
        all = List.copyOf(all);
    }

    /** One of them, amounts in the receipt's currency. */
    record Refund(
            String id, LocalDate on, BigDecimal amount, BigDecimal tax, BigDecimal recoverableTax, String reason) {

        private static Refund of(ExpenseRefunded event) {
            return new Refund(
                    event.getRefundId(),
                    event.getRefundedOn(),
                    event.getAmount(),
                    event.getTax(),
                    event.getRecoverableTax(),
                    event.getReason());
        }

        private boolean says(RefundExpense command) {
            var given = command.given();
            return on.equals(command.refundedOn())
                    && Amounts.same(amount, given.amount())
                    && Amounts.same(tax, given.tax())
                    && Amounts.same(recoverableTax, given.recoverableTax())
                    && reason.equals(command.reason());
        }
    }

    ExpenseRefunds after(ExpenseRefunded event) {
        return new ExpenseRefunds(
                Stream.concat(all.stream(), Stream.of(Refund.of(event))).toList());
    }

    /** What came back of the cost, in the receipt's currency. */
    BigDecimal cost() {
        return sum(Refund::amount).subtract(sum(Refund::recoverableTax));
    }

    /**
     * Whether it was told before.
     *
     * @throws RuleViolated V-12 when it was, with other data
     */
    boolean have(RefundExpense command) {
        var known = all.stream()
                .filter(refund -> refund.id().equals(command.refundId()))
                .findAny();
        if (known.isPresent() && !known.get().says(command)) {
            throw new RuleViolated(
                    "V-12", "refundId", "the refund exists with other data", "give another refund another id");
        }
        return known.isPresent();
    }

    /** @throws RuleViolated V-12 when the expense is in another currency, is later, or has less left than that */
    void requireRoom(ExpenseApproved expense, RefundExpense command) {
        if (!command.given().currency().equals(expense.getCurrency())) {
            throw refused("currency", "the receipt is in " + expense.getCurrency(), "give the refund in it");
        }
        if (command.refundedOn().isBefore(expense.getSpentOn())) {
            throw refused("refundedOn", "the receipt is of " + expense.getSpentOn(), "give a day from then on");
        }
        requireLeft(
                expense.getAmount().subtract(command.given().amount()),
                expense.getTax().subtract(command.given().tax()),
                expense.getRecoverableTax().subtract(command.given().recoverableTax()));
    }

    /**
     * What is left of an expense.
     *
     * @throws RuleViolated V-14 when nothing is
     */
    ReceiptFigures left(ExpenseRecorded entry) {
        var amount = entry.getAmount().subtract(sum(Refund::amount));
        if (amount.signum() == 0) {
            throw new RuleViolated("V-14", "expenseId", "nothing of it is left to move", "leave it as it is");
        }
        return new ReceiptFigures(
                amount,
                entry.getTax().subtract(sum(Refund::tax)),
                entry.getRecoverableTax().subtract(sum(Refund::recoverableTax)),
                entry.getCurrency());
    }

    /** @throws RuleViolated V-12 when the receipt says less than was given back */
    void requireWithin(ReceiptFigures receipt) {
        if (!all.isEmpty()) {
            requireLeft(receipt.amount(), receipt.tax(), receipt.recoverableTax());
        }
    }

    private void requireLeft(BigDecimal amount, BigDecimal tax, BigDecimal recoverableTax) {
        var left = amount.subtract(sum(Refund::amount));
        var leftTax = tax.subtract(sum(Refund::tax));
        var leftRecoverable = recoverableTax.subtract(sum(Refund::recoverableTax));
        boolean adds = leftRecoverable.signum() >= 0
                && leftTax.compareTo(leftRecoverable) >= 0
                && left.compareTo(leftTax) >= 0;
        if (!adds) {
            throw refused(
                    "amount",
                    "more would be given back than the receipt says, or its tax would not be part of what is left",
                    "give at most what is left, with its taxes");
        }
    }

    private BigDecimal sum(Function<Refund, BigDecimal> of) {
        return all.stream().map(of).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static RuleViolated refused(String field, String reason, String remedy) {
        return new RuleViolated("V-12", field, reason, remedy);
    }
}
