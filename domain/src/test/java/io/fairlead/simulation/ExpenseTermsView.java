package io.fairlead.simulation;

import io.fairlead.expense.ExpenseTermsLookup;
import io.fairlead.expense.PriceExpense;
import io.fairlead.expense.event.ExpenseApproved;
import java.math.BigDecimal;
import java.util.Objects;

/** What contracts add to expenses, made from the log. */
final class ExpenseTermsView implements ExpenseTermsLookup {

    private final Views views;

    ExpenseTermsView(Views views) {
        this.views = views;
    }

    @Override
    public Answer onDayOf(ExpenseApproved event) {
        var contract = views.contract(event.getContractId());
        var markUp = Views.line(contract, event.getLineNo()).getMarkUp();
        return new TermsFound(new PriceExpense.Terms(
                contract.getCurrency(), null, Objects.requireNonNullElse(markUp, BigDecimal.ZERO)));
    }
}
