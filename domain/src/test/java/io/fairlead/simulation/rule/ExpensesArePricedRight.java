package io.fairlead.simulation.rule;

import io.fairlead.expense.event.ExpenseApproved;
import io.fairlead.expense.event.ExpenseCorrected;
import io.fairlead.expense.event.ExpenseCosted;
import io.fairlead.expense.event.ExpensePriced;
import io.fairlead.expense.event.ExpenseRecorded;
import io.fairlead.expense.event.ExpenseSubmitted;
import io.fairlead.simulation.Facts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;

/**
 * R15: an expense is approved once, as it was said last, by somebody else; it costs the receipt less the tax that comes back, and
 * the customer pays that with the mark-up of the line, of a disbursement as it stands; what is not billable has no price.
 */
final class ExpensesArePricedRight implements Rule {

    /** Whether it was paid on behalf of the customer, outside of tax and limits. */
    static boolean isOutside(Facts facts, String source) {
        var priced = facts.last(source, ExpensePriced.class);
        return priced != null && priced.getDisbursement();
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (var recorded : facts.each(ExpenseRecorded.class).toList()) {
            var id = recorded.getExpenseId();
            var approvals = facts.of(id, ExpenseApproved.class).toList();
            findings.require(approvals.size() <= 1, id + " is approved twice");
            findings.same(id + " is costed", facts.of(id, ExpenseCosted.class).count(), (long) approvals.size());
            findings.same(
                    id + " is priced",
                    facts.of(id, ExpensePriced.class).count(),
                    approvals.stream().filter(ExpenseApproved::getBillable).count());
            approvals.forEach(approved -> approved(facts, recorded, approved, findings));
        }
    }

    private static void approved(Facts facts, ExpenseRecorded recorded, ExpenseApproved approved, Findings findings) {
        var id = approved.getExpenseId();
        var corrected = facts.last(id, ExpenseCorrected.class);
        findings.same(
                "the receipt of " + id,
                approved.getAmount(),
                corrected == null ? recorded.getAmount() : corrected.getAmount());
        var author = corrected == null ? recorded.getAuthor() : corrected.getAuthor();
        findings.require(!approved.getApprovedBy().equals(author), id + " is approved by who entered it");
        findings.require(facts.has(id, ExpenseSubmitted.class), id + " is approved and was not offered");
        facts.of(id, ExpenseCosted.class).forEach(costed -> costed(facts, approved, costed, findings));
        facts.of(id, ExpensePriced.class)
                .forEach(priced -> findings.same("the price of " + id, priced.getAmount(), price(facts, approved)));
    }

    private static void costed(Facts facts, ExpenseApproved approved, ExpenseCosted costed, Findings findings) {
        var id = approved.getExpenseId();
        var own = facts.contract(approved.getContractId()).getCurrency();
        findings.same("the receipt's cost of " + id, costed.getReceiptCost(), cost(approved));
        findings.same("the currency of the cost of " + id, costed.getCurrency(), own);
        findings.require(
                new ExchangeReckoning(facts)
                        .wasRight(
                                costed.getFx(),
                                approved.getCurrency(),
                                own,
                                approved.getSpentOn(),
                                facts.place(id, approved),
                                facts.place(id, costed)),
                id + " costs at the rate " + costed.getFx());
        findings.same(
                "the cost of " + id,
                costed.getAmount(),
                costed.getFx() == null
                        ? cost(approved)
                        : ExchangeReckoning.convert(
                                cost(approved), approved.getCurrency(), costed.getFx(), Facts.digits(own)));
    }

    private static BigDecimal cost(ExpenseApproved expense) {
        return expense.getAmount().subtract(expense.getRecoverableTax());
    }

    /** What the customer pays, from what it cost in the contract's currency. */
    static BigDecimal price(Facts facts, ExpenseApproved expense) {
        var costed = Objects.requireNonNull(facts.last(expense.getExpenseId(), ExpenseCosted.class));
        var markUp = facts.line(expense.getContractId(), expense.getLineNo()).getMarkUp();
        if (expense.getDisbursement()) {
            return costed.getAmount();
        }
        return costed.getAmount()
                .multiply(BigDecimal.ONE.add(Objects.requireNonNullElse(markUp, BigDecimal.ZERO)))
                .setScale(Facts.digits(costed.getCurrency()), RoundingMode.HALF_UP);
    }
}
