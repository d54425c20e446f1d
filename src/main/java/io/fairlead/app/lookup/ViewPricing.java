package io.fairlead.app.lookup;

import io.fairlead.billing.pricing.RepricingLookup;
import io.fairlead.contract.TimePricing;
import io.fairlead.expense.ExpensePricing;
import io.fairlead.shared.AccountingCalendar;
import io.fairlead.time.cost.TimeCosting;
import java.util.function.LongSupplier;
import org.jooq.DSLContext;

/**
 * The rules of prices and costs, asking the views. For whoever runs the processes that price, so that all of them hand the rules
 * the same facts.
 */
public final class ViewPricing {

    private final DSLContext views;
    private final PriceTables tables;
    private final PricedDays days;

    /**
     * @param version changes whenever contracts, people, rates or costs in the views may have changed
     * @param awaitViewsAtHead returns when the views have seen everything stored by now
     */
    public ViewPricing(DSLContext views, LongSupplier version, Runnable awaitViewsAtHead) {
        this.views = views;
        this.tables = new PriceTables(views, version);
        this.days = new PricedDays(views, awaitViewsAtHead);
    }

    /** Prices of time on the days that are open in the books. */
    public TimePricing ofTime(AccountingCalendar books) {
        return new TimePricing(this::known, books);
    }

    /** Costs of time on the days that are open in the books. */
    public TimeCosting costOfTime(AccountingCalendar books) {
        return new TimeCosting(this::known, books);
    }

    /** Prices of expenses. */
    public ExpensePricing ofExpenses() {
        return new ExpensePricing(this::known);
    }

    /** Time that has a price, and what the cards say of it now or would say; the day it was priced for may be closed. */
    public RepricingLookup ofPricedTime() {
        return new ViewRepricing(views, tables);
    }

    private ViewFacts known() {
        return new ViewFacts(tables.now(), days);
    }
}
