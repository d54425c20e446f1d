package io.fairlead.expense.view;

import io.fairlead.expense.event.ExpenseBilled;
import io.fairlead.expense.event.ExpenseCosted;
import io.fairlead.expense.event.ExpenseDeferred;
import io.fairlead.expense.event.ExpenseLowered;
import io.fairlead.expense.event.ExpensePriced;
import io.fairlead.expense.event.ExpensePutOnDraft;
import io.fairlead.expense.event.ExpenseReopened;
import io.fairlead.expense.event.ExpenseTakenOffDraft;
import io.fairlead.expense.event.ExpenseWrittenOff;
import io.fairlead.projection.EventMetadata;
import io.fairlead.projection.UpsertTable;
import io.fairlead.projection.db.tables.records.ExpenseRecord;
import java.math.BigDecimal;
import java.util.Objects;
import org.axonframework.eventhandling.EventHandler;

/** An expense from its cost and price to drafts, invoices and credit notes, and how long it waits for them. */
final class ExpenseToInvoice {

    private final UpsertTable<ExpenseRecord> expenses;

    ExpenseToInvoice(UpsertTable<ExpenseRecord> expenses) {
        this.expenses = expenses;
    }

    @EventHandler
    void on(ExpenseCosted event, EventMetadata facts) {
        expenses.change(facts, event.getExpenseId(), row -> {
            var fx = event.getFx();
            row.setExchangeRate(fx == null ? null : fx.getRate());
            row.setCost(event.getAmount());
            row.setContractCurrency(event.getCurrency());
            row.setStatus("costed");
        });
    }

    @EventHandler
    void on(ExpensePriced event, EventMetadata facts) {
        expenses.change(facts, event.getExpenseId(), row -> {
            row.setMarkUp(event.getMarkUp());
            row.setBilledPrice(event.getAmount());
            row.setStatus("priced");
        });
    }

    @EventHandler
    void on(ExpensePutOnDraft event, EventMetadata facts) {
        expenses.change(facts, event.getExpenseId(), row -> {
            row.setInvoiceId(event.getInvoiceId());
            row.setStatus("drafted");
        });
    }

    @EventHandler
    void on(ExpenseTakenOffDraft event, EventMetadata facts) {
        expenses.change(facts, event.getExpenseId(), row -> {
            row.setInvoiceId(null);
            row.setStatus("priced");
        });
    }

    @EventHandler
    void on(ExpenseBilled event, EventMetadata facts) {
        expenses.change(facts, event.getExpenseId(), row -> {
            row.setInvoiceId(event.getInvoiceId());
            row.setInvoiceNumber(event.getInvoiceNumber());
            row.setStatus("billed");
        });
    }

    @EventHandler
    void on(ExpenseDeferred event, EventMetadata facts) {
        expenses.change(facts, event.getExpenseId(), row -> row.setDeferredUntil(event.getUntil()));
    }

    @EventHandler
    void on(ExpenseReopened event, EventMetadata facts) {
        expenses.change(facts, event.getExpenseId(), row -> {
            row.setInvoiceId(null);
            row.setInvoiceNumber(null);
            row.setStatus("priced");
        });
    }

    @EventHandler
    void on(ExpenseLowered event, EventMetadata facts) {
        ended(facts, event.getExpenseId(), event.getAmount(), "credited");
    }

    @EventHandler
    void on(ExpenseWrittenOff event, EventMetadata facts) {
        ended(facts, event.getExpenseId(), event.getAmount(), "written off");
    }

    /** What ends in part stands as it stood. */
    private void ended(EventMetadata facts, String expense, BigDecimal amount, String status) {
        expenses.change(facts, expense, row -> {
            if (Objects.requireNonNull(row.getBilledPrice()).compareTo(amount) == 0) {
                row.setStatus(status);
            }
        });
    }
}
