package io.fairlead.expense.view;

import static io.fairlead.projection.db.Tables.EXPENSE;

import io.fairlead.expense.event.ExpenseApproved;
import io.fairlead.expense.event.ExpenseBilled;
import io.fairlead.expense.event.ExpenseCorrected;
import io.fairlead.expense.event.ExpenseCosted;
import io.fairlead.expense.event.ExpenseDeferred;
import io.fairlead.expense.event.ExpenseLowered;
import io.fairlead.expense.event.ExpensePriced;
import io.fairlead.expense.event.ExpensePutOnDraft;
import io.fairlead.expense.event.ExpenseRecorded;
import io.fairlead.expense.event.ExpenseRejected;
import io.fairlead.expense.event.ExpenseReopened;
import io.fairlead.expense.event.ExpenseSubmitted;
import io.fairlead.expense.event.ExpenseTakenOffDraft;
import io.fairlead.expense.event.ExpenseWrittenOff;
import io.fairlead.projection.EventMetadata;
import io.fairlead.projection.Projection;
import io.fairlead.projection.ReadableText;
import io.fairlead.projection.TableBuffer;
import io.fairlead.projection.UpsertTable;
import io.fairlead.projection.db.tables.records.ExpenseRecord;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.axonframework.eventhandling.EventHandler;

/** Each expense as it stands; read by {@link ExpenseQuery} and the billing run. */
public final class ExpenseProjection implements Projection {

    private final UpsertTable<ExpenseRecord> expenses = UpsertTable.of(EXPENSE, "expense");

    @Override
    public String name() {
        return "expense";
    }

    @Override
    public List<TableBuffer<?>> tables() {
        return List.of(expenses);
    }

    @EventHandler
    void on(ExpenseRecorded event, EventMetadata facts) {
        expenses.put(
                facts,
                row -> {
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
                },
                event.getExpenseId());
    }

    @EventHandler
    void on(ExpenseCorrected event, EventMetadata facts) {
        expenses.change(
                facts,
                row -> {
                    row.setVersion(event.getVersion());
                    row.setSpentOn(event.getSpentOn());
                    row.setAmount(event.getAmount());
                    row.setTax(event.getTax());
                    row.setRecoverableTax(event.getRecoverableTax());
                    row.setAuthor(event.getAuthor());
                    row.setStatus("recorded");
                    row.setRejection(null);
                },
                event.getExpenseId());
    }

    @EventHandler
    void on(ExpenseSubmitted event, EventMetadata facts) {
        expenses.change(
                facts,
                row -> {
                    row.setSubmittedAt(event.getSubmittedAt().atOffset(ZoneOffset.UTC));
                    row.setStatus("submitted");
                    row.setRejection(null);
                },
                event.getExpenseId());
    }

    @EventHandler
    void on(ExpenseApproved event, EventMetadata facts) {
        expenses.change(
                facts,
                row -> {
                    row.setApprovedBy(event.getApprovedBy());
                    row.setApprovedAt(event.getApprovedAt().atOffset(ZoneOffset.UTC));
                    row.setStatus("approved");
                },
                event.getExpenseId());
    }

    @EventHandler
    void on(ExpenseRejected event, EventMetadata facts) {
        expenses.change(
                facts,
                row -> {
                    row.setRejection(event.getReason());
                    row.setStatus("rejected");
                },
                event.getExpenseId());
    }

    @EventHandler
    void on(ExpenseCosted event, EventMetadata facts) {
        expenses.change(
                facts,
                row -> {
                    var fx = event.getFx();
                    row.setExchangeRate(fx == null ? null : fx.getRate());
                    row.setCost(event.getAmount());
                    row.setContractCurrency(event.getCurrency());
                    row.setStatus("costed");
                },
                event.getExpenseId());
    }

    @EventHandler
    void on(ExpensePriced event, EventMetadata facts) {
        expenses.change(
                facts,
                row -> {
                    row.setMarkUp(event.getMarkUp());
                    row.setBilledPrice(event.getAmount());
                    row.setStatus("priced");
                },
                event.getExpenseId());
    }

    @EventHandler
    void on(ExpensePutOnDraft event, EventMetadata facts) {
        expenses.change(
                facts,
                row -> {
                    row.setInvoiceId(event.getInvoiceId());
                    row.setStatus("drafted");
                },
                event.getExpenseId());
    }

    @EventHandler
    void on(ExpenseTakenOffDraft event, EventMetadata facts) {
        expenses.change(
                facts,
                row -> {
                    row.setInvoiceId(null);
                    row.setStatus("priced");
                },
                event.getExpenseId());
    }

    @EventHandler
    void on(ExpenseBilled event, EventMetadata facts) {
        expenses.change(
                facts,
                row -> {
                    row.setInvoiceId(event.getInvoiceId());
                    row.setInvoiceNumber(event.getInvoiceNumber());
                    row.setStatus("billed");
                },
                event.getExpenseId());
    }

    @EventHandler
    void on(ExpenseDeferred event, EventMetadata facts) {
        expenses.change(facts, row -> row.setDeferredUntil(event.getUntil()), event.getExpenseId());
    }

    @EventHandler
    void on(ExpenseReopened event, EventMetadata facts) {
        expenses.change(
                facts,
                row -> {
                    row.setInvoiceId(null);
                    row.setInvoiceNumber(null);
                    row.setStatus("priced");
                },
                event.getExpenseId());
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
        expenses.change(
                facts,
                row -> {
                    if (Objects.requireNonNull(row.getBilledPrice()).compareTo(amount) == 0) {
                        row.setStatus(status);
                    }
                },
                expense);
    }
}
