package io.fairlead.expense.view;

import static io.fairlead.projection.db.Tables.EXPENSE;

import io.fairlead.expense.event.ExpenseApproved;
import io.fairlead.expense.event.ExpenseCorrected;
import io.fairlead.expense.event.ExpenseRecorded;
import io.fairlead.expense.event.ExpenseRejected;
import io.fairlead.expense.event.ExpenseSubmitted;
import io.fairlead.projection.EventMetadata;
import io.fairlead.projection.Projection;
import io.fairlead.projection.ReadableText;
import io.fairlead.projection.TableBuffer;
import io.fairlead.projection.UpsertTable;
import io.fairlead.projection.db.tables.records.ExpenseRecord;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;

/** Each expense as it stands; read by {@link ExpenseQuery} and the billing run. */
public final class ExpenseProjection implements Projection {

    private final UpsertTable<ExpenseRecord> expenses = UpsertTable.of(EXPENSE, "expense");
    private final ExpenseToInvoice toInvoice = new ExpenseToInvoice(expenses);
    private final ExpenseChanges changes = new ExpenseChanges(expenses);

    @Override
    public String name() {
        return "expense";
    }

    @Override
    public List<TableBuffer<?>> tables() {
        return List.of(expenses);
    }

    @Override
    public List<Object> handlers() {
        return List.of(this, toInvoice, changes);
    }

    @EventHandler
    void on(ExpenseRecorded event, EventMetadata facts) {
        expenses.put(facts, event.getExpenseId(), row -> {
            row.setSource(event.getSource());
            row.setSourceId(event.getSourceId());
            row.setPersonId(event.getPersonId());
            row.setProjectId(event.getProjectId());
            row.setContractId(event.getContractId());
            row.setCustomerId(event.getCustomerId());
            row.setLegalEntityId(event.getLegalEntityId());
            row.setLineNo(event.getLineNo());
            row.setCategory(event.getCategory());
            row.setSpentOn(event.getSpentOn());
            row.setAmount(event.getAmount());
            row.setTax(event.getTax());
            row.setRecoverableTax(event.getRecoverableTax());
            row.setCurrency(event.getCurrency());
            row.setBillable(event.getBillable());
            row.setDisbursement(event.getDisbursement());
            row.setReceiptReference(event.getReceiptReference());
            row.setReceiptHash(event.getReceiptHash());
            row.setNote(ReadableText.of(event.getNote()));
            row.setAuthor(event.getAuthor());
            row.setVersion(1);
            row.setStatus("recorded");
            row.setMovedFrom(event.getMovedFrom());
        });
    }

    @EventHandler
    void on(ExpenseCorrected event, EventMetadata facts) {
        expenses.change(facts, event.getExpenseId(), row -> {
            row.setVersion(event.getVersion());
            row.setSpentOn(event.getSpentOn());
            row.setAmount(event.getAmount());
            row.setTax(event.getTax());
            row.setRecoverableTax(event.getRecoverableTax());
            row.setCategory(event.getCategory() == null ? row.getCategory() : event.getCategory());
            if (row.getApprovedAt()
                    == null) { // Else who corrected approves it in the same breath, and it stands as it stood.
                row.setAuthor(event.getAuthor());
                row.setStatus("recorded");
                row.setRejection(null);
            }
        });
    }

    @EventHandler
    void on(ExpenseSubmitted event, EventMetadata facts) {
        expenses.change(facts, event.getExpenseId(), row -> {
            row.setSubmittedAt(event.getSubmittedAt().atOffset(ZoneOffset.UTC));
            row.setStatus("submitted");
            row.setRejection(null);
        });
    }

    @EventHandler
    void on(ExpenseApproved event, EventMetadata facts) {
        expenses.change(facts, event.getExpenseId(), row -> {
            row.setApprovedBy(event.getApprovedBy());
            boolean again = row.getApprovedAt() != null;
            row.setApprovedAt(event.getApprovedAt().atOffset(ZoneOffset.UTC));
            row.setStatus(again ? row.getStatus() : "approved");
        });
    }

    @EventHandler
    void on(ExpenseRejected event, EventMetadata facts) {
        expenses.change(facts, event.getExpenseId(), row -> {
            row.setRejection(event.getReason());
            row.setStatus("rejected");
        });
    }
}
