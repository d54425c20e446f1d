package io.fairlead.funding;

import io.fairlead.billing.event.InvoiceLine;
import io.fairlead.expense.ExpenseId;
import io.fairlead.expense.event.ExpensePriced;
import io.fairlead.party.CustomerId;
import io.fairlead.project.ProjectId;
import io.fairlead.shared.StreamHistory;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Expenses that were paid on behalf of the customer: they stand outside of limits (R15), so they ask for no funds and use none.
 * Whoever reads lines of invoices and credit notes asks by the source; only expenses are looked up.
 *
 * @param history where a source says what it is
 */
record Disbursements(StreamHistory history) {

    /** Lines of whatever is inside of limits. */
    <T> List<T> without(List<T> lines, Function<T, String> sourceOf) {
        return lines.stream().filter(line -> !has(sourceOf.apply(line))).toList();
    }

    boolean has(String sourceId) {
        return find(sourceId).isPresent();
    }

    /** What takes back what the line's source asked for while it still counted within limits; empty for whatever is inside. */
    Optional<ReserveFunds> giveUp(FundingId funding, InvoiceLine line) {
        return find(line.getSourceId())
                .map(expense -> new ReserveFunds(
                        funding,
                        line.getSourceId(),
                        line.getContractLineNo(),
                        new CustomerId(expense.getCustomerId()),
                        new ProjectId(expense.getProjectId()),
                        line.getServiceDate(),
                        Instant.EPOCH,
                        true,
                        BigDecimal.ZERO,
                        expense.getCurrency()));
    }

    private Optional<ExpensePriced> find(String sourceId) {
        return sourceId.startsWith(ExpenseId.KIND + ":")
                ? history.last(sourceId, ExpensePriced.class).filter(ExpensePriced::getDisbursement)
                : Optional.empty();
    }
}
