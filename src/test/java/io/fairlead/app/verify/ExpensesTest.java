package io.fairlead.app.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.verify.account.ExpenseAccount;
import io.fairlead.app.verify.invariant.ExpensesAddUp;
import io.fairlead.expense.event.ExpenseApproved;
import io.fairlead.expense.event.ExpenseCosted;
import io.fairlead.expense.event.ExpensePriced;
import io.fairlead.expense.event.ExpenseRecosted;
import io.fairlead.expense.event.ExpenseRefunded;
import io.fairlead.expense.event.ExpenseRepriced;
import io.fairlead.shared.event.FxRate;
import java.math.BigDecimal;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** What does not follow from a receipt is seen: of 119.00 USD 19.00 are recoverable, and 1 EUR is 1.10 USD. */
class ExpensesTest {

    @Test
    void what_follows_from_the_receipt_is_right() {
        assertThat(examples(approved(), costed("100", "90.91"), priced("90.91", "100.00")))
                .isEmpty();
        assertThat(examples(
                        approved(),
                        costed("100", "90.91"),
                        priced("90.91", "100.00"),
                        refunded("11.90", "1.90"),
                        recosted("REFUNDED", "90", "81.82"),
                        repriced("81.82", "90.00")))
                .isEmpty();
        assertThat(examples(approved(), costed("100", "90.91"), recosted("WITHDRAWN", "0", "0")))
                .isEmpty();
    }

    @Test
    void a_cost_at_another_rate_is_seen() {
        assertThat(examples(approved(), costed("100", "110.00")))
                .containsExactly("expense:e: cost is said to be 110.00, recomputed 90.91");
    }

    @Test
    void a_cost_of_another_receipt_is_seen() {
        assertThat(examples(approved(), costed("119", "108.18")))
                .containsExactly("expense:e: the cost of its receipt is said to be 119, recomputed 100");
        assertThat(examples(approved(), costed("100", "90.91"), refunded("11.90", "1.90")))
                .containsExactly("expense:e: the cost of its receipt is said to be 100, recomputed 90.00");
    }

    @Test
    void a_price_with_another_mark_up_is_seen() {
        assertThat(examples(approved(), costed("100", "90.91"), priced("90.91", "90.91")))
                .containsExactly("expense:e: price is said to be 90.91, recomputed 100.00");
        assertThat(examples(approved(), costed("100", "90.91"), priced("90.91", "100.00"), repriced("80", "80")))
                .containsExactly("expense:e: price is said to be 80, recomputed 88.00");
    }

    private static List<String> examples(SpecificRecord... events) {
        return ExpensesAddUp.compare(Seen.account(new ExpenseAccount(), List.of(events)))
                .examples();
    }

    private static ExpenseApproved approved() {
        var event = with(new ExpenseApproved(), "amount", "119");
        Seen.set(event, "recoverableTax", new BigDecimal("19"));
        return event;
    }

    private static ExpenseRefunded refunded(String amount, String tax) {
        var event = with(new ExpenseRefunded(), "amount", amount);
        Seen.set(event, "recoverableTax", new BigDecimal(tax));
        return event;
    }

    private static ExpenseCosted costed(String receipt, String amount) {
        return cost(new ExpenseCosted(), receipt, amount);
    }

    private static ExpenseRecosted recosted(String because, String receipt, String amount) {
        var event = cost(new ExpenseRecosted(), receipt, amount);
        Seen.set(event, "because", because);
        return event;
    }

    private static <E extends SpecificRecord> E cost(E event, String receipt, String amount) {
        var _ = with(event, "amount", amount);
        Seen.set(event, "receiptCost", new BigDecimal(receipt));
        Seen.set(event, "receiptCurrency", "USD");
        Seen.set(event, "currency", "EUR");
        var fx = new FxRate();
        Seen.set(fx, "base", "EUR");
        Seen.set(fx, "quote", "USD");
        Seen.set(fx, "rate", new BigDecimal("1.10"));
        Seen.set(event, "fx", fx);
        return event;
    }

    private static ExpensePriced priced(String cost, String amount) {
        return price(new ExpensePriced(), cost, amount);
    }

    private static ExpenseRepriced repriced(String cost, String amount) {
        return price(new ExpenseRepriced(), cost, amount);
    }

    private static <E extends SpecificRecord> E price(E event, String cost, String amount) {
        var _ = with(event, "amount", amount);
        Seen.set(event, "cost", new BigDecimal(cost));
        Seen.set(event, "markUp", new BigDecimal("0.10"));
        Seen.set(event, "currency", "EUR");
        return event;
    }

    private static <E extends SpecificRecord> E with(E event, String field, String amount) {
        Seen.set(event, "expenseId", "expense:e");
        Seen.set(event, field, new BigDecimal(amount));
        if (event.getSchema().getField("version") != null) {
            Seen.set(event, "version", 1);
        }
        return event;
    }
}
