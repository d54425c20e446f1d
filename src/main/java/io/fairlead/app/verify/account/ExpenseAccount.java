package io.fairlead.app.verify.account;

import io.fairlead.expense.event.ExpenseApproved;
import io.fairlead.expense.event.ExpenseCosted;
import io.fairlead.expense.event.ExpensePriced;
import io.fairlead.expense.event.ExpenseRecosted;
import io.fairlead.expense.event.ExpenseRefunded;
import io.fairlead.expense.event.ExpenseRepriced;
import io.fairlead.shared.event.FxRate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What each approved expense cost and what its customer pays, said and worked out anew from its receipt (R15). */
public final class ExpenseAccount implements RunningAccount {

    private static final int SCALE = 4;

    private final Map<String, Expense> byExpense = new HashMap<>();

    /** An amount that was said, and the same worked out. */
    public record Figure(BigDecimal said, BigDecimal recomputed) {}

    /** One expense, as its last events tell it. */
    public static final class Expense {

        private @Nullable ExpenseApproved approved;
        private BigDecimal refunded = BigDecimal.ZERO;
        private boolean isEmptied;
        private int costedVersion;
        private @Nullable BigDecimal receiptCost;
        private @Nullable Figure cost;
        private @Nullable Figure price;

        /** What it cost in the receipt's currency: its amount less recoverable tax and what came back of both; null before. */
        public @Nullable Figure receipt() {
            var said = receiptCost;
            return said == null ? null : new Figure(said, ofReceipt(said));
        }

        /** That in the contract's currency; null before. */
        public @Nullable Figure cost() {
            return cost;
        }

        /** The cost with its mark-up; null while nobody pays it. */
        public @Nullable Figure price() {
            return price;
        }

        private void costed(
                int version, BigDecimal ofReceipt, String from, @Nullable FxRate fx, BigDecimal said, String to) {
            costedVersion = version;
            cost = new Figure(said, converted(ofReceipt, from, fx, to));
            receiptCost = ofReceipt;
        }

        private BigDecimal ofReceipt(BigDecimal said) {
            var known = approved;
            if (isEmptied) {
                return BigDecimal.ZERO;
            }
            return known == null || known.getVersion() != costedVersion
                    ? said
                    : known.getAmount().subtract(known.getRecoverableTax()).subtract(refunded);
        }

        private void priced(BigDecimal ofCost, BigDecimal markUp, BigDecimal said, String currency) {
            price = new Figure(
                    said, ofCost.multiply(BigDecimal.ONE.add(markUp)).setScale(digits(currency), RoundingMode.HALF_UP));
        }
    }

    @Override
    public void book(SpecificRecord event) {
        switch (event) {
            case ExpenseApproved e -> expense(e.getExpenseId()).approved = e;
            case ExpenseRefunded e -> {
                var expense = expense(e.getExpenseId());
                expense.refunded = expense.refunded.add(e.getAmount()).subtract(e.getRecoverableTax());
            }
            case ExpenseCosted e ->
                expense(e.getExpenseId())
                        .costed(
                                e.getVersion(),
                                e.getReceiptCost(),
                                e.getReceiptCurrency(),
                                e.getFx(),
                                e.getAmount(),
                                e.getCurrency());
            case ExpenseRecosted e -> {
                var expense = expense(e.getExpenseId());
                expense.isEmptied =
                        e.getBecause().equals("MOVED") || e.getBecause().equals("WITHDRAWN");
                expense.costed(
                        e.getVersion(),
                        e.getReceiptCost(),
                        e.getReceiptCurrency(),
                        e.getFx(),
                        e.getAmount(),
                        e.getCurrency());
            }
            case ExpensePriced e ->
                expense(e.getExpenseId()).priced(e.getCost(), e.getMarkUp(), e.getAmount(), e.getCurrency());
            case ExpenseRepriced e ->
                expense(e.getExpenseId()).priced(e.getCost(), e.getMarkUp(), e.getAmount(), e.getCurrency());
            default -> {}
        }
    }

    /** By expense:<key>. */
    public Map<String, Expense> byExpense() {
        return Collections.unmodifiableMap(byExpense);
    }

    private Expense expense(String id) {
        return byExpense.computeIfAbsent(id, _ -> new Expense());
    }

    private static BigDecimal converted(BigDecimal amount, String from, @Nullable FxRate fx, String to) {
        if (fx == null) {
            return amount;
        }
        return fx.getBase().equals(from)
                ? amount.multiply(fx.getRate()).setScale(digits(to), RoundingMode.HALF_UP)
                : amount.divide(fx.getRate(), digits(to), RoundingMode.HALF_UP);
    }

    private static int digits(String currency) {
        return Math.min(SCALE, Currency.getInstance(currency).getDefaultFractionDigits());
    }
}
