package io.fairlead.expense.view;

import io.fairlead.expense.event.ExpenseCreditProposed;
import io.fairlead.expense.event.ExpenseMoved;
import io.fairlead.expense.event.ExpenseRecosted;
import io.fairlead.expense.event.ExpenseRefunded;
import io.fairlead.expense.event.ExpenseRepriced;
import io.fairlead.expense.event.ExpenseWithdrawn;
import io.fairlead.projection.EventMetadata;
import io.fairlead.projection.UpsertTable;
import io.fairlead.projection.db.tables.records.ExpenseRecord;
import java.math.BigDecimal;
import java.util.Objects;
import org.axonframework.eventhandling.EventHandler;

/** What becomes of an expense after its approval: refunded, withdrawn, costed and priced anew. */
final class ExpenseChanges {

    private final UpsertTable<ExpenseRecord> expenses;

    ExpenseChanges(UpsertTable<ExpenseRecord> expenses) {
        this.expenses = expenses;
    }

    @EventHandler
    void on(ExpenseRefunded event, EventMetadata facts) {
        expenses.change(
                facts,
                event.getExpenseId(),
                row -> row.setRefundedAmount(Objects.requireNonNullElse(row.getRefundedAmount(), BigDecimal.ZERO)
                        .add(event.getAmount())));
    }

    @EventHandler
    void on(ExpenseWithdrawn event, EventMetadata facts) {
        expenses.change(facts, event.getExpenseId(), row -> {
            row.setWithdrawal(event.getReason());
            if (row.getInvoiceId() == null) { // Else an invoice has it until it is credited.
                row.setStatus("withdrawn");
            }
        });
    }

    @EventHandler
    void on(ExpenseMoved event, EventMetadata facts) {
        expenses.change(facts, event.getExpenseId(), row -> {
            row.setMovedTo(event.getMovedTo());
            if (row.getInvoiceId() == null) {
                row.setStatus("moved");
            }
        });
    }

    @EventHandler
    void on(ExpenseRecosted event, EventMetadata facts) {
        expenses.change(facts, event.getExpenseId(), row -> {
            var fx = event.getFx();
            row.setExchangeRate(fx == null ? null : fx.getRate());
            row.setCost(event.getAmount());
        });
    }

    @EventHandler
    void on(ExpenseRepriced event, EventMetadata facts) {
        expenses.change(facts, event.getExpenseId(), row -> {
            row.setMarkUp(event.getMarkUp());
            row.setBilledPrice(event.getAmount());
        });
    }

    @EventHandler
    void on(ExpenseCreditProposed event, EventMetadata facts) {
        expenses.change(facts, event.getExpenseId(), row -> {
            boolean nothing = event.getParts().isEmpty();
            row.setProposedCredit(nothing ? null : event.getAmount());
            if (nothing && Objects.requireNonNull(row.getBilledPrice()).signum() == 0) {
                row.setStatus(ended(row));
            }
        });
    }

    private static String ended(ExpenseRecord row) {
        if (row.getMovedTo() != null) {
            return "moved";
        }
        return row.getWithdrawal() == null ? "credited" : "withdrawn";
    }
}
