package io.fairlead.contract;

import io.fairlead.shared.ExchangeRates;
import io.fairlead.shared.TimeRounding;
import io.fairlead.time.event.TimeApproved;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Port: what {@link TimePricing} asks about contracts, people and rates. One instance is one state of them: what it says of two
 * things it says of the same moment. It only fetches; nothing is chosen, rounded or converted behind it.
 */
public interface PricingFacts {

    /** Terms of contract:<key> as agreed by now; empty while it is not known. */
    Optional<Terms> terms(String contractId);

    /** How the line is billed, see {@link io.fairlead.shared.BillingMethods}; empty while it is not known. */
    Optional<String> method(String contractId, int lineNo);

    /** Usual role of person:<key>; empty while the person is not known. */
    Optional<String> role(String personId);

    /** All rows of the cards that the question names, of any day, person and kind of work; others may be among them. */
    Collection<RateRow> rows(RateQuestion question);

    /** All exchange rates. */
    ExchangeRates exchangeRates();

    /** The priced entries of the same person, contract line and day, the entry itself left out. */
    DaySoFar dayOf(TimeApproved entry);

    /**
     * A contract as pricing sees it.
     *
     * @param rateCardId its own card; null means none
     * @param currency ISO 4217
     * @param from first day of the term
     * @param to first day after it; null means open
     * @param timeRounding what happens to worked time before it is priced (R2)
     */
    record Terms(
            @Nullable String rateCardId,
            String currency,
            LocalDate from,
            @Nullable LocalDate to,
            TimeRounding timeRounding) {}

    /**
     * Whole seconds of a day without one entry.
     *
     * @param workedSeconds as approved
     * @param billedSeconds as priced
     */
    record DaySoFar(int workedSeconds, int billedSeconds) {}
}
