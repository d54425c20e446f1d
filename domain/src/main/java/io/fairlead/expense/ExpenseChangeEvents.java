package io.fairlead.expense;

import io.fairlead.exception.Stake;
import io.fairlead.expense.ExpenseWorth.Change;
import io.fairlead.expense.ExpenseWorth.Proposed;
import io.fairlead.expense.event.ExpenseApproved;
import io.fairlead.expense.event.ExpenseCosted;
import io.fairlead.expense.event.ExpenseCreditPart;
import io.fairlead.expense.event.ExpenseCreditProposed;
import io.fairlead.expense.event.ExpensePriced;
import io.fairlead.expense.event.ExpenseRecosted;
import io.fairlead.expense.event.ExpenseRefunded;
import io.fairlead.expense.event.ExpenseRepriced;
import io.fairlead.expense.event.ExpenseWithdrawn;
import io.fairlead.shared.MoneyRules;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** How the events that change an approved expense are filled. */
final class ExpenseChangeEvents {

    static ExpenseRefunded refunded(ExpenseApproved expense, RefundExpense command) {
        return ExpenseRefunded.newBuilder()
                .setExpenseId(expense.getExpenseId())
                .setRefundId(command.refundId())
                .setRefundedOn(command.refundedOn())
                .setAmount(command.given().amount())
                .setTax(command.given().tax())
                .setRecoverableTax(command.given().recoverableTax())
                .setCurrency(expense.getCurrency())
                .setProjectId(expense.getProjectId())
                .setContractId(expense.getContractId())
                .setCustomerId(expense.getCustomerId())
                .setLegalEntityId(expense.getLegalEntityId())
                .setReason(command.reason())
                .setAuthor(command.author())
                .setRecordedAt(command.at())
                .build();
    }

    static ExpenseWithdrawn withdrawn(ExpenseApproved expense, WithdrawExpense command) {
        return ExpenseWithdrawn.newBuilder()
                .setExpenseId(expense.getExpenseId())
                .setVersion(expense.getVersion())
                .setProjectId(expense.getProjectId())
                .setContractId(expense.getContractId())
                .setCustomerId(expense.getCustomerId())
                .setLegalEntityId(expense.getLegalEntityId())
                .setReason(command.reason())
                .setWithdrawnBy(command.withdrawnBy())
                .setWithdrawnAt(command.at())
                .build();
    }

    /** The cost that counted on the receipt's date leaves it. */
    static ExpenseRecosted takenOffItsDay(ExpenseCosted now, Change to, BigDecimal atReceipt) {
        return recosted(now, to)
                .setAmount(now.getAmount().subtract(atReceipt))
                .setAmountDelta(atReceipt.negate())
                .setAccountingDate(now.getAccountingDate())
                .build();
    }

    static ExpenseRecosted recosted(ExpenseCosted before, Change to, BigDecimal cost) {
        var fx = to.terms().fx();
        return recosted(before, to)
                .setVersion(to.version())
                .setCategory(to.category())
                .setReceiptCost(to.receiptCost())
                .setFx(fx == null ? null : fx.asEvent())
                .setAmount(cost)
                .setAmountDelta(cost.subtract(before.getAmount()))
                .setServiceDate(to.spentOn())
                .setAccountingDate(to.countsOn())
                .build();
    }

    private static ExpenseRecosted.Builder recosted(ExpenseCosted now, Change to) {
        return ExpenseRecosted.newBuilder()
                .setExpenseId(now.getExpenseId())
                .setVersion(now.getVersion())
                .setPersonId(now.getPersonId())
                .setProjectId(now.getProjectId())
                .setContractId(now.getContractId())
                .setCustomerId(now.getCustomerId())
                .setLegalEntityId(now.getLegalEntityId())
                .setLineNo(now.getLineNo())
                .setCategory(now.getCategory())
                .setBecause(to.because().name())
                .setReceiptCost(now.getReceiptCost())
                .setReceiptCurrency(now.getReceiptCurrency())
                .setFx(now.getFx())
                .setCurrency(now.getCurrency())
                .setServiceDate(now.getServiceDate())
                .setRuleVersion(MoneyRules.VERSION);
    }

    /** The cost as it is after that; a refund leaves the day on which the receipt counts. */
    static ExpenseCosted with(ExpenseCosted before, ExpenseRecosted change) {
        boolean refund = change.getBecause().equals(ExpenseCause.REFUNDED.name());
        return ExpenseCosted.newBuilder(before)
                .setVersion(change.getVersion())
                .setCategory(change.getCategory())
                .setReceiptCost(change.getReceiptCost())
                .setFx(change.getFx())
                .setAmount(change.getAmount())
                .setServiceDate(change.getServiceDate())
                .setAccountingDate(refund ? before.getAccountingDate() : change.getAccountingDate())
                .build();
    }

    /** The price as the change makes it, before any of it is charged. */
    static ExpensePriced with(ExpensePriced now, Change to, BigDecimal cost, BigDecimal markUp, BigDecimal price) {
        return ExpensePriced.newBuilder(now)
                .setVersion(to.version())
                .setCategory(to.category())
                .setCost(cost)
                .setMarkUp(markUp.setScale(6, RoundingMode.UNNECESSARY))
                .setAmount(price)
                .setServiceDate(to.spentOn())
                .setAccountingDate(to.countsOn())
                .build();
    }

    /** The price as it is after that; a refund leaves the day on which the receipt counts. */
    static ExpensePriced with(ExpensePriced before, ExpenseRepriced change) {
        boolean refund = change.getBecause().equals(ExpenseCause.REFUNDED.name());
        return ExpensePriced.newBuilder(before)
                .setVersion(change.getVersion())
                .setCategory(change.getCategory())
                .setCost(change.getCost())
                .setMarkUp(change.getMarkUp())
                .setAmount(change.getAmount())
                .setServiceDate(change.getServiceDate())
                .setAccountingDate(refund ? before.getAccountingDate() : change.getAccountingDate())
                .build();
    }

    static ExpenseRepriced repriced(ExpensePriced then, Change to, BigDecimal delta, BigDecimal overcharged) {
        return ExpenseRepriced.newBuilder()
                .setExpenseId(then.getExpenseId())
                .setVersion(then.getVersion())
                .setPersonId(then.getPersonId())
                .setProjectId(then.getProjectId())
                .setContractId(then.getContractId())
                .setCustomerId(then.getCustomerId())
                .setLegalEntityId(then.getLegalEntityId())
                .setLineNo(then.getLineNo())
                .setCategory(then.getCategory())
                .setBecause(to.because().name())
                .setCost(then.getCost())
                .setMarkUp(then.getMarkUp())
                .setAmount(then.getAmount())
                .setAmountDelta(delta.setScale(4))
                .setOvercharged(overcharged.setScale(4))
                .setCurrency(then.getCurrency())
                .setDisbursement(then.getDisbursement())
                .setServiceDate(then.getServiceDate())
                .setAccountingDate(then.getAccountingDate())
                .setRuleVersion(MoneyRules.VERSION)
                .setReason(to.reason())
                .setAuthor(to.by())
                .build();
    }

    /** The same change, of which more is done now. */
    static ExpenseRepriced repricedAgain(ExpenseRepriced change, BigDecimal delta, BigDecimal overcharged) {
        return ExpenseRepriced.newBuilder(change)
                .setAmountDelta(delta.setScale(4))
                .setOvercharged(overcharged.setScale(4))
                .build();
    }

    static ExpenseCreditProposed creditProposed(ExpenseRepriced change, List<Proposed> parts) {
        return ExpenseCreditProposed.newBuilder()
                .setExpenseId(change.getExpenseId())
                .setVersion(change.getVersion())
                .setContractId(change.getContractId())
                .setCustomerId(change.getCustomerId())
                .setLegalEntityId(change.getLegalEntityId())
                .setParts(parts.stream().map(ExpenseChangeEvents::part).toList())
                .setAmount(parts.stream()
                        .map(Proposed::amount)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .setScale(4))
                .setCurrency(change.getCurrency())
                .setServiceDate(change.getServiceDate())
                .setReason(change.getReason())
                .setAuthor(change.getAuthor())
                .build();
    }

    /** What a person is to do about it. */
    static String sentence(ExpenseCreditProposed proposed) {
        var parts = proposed.getParts().stream()
                .map(part -> Stake.written(part.getAmount(), proposed.getCurrency()) + " of portion "
                        + part.getPortionNo() + " on " + part.getInvoiceId())
                .toList();
        return "A billed expense costs less (" + proposed.getReason() + "). Credit net " + String.join(", ", parts)
                + " as CORRECTED.";
    }

    private static ExpenseCreditPart part(Proposed part) {
        return ExpenseCreditPart.newBuilder()
                .setInvoiceId(part.invoiceId())
                .setPortionNo(part.portionNo())
                .setAmount(part.amount())
                .build();
    }

    private ExpenseChangeEvents() {}
}
