package io.fairlead.expense;

import io.fairlead.expense.event.ExpenseApproved;
import io.fairlead.expense.event.ExpenseCorrected;
import io.fairlead.expense.event.ExpenseCosted;
import io.fairlead.expense.event.ExpenseDeferred;
import io.fairlead.expense.event.ExpenseKnownAs;
import io.fairlead.expense.event.ExpensePriced;
import io.fairlead.expense.event.ExpenseRecorded;
import io.fairlead.expense.event.ExpenseRejected;
import io.fairlead.expense.event.ExpenseSubmitted;
import io.fairlead.shared.MoneyRules;
import io.fairlead.shared.PersonalTexts;
import io.fairlead.shared.WireAmount;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
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
                .setNote(PersonalTexts.textOrNull(command.personId().value(), command.note()))
                .setAuthor(author)
                .build();
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

    static ExpenseSubmitted submitted(SubmitExpense command, int version) {
        return ExpenseSubmitted.newBuilder()
                .setExpenseId(command.expenseId().value())
                .setVersion(version)
                .setSubmittedBy(command.submittedBy())
                .setSubmittedAt(command.at())
                .build();
    }

    static ExpenseRejected rejected(RejectExpense command, int version) {
        return ExpenseRejected.newBuilder()
                .setExpenseId(command.expenseId().value())
                .setVersion(version)
                .setRejectedBy(command.rejectedBy())
                .setReason(command.reason())
                .setRejectedAt(command.at())
                .build();
    }

    static ExpenseDeferred deferred(ExpensePriced price, DeferExpense command) {
        return ExpenseDeferred.newBuilder()
                .setExpenseId(price.getExpenseId())
                .setContractId(price.getContractId())
                .setUntil(command.until())
                .setReason(command.reason())
                .setDeferredBy(command.deferredBy())
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
                ? WireAmount.money(cost, terms.currency())
                : fx.convert(WireAmount.money(cost, expense.getCurrency()));
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
                .setAmount(WireAmount.amount(converted))
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

    static ExpenseKnownAs knownAs(NameExpense command) {
        return ExpenseKnownAs.newBuilder()
                .setExpenseId(command.expenseId().value())
                .setKnownAs(command.wanted().value())
                .setSource(command.source())
                .setSourceId(command.sourceId())
                .setLegalEntityId(command.legalEntityId().value())
                .build();
    }

    private ExpenseEvents() {}
}
