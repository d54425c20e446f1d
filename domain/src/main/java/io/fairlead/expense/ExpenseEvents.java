package io.fairlead.expense;

import io.fairlead.expense.event.ExpenseApproved;
import io.fairlead.expense.event.ExpenseBilled;
import io.fairlead.expense.event.ExpenseCorrected;
import io.fairlead.expense.event.ExpenseCosted;
import io.fairlead.expense.event.ExpenseLowered;
import io.fairlead.expense.event.ExpensePriced;
import io.fairlead.expense.event.ExpensePutOnDraft;
import io.fairlead.expense.event.ExpenseRecorded;
import io.fairlead.expense.event.ExpenseReopened;
import io.fairlead.expense.event.ExpenseTakenOffDraft;
import io.fairlead.expense.event.ExpenseWrittenOff;
import io.fairlead.shared.AmountPortion;
import io.fairlead.shared.MoneyRules;
import io.fairlead.shared.Personal;
import io.fairlead.shared.Wire;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.avro.specific.SpecificRecord;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** How the events of an expense are filled from its commands and its earlier events; figures by R15. */
final class ExpenseEvents {

    static ExpenseRecorded recorded(RecordExpense command, String author) {
        var target = command.target();
        var receipt = command.receipt();
        return ExpenseRecorded.newBuilder()
                .setExpenseId(command.expenseId().value())
                .setSource(command.source())
                .setSourceId(command.sourceId())
                .setPersonId(command.personId().value())
                .setProjectId(target.projectId().value())
                .setContractId(target.contractId().value())
                .setCustomerId(target.customerId().value())
                .setLegalEntityId(target.legalEntityId().value())
                .setLineNo(target.lineNo())
                .setCategory(command.category())
                .setSpentOn(command.spentOn())
                .setAmount(receipt.amount())
                .setTax(receipt.tax())
                .setRecoverableTax(receipt.recoverableTax())
                .setCurrency(receipt.currency())
                .setBillable(command.billable())
                .setDisbursement(command.disbursement())
                .setReceiptReference(command.receiptReference())
                .setReceiptHash(command.receiptHash())
                .setNote(Personal.textOrNull(command.personId().value(), command.note()))
                .setAuthor(author)
                .build();
    }

    static boolean saysAlready(ExpenseRecorded entry, @Nullable ExpenseCorrected last, CorrectExpense command) {
        var receipt = command.receipt();
        return command.spentOn().equals(spentOn(entry, last))
                && receipt.amount().equals(last == null ? entry.getAmount() : last.getAmount())
                && receipt.tax().equals(last == null ? entry.getTax() : last.getTax())
                && receipt.recoverableTax().equals(last == null ? entry.getRecoverableTax() : last.getRecoverableTax());
    }

    static ExpenseCorrected corrected(CorrectExpense command, int version) {
        return ExpenseCorrected.newBuilder()
                .setExpenseId(command.expenseId().value())
                .setVersion(version)
                .setSpentOn(command.spentOn())
                .setAmount(command.receipt().amount())
                .setTax(command.receipt().tax())
                .setRecoverableTax(command.receipt().recoverableTax())
                .setReason(command.reason())
                .setAuthor(command.author())
                .build();
    }

    static ExpenseApproved approved(
            ExpenseRecorded entry, @Nullable ExpenseCorrected last, Instant submittedAt, ApproveExpense command) {
        return ExpenseApproved.newBuilder()
                .setExpenseId(entry.getExpenseId())
                .setVersion(last == null ? 1 : last.getVersion())
                .setPersonId(entry.getPersonId())
                .setProjectId(entry.getProjectId())
                .setContractId(entry.getContractId())
                .setCustomerId(entry.getCustomerId())
                .setLegalEntityId(entry.getLegalEntityId())
                .setLineNo(entry.getLineNo())
                .setCategory(entry.getCategory())
                .setSpentOn(spentOn(entry, last))
                .setAmount(last == null ? entry.getAmount() : last.getAmount())
                .setTax(last == null ? entry.getTax() : last.getTax())
                .setRecoverableTax(last == null ? entry.getRecoverableTax() : last.getRecoverableTax())
                .setCurrency(entry.getCurrency())
                .setBillable(entry.getBillable())
                .setDisbursement(entry.getDisbursement())
                .setApprovedBy(command.approvedBy())
                .setSubmittedAt(submittedAt)
                .setApprovedAt(command.at())
                .build();
    }

    private static LocalDate spentOn(ExpenseRecorded entry, @Nullable ExpenseCorrected last) {
        return last == null ? entry.getSpentOn() : last.getSpentOn();
    }

    /** R15: amount less recoverable tax, at the exchange rate of the receipt's date. */
    static ExpenseCosted costed(ExpenseApproved expense, PriceExpense.Terms terms) {
        var cost = expense.getAmount().subtract(expense.getRecoverableTax());
        var fx = terms.fx();
        var converted = fx == null
                ? Wire.money(cost, terms.currency())
                : fx.convert(Wire.money(cost, expense.getCurrency()));
        return ExpenseCosted.newBuilder()
                .setExpenseId(expense.getExpenseId())
                .setVersion(expense.getVersion())
                .setPersonId(expense.getPersonId())
                .setProjectId(expense.getProjectId())
                .setContractId(expense.getContractId())
                .setCustomerId(expense.getCustomerId())
                .setLegalEntityId(expense.getLegalEntityId())
                .setLineNo(expense.getLineNo())
                .setCategory(expense.getCategory())
                .setReceiptCost(cost)
                .setReceiptCurrency(expense.getCurrency())
                .setFx(fx == null ? null : fx.asEvent())
                .setAmount(Wire.amount(converted))
                .setCurrency(terms.currency())
                .setServiceDate(expense.getSpentOn())
                .setAccountingDate(expense.getSpentOn())
                .setRuleVersion(MoneyRules.VERSION)
                .build();
    }

    /** R15: cost x (1 + mark-up); a disbursement as it was paid, without mark-up. */
    static ExpensePriced priced(ExpenseApproved expense, ExpenseCosted cost, PriceExpense.Terms terms) {
        var markUp = expense.getDisbursement() ? BigDecimal.ZERO : terms.markUp();
        var billed = cost.getAmount().multiply(BigDecimal.ONE.add(markUp));
        return ExpensePriced.newBuilder()
                .setExpenseId(expense.getExpenseId())
                .setVersion(expense.getVersion())
                .setPersonId(expense.getPersonId())
                .setProjectId(expense.getProjectId())
                .setContractId(expense.getContractId())
                .setCustomerId(expense.getCustomerId())
                .setLegalEntityId(expense.getLegalEntityId())
                .setLineNo(expense.getLineNo())
                .setCategory(expense.getCategory())
                .setCost(cost.getAmount())
                .setMarkUp(markUp.setScale(6, RoundingMode.UNNECESSARY))
                .setAmount(payable(billed, terms.currency()))
                .setCurrency(terms.currency())
                .setDisbursement(expense.getDisbursement())
                .setServiceDate(expense.getSpentOn())
                .setAccountingDate(expense.getSpentOn())
                .setRuleVersion(MoneyRules.VERSION)
                .build();
    }

    private static BigDecimal payable(BigDecimal amount, String currency) {
        return amount.setScale(CurrencyUnit.of(currency).getDecimalPlaces(), RoundingMode.HALF_UP)
                .setScale(4);
    }

    static ExpensePutOnDraft putOnDraft(ExpensePriced price, String invoice, AmountPortion portion) {
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

    static ExpenseTakenOffDraft takenOffDraft(
            ExpensePriced price, String invoice, int portionNo, BigDecimal amount, String reason) {
        return ExpenseTakenOffDraft.newBuilder()
                .setExpenseId(price.getExpenseId())
                .setInvoiceId(invoice)
                .setPortionNo(portionNo)
                .setAmount(amount)
                .setCurrency(price.getCurrency())
                .setContractId(price.getContractId())
                .setServiceDate(price.getServiceDate())
                .setReason(reason)
                .build();
    }

    static ExpenseBilled billed(ExpensePriced price, BillExpense command, int portionNo, BigDecimal amount) {
        return ExpenseBilled.newBuilder()
                .setExpenseId(price.getExpenseId())
                .setInvoiceId(command.invoiceId().value())
                .setInvoiceNumber(command.invoiceNumber())
                .setInvoiceLineNo(command.invoiceLineNo())
                .setPortionNo(portionNo)
                .setAmount(amount)
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

    static ExpenseWrittenOff writtenOff(ExpensePriced price, BigDecimal left, WriteOffExpense command) {
        return ExpenseWrittenOff.newBuilder()
                .setExpenseId(price.getExpenseId())
                .setPortionNo(0)
                .setAmount(left)
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

    private ExpenseEvents() {}
}
