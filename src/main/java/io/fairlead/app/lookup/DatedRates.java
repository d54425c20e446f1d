package io.fairlead.app.lookup;

import io.fairlead.contract.RateAnswer;
import io.fairlead.contract.RateAnswer.RateMissing;
import io.fairlead.shared.AccountingCalendar;
import io.fairlead.time.CostRateLookup.CostAnswer;
import io.fairlead.time.CostRateLookup.CostMissing;
import io.fairlead.time.event.TimeApproved;

/** Prices and costs for days that the books still take; where no day is open, a person has to decide (R14). */
public final class DatedRates {

    private static final String CODE = "PERIOD_CLOSED";

    private final ViewRates rates;
    private final AccountingCalendar books;

    public DatedRates(ViewRates rates, AccountingCalendar books) {
        this.rates = rates;
        this.books = books;
    }

    /** {@link io.fairlead.billing.RateLookup}. */
    public RateAnswer price(TimeApproved event) {
        return isOpen(event) ? rates.price(event) : new RateMissing(CODE, sentence(event));
    }

    /** {@link io.fairlead.time.CostRateLookup}. */
    public CostAnswer cost(TimeApproved event) {
        return isOpen(event) ? rates.cost(event) : new CostMissing(CODE, sentence(event));
    }

    private boolean isOpen(TimeApproved event) {
        return books.of(event.getLegalEntityId()).of(event.getWorkDate()).isPresent();
    }

    private static String sentence(TimeApproved event) {
        return "No day of the books of " + event.getLegalEntityId() + " is open for work of " + event.getWorkDate()
                + ". Reopen the last period, then resolve this item.";
    }
}
