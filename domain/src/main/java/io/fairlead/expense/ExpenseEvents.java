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
import org.joda.money.CurrencyUnit;

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
                .setCategory(command.category())
                .setBySource(command.bySource())
                .build();
    }

    /** What is said of it after that; who recorded it stays. */
    static ExpenseRecorded with(ExpenseRecorded said, ExpenseCorrected change) {
        return ExpenseRecorded.newBuilder(said)
                .setSpentOn(change.getSpentOn())
                .setAmount(change.getAmount())
                .setTax(change.getTax())
                .setRecoverableTax(change.getRecoverableTax())
                .setCategory(change.getCategory() == null ? said.getCategory() : change.getCategory())
                .build();
    }

    /** @param entry as it is said now */
    static ExpenseApproved approved(ExpenseRecorded entry, int version, Instant submittedAt, ApproveExpense command) {
        return ExpenseApproved.newBuilder()
                .setExpenseId(entry.getExpenseId())
                .setVersion(version)
                .setPersonId(entry.getPersonId())
                .setProjectId(entry.getProjectId())
                .setContractId(entry.getContractId())
                .setCustomerId(entry.getCustomerId())
                .setLegalEntityId(entry.getLegalEntityId())
                .setLineNo(entry.getLineNo())
                .setCategory(entry.getCategory())
                .setSpentOn(entry.getSpentOn())
                .setAmount(entry.getAmount())
                .setTax(entry.getTax())
                .setRecoverableTax(entry.getRecoverableTax())
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

    /**
     * R15: amount less recoverable tax, at the exchange rate of the receipt's date.
     *
     * @param cost amount less recoverable tax and refunds, in the receipt's currency
     */
    static ExpenseCosted costed(ExpenseApproved expense, BigDecimal cost, PriceExpense.Terms terms) {
        var fx = terms.fx();
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
                .setAmount(cost(cost, expense.getCurrency(), terms))
                .setCurrency(terms.currency())
                .setServiceDate(expense.getSpentOn())
                .setAccountingDate(expense.getSpentOn())
                .setRuleVersion(MoneyRules.VERSION)
                .build();
    }

    /** What a receipt's cost is in the contract's currency, rounded once. */
    static BigDecimal cost(BigDecimal receiptCost, String receiptCurrency, PriceExpense.Terms terms) {
        var fx = terms.fx();
        return WireAmount.amount(
                fx == null
                        ? WireAmount.money(receiptCost, terms.currency())
                        : fx.convert(WireAmount.money(receiptCost, receiptCurrency)));
    }

    /** R15: cost x (1 + mark-up); a disbursement as it was paid, without mark-up. */
    static ExpensePriced priced(ExpenseApproved expense, ExpenseCosted cost, PriceExpense.Terms terms) {
        var markUp = expense.getDisbursement() ? BigDecimal.ZERO : terms.markUp();
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
                .setAmount(price(cost.getAmount(), markUp, terms.currency()))
                .setCurrency(terms.currency())
                .setDisbursement(expense.getDisbursement())
                .setServiceDate(expense.getSpentOn())
                .setAccountingDate(expense.getSpentOn())
                .setRuleVersion(MoneyRules.VERSION)
                .build();
    }

    /** cost x (1 + mark-up), rounded HALF_UP to the currency's digits. */
    static BigDecimal price(BigDecimal cost, BigDecimal markUp, String currency) {
        return cost.multiply(BigDecimal.ONE.add(markUp))
                .setScale(CurrencyUnit.of(currency).getDecimalPlaces(), RoundingMode.HALF_UP)
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
