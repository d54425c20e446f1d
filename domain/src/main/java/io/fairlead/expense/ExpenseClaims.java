package io.fairlead.expense;

import io.fairlead.expense.event.ExpenseBilled;
import io.fairlead.expense.event.ExpenseLowered;
import io.fairlead.expense.event.ExpensePriced;
import io.fairlead.expense.event.ExpensePutOnDraft;
import io.fairlead.expense.event.ExpenseReopened;
import io.fairlead.expense.event.ExpenseTakenOffDraft;
import io.fairlead.expense.event.ExpenseWrittenOff;
import io.fairlead.shared.Portion;
import io.fairlead.shared.Portions.Placed;
import java.math.BigDecimal;
import org.apache.avro.specific.SpecificRecord;

/** How the events of an expense on its way to an invoice and back are filled. */
final class ExpenseClaims {

    static ExpensePutOnDraft putOnDraft(ExpensePriced price, String invoice, Portion portion) {
        return ExpensePutOnDraft.newBuilder()
                .setExpenseId(price.getExpenseId())
                .setInvoiceId(invoice)
                .setPortionNo(portion.portionNo())
                .setAmount(portion.amount())
                .setCurrency(price.getCurrency())
                .setContractId(price.getContractId())
                .setServiceDate(price.getServiceDate())
                .build();
    }

    static ExpenseTakenOffDraft takenOffDraft(ExpensePriced price, Placed placed, String reason) {
        return ExpenseTakenOffDraft.newBuilder()
                .setExpenseId(price.getExpenseId())
                .setInvoiceId(placed.invoiceId())
                .setPortionNo(placed.no())
                .setAmount(placed.part().amount())
                .setCurrency(price.getCurrency())
                .setContractId(price.getContractId())
                .setServiceDate(price.getServiceDate())
                .setReason(reason)
                .build();
    }

    static ExpenseBilled billed(ExpensePriced price, Placed placed, BillExpense command) {
        return ExpenseBilled.newBuilder()
                .setExpenseId(price.getExpenseId())
                .setInvoiceId(command.invoiceId().value())
                .setInvoiceNumber(command.invoiceNumber())
                .setInvoiceLineNo(command.invoiceLineNo())
                .setPortionNo(placed.no())
                .setAmount(placed.part().amount())
                .setCurrency(price.getCurrency())
                .setContractId(price.getContractId())
                .setServiceDate(price.getServiceDate())
                .setAccountingDate(command.issueDate())
                .build();
    }

    static SpecificRecord credited(ExpensePriced price, String invoice, CreditExpense command) {
        return switch (command.disposition()) {
            case REOPEN ->
                ExpenseReopened.newBuilder()
                        .setExpenseId(price.getExpenseId())
                        .setCreditNoteId(command.creditNoteId())
                        .setInvoiceId(invoice)
                        .setPortionNo(command.portionNo())
                        .setAmount(command.amount())
                        .setCurrency(price.getCurrency())
                        .setContractId(price.getContractId())
                        .setServiceDate(price.getServiceDate())
                        .setAccountingDate(command.issueDate())
                        .build();
            case WRITE_OFF ->
                ExpenseWrittenOff.newBuilder()
                        .setExpenseId(price.getExpenseId())
                        .setCreditNoteId(command.creditNoteId())
                        .setInvoiceId(invoice)
                        .setPortionNo(command.portionNo())
                        .setAmount(command.amount())
                        .setCurrency(price.getCurrency())
                        .setContractId(price.getContractId())
                        .setProjectId(price.getProjectId())
                        .setCustomerId(price.getCustomerId())
                        .setLegalEntityId(price.getLegalEntityId())
                        .setLineNo(price.getLineNo())
                        .setServiceDate(price.getServiceDate())
                        .setAccountingDate(command.issueDate())
                        .setReason("credited")
                        .build();
            case CORRECTED ->
                ExpenseLowered.newBuilder()
                        .setExpenseId(price.getExpenseId())
                        .setCreditNoteId(command.creditNoteId())
                        .setInvoiceId(invoice)
                        .setPortionNo(command.portionNo())
                        .setAmount(command.amount())
                        .setCurrency(price.getCurrency())
                        .setContractId(price.getContractId())
                        .setProjectId(price.getProjectId())
                        .setCustomerId(price.getCustomerId())
                        .setLegalEntityId(price.getLegalEntityId())
                        .setLineNo(price.getLineNo())
                        .setServiceDate(price.getServiceDate())
                        .setAccountingDate(command.issueDate())
                        .build();
        };
    }

    static ExpenseWrittenOff writtenOff(ExpensePriced price, BigDecimal remaining, WriteOffExpense command) {
        return ExpenseWrittenOff.newBuilder()
                .setExpenseId(price.getExpenseId())
                .setPortionNo(0)
                .setAmount(remaining)
                .setCurrency(price.getCurrency())
                .setContractId(price.getContractId())
                .setProjectId(price.getProjectId())
                .setCustomerId(price.getCustomerId())
                .setLegalEntityId(price.getLegalEntityId())
                .setLineNo(price.getLineNo())
                .setServiceDate(price.getServiceDate())
                .setAccountingDate(command.on())
                .setReason(command.reason())
                .build();
    }

    private ExpenseClaims() {}
}
