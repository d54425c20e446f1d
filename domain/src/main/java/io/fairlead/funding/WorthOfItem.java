package io.fairlead.funding;

import io.fairlead.billing.event.BillingItemCorrected;
import io.fairlead.billing.event.BillingItemReady;
import io.fairlead.billing.event.BillingItemWrittenOff;
import io.fairlead.expense.event.ExpenseLowered;
import io.fairlead.expense.event.ExpensePriced;
import io.fairlead.expense.event.ExpenseWrittenOff;
import io.fairlead.shared.History;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;

/** What an item or expense is worth by its own events: its price less what was given up or never existed. */
final class WorthOfItem {

    /** Empty when it is neither. */
    static Optional<BigDecimal> of(History history, String sourceId) {
        return history.last(sourceId, BillingItemReady.class)
                .map(item -> of(history, item))
                .or(() -> history.last(sourceId, ExpensePriced.class).map(expense -> of(history, expense)));
    }

    static BigDecimal of(History history, BillingItemReady item) {
        var id = item.getBillingItemId();
        return less(
                item.getAmount(),
                history.all(id, BillingItemWrittenOff.class).stream().map(BillingItemWrittenOff::getAmount),
                history.all(id, BillingItemCorrected.class).stream().map(BillingItemCorrected::getAmount));
    }

    static BigDecimal of(History history, ExpensePriced expense) {
        var id = expense.getExpenseId();
        return less(
                expense.getAmount(),
                history.all(id, ExpenseWrittenOff.class).stream().map(ExpenseWrittenOff::getAmount),
                history.all(id, ExpenseLowered.class).stream().map(ExpenseLowered::getAmount));
    }

    private static BigDecimal less(BigDecimal price, Stream<BigDecimal> writtenOff, Stream<BigDecimal> corrected) {
        return Stream.concat(writtenOff, corrected)
                .reduce(price, BigDecimal::subtract)
                .max(BigDecimal.ZERO);
    }

    private WorthOfItem() {}
}
