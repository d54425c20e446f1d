package io.fairlead.expense;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.expense.event.ExpenseApproved;
import io.fairlead.expense.event.ExpenseBilled;
import io.fairlead.expense.event.ExpenseCosted;
import io.fairlead.expense.event.ExpenseCreditProposed;
import io.fairlead.expense.event.ExpenseLowered;
import io.fairlead.expense.event.ExpenseMoved;
import io.fairlead.expense.event.ExpensePriced;
import io.fairlead.expense.event.ExpensePutOnDraft;
import io.fairlead.expense.event.ExpenseRecosted;
import io.fairlead.expense.event.ExpenseRefunded;
import io.fairlead.expense.event.ExpenseReopened;
import io.fairlead.expense.event.ExpenseRepriced;
import io.fairlead.expense.event.ExpenseTakenOffDraft;
import io.fairlead.expense.event.ExpenseWithdrawn;
import io.fairlead.expense.event.ExpenseWrittenOff;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What an expense costs, what the customer is charged and what is to be credited, reckoned from its events; shares no code. */
final class ExpenseReckoning {

    static final BigDecimal MARK_UP = new BigDecimal("0.075");

    private @Nullable ExpenseApproved said;
    private BigDecimal refunded = BigDecimal.ZERO;
    private boolean gone;
    private @Nullable String currency;
    private final Map<LocalDate, BigDecimal> cost = new HashMap<>();
    private final Map<String, BigDecimal> drafted = new HashMap<>();
    private final Map<String, BigDecimal> billed = new HashMap<>();
    private BigDecimal unbilled = BigDecimal.ZERO;
    private BigDecimal proposed = BigDecimal.ZERO;
    private boolean priced;
    private boolean lost;

    /** Dollars for a euro on a day. */
    static BigDecimal rate(LocalDate day) {
        return new BigDecimal("1.08333").add(BigDecimal.valueOf(day.getDayOfMonth(), 3));
    }

    void follow(SpecificRecord event) {
        switch (event) {
            case ExpenseApproved e -> said = e;
            case ExpenseRefunded e -> refunded = refunded.add(e.getAmount()).subtract(e.getRecoverableTax());
            case ExpenseWithdrawn _ -> gone = true;
            case ExpenseMoved _ -> gone = true;
            case ExpenseCosted e -> {
                currency = e.getCurrency();
                cost.merge(e.getAccountingDate(), e.getAmount(), BigDecimal::add);
            }
            case ExpenseRecosted e -> cost.merge(e.getAccountingDate(), e.getAmountDelta(), BigDecimal::add);
            case ExpensePriced e -> {
                priced = true;
                unbilled = unbilled.add(e.getAmount());
            }
            case ExpenseRepriced e -> unbilled = unbilled.add(e.getAmountDelta());
            case ExpensePutOnDraft e -> {
                unbilled = unbilled.subtract(e.getAmount());
                drafted.put(e.getInvoiceId(), e.getAmount());
            }
            case ExpenseTakenOffDraft e -> unbilled = unbilled.add(drafted.remove(e.getInvoiceId()));
            case ExpenseBilled e -> billed.put(e.getInvoiceId(), drafted.remove(e.getInvoiceId()));
            case ExpenseReopened e -> {
                credited(e.getInvoiceId(), e.getAmount());
                unbilled = unbilled.add(e.getAmount());
            }
            case ExpenseLowered e -> {
                credited(e.getInvoiceId(), e.getAmount());
                lost = true;
            }
            case ExpenseWrittenOff e -> {
                lost = true;
                if (e.getInvoiceId() == null) {
                    unbilled = unbilled.subtract(e.getAmount());
                } else {
                    credited(e.getInvoiceId(), e.getAmount());
                }
            }
            case ExpenseCreditProposed e -> proposed = e.getAmount();
            default -> {}
        }
    }

    private void credited(String invoice, BigDecimal amount) {
        billed.merge(invoice, amount.negate(), BigDecimal::add);
        assertThat(billed.get(invoice)).as("credited of " + invoice).isNotNegative();
    }

    void check(ExpenseState state) {
        var approval = said;
        if (approval == null || currency == null) {
            return;
        }
        var due = gone ? BigDecimal.ZERO : cost(approval);
        assertThat(sum(cost)).as("cost").isEqualByComparingTo(due);
        assertThat(unbilled).as("unbilled").isNotNegative();
        assertThat(state.portions().remaining().amount()).isEqualByComparingTo(unbilled);
        if (priced) {
            charged(due.multiply(BigDecimal.ONE.add(approval.getDisbursement() ? BigDecimal.ZERO : MARK_UP))
                    .setScale(2, RoundingMode.HALF_UP));
        }
    }

    /** What stands for it is never more than its price, but for what is on invoices or drafts and told. */
    private void charged(BigDecimal price) {
        var standing = unbilled.add(sum(drafted)).add(sum(billed));
        var over = standing.subtract(price).max(BigDecimal.ZERO);
        if (over.signum() > 0) {
            assertThat(unbilled).as("unbilled while too much is charged").isZero();
        }
        if (drafted.isEmpty()) {
            assertThat(proposed).as("proposed").isBetween(over.min(sum(billed)), sum(billed));
        }
        if (!lost) { // Else what was given up stays so, and less is charged.
            assertThat(standing.subtract(over)).as("charged").isEqualByComparingTo(price);
            assertThat(proposed).as("proposed").isLessThanOrEqualTo(over);
        }
    }

    private BigDecimal cost(ExpenseApproved approval) {
        var receipt =
                approval.getAmount().subtract(approval.getRecoverableTax()).subtract(refunded);
        return "EUR".equals(currency)
                ? receipt
                : receipt.multiply(rate(approval.getSpentOn())).setScale(2, RoundingMode.HALF_UP);
    }

    private static BigDecimal sum(Map<?, BigDecimal> amounts) {
        return amounts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
