package io.fairlead.app.lookup;

import static io.fairlead.projection.db.Tables.CONTRACT;
import static io.fairlead.projection.db.Tables.CONTRACT_LINE;

import io.fairlead.expense.ExpenseTermsLookup;
import io.fairlead.expense.PriceExpense;
import io.fairlead.expense.event.ExpenseApproved;
import java.math.BigDecimal;
import org.jooq.DSLContext;

/** Mark-up and exchange rate of approved expenses, from contract lines and exchange rates. */
public final class ViewExpenseTerms implements ExpenseTermsLookup {

    private final DSLContext views;
    private final PriceTables prices;

    public ViewExpenseTerms(DSLContext views, PriceTables prices) {
        this.views = views;
        this.prices = prices;
    }

    @Override
    public Answer onDayOf(ExpenseApproved event) {
        var line = views.select(CONTRACT.CURRENCY, CONTRACT_LINE.MARK_UP)
                .from(CONTRACT)
                .join(CONTRACT_LINE)
                .on(CONTRACT_LINE.CONTRACT_ID.eq(CONTRACT.CONTRACT_ID))
                .where(CONTRACT.CONTRACT_ID.eq(event.getContractId()))
                .and(CONTRACT_LINE.LINE_NO.eq(event.getLineNo()))
                .fetchOne();
        if (line == null) {
            return new TermsMissing(
                    "EXPENSE_LINE_UNKNOWN",
                    event.getContractId() + " has no line " + event.getLineNo()
                            + ". Amend the contract, then resolve this item.");
        }
        var markUp = line.value2() == null ? BigDecimal.ZERO : line.value2();
        if (line.value1().equals(event.getCurrency())) {
            return new TermsFound(new PriceExpense.Terms(line.value1(), null, markUp));
        }
        return prices.now()
                .exchange()
                .on(event.getCurrency(), line.value1(), event.getSpentOn())
                .<Answer>map(fx -> new TermsFound(new PriceExpense.Terms(line.value1(), fx, markUp)))
                .orElseGet(() -> new TermsMissing(
                        ViewRates.FX_RATE_MISSING,
                        ViewRates.noExchangeRate(event.getCurrency(), line.value1(), event.getSpentOn())));
    }
}
