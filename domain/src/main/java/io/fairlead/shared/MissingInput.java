package io.fairlead.shared;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Something without which no price and no cost is decided, as work items name it. Read by the rules of time and expenses, so
 * that one cause has one code and one sentence.
 *
 * @param code stable, in capitals
 * @param sentence what is wrong and what to do
 */
public record MissingInput(String code, String sentence) {

    /** No rate is published for the day (R13). */
    public static final String FX_RATE_MISSING = "FX_RATE_MISSING";

    /** The books take no fact of the day (R14). */
    public static final String PERIOD_CLOSED = "PERIOD_CLOSED";

    /** Between two currencies, on a day. */
    public static MissingInput exchangeRate(String one, String other, LocalDate day) {
        return new MissingInput(
                FX_RATE_MISSING,
                "No exchange rate between " + one + " and " + other + " holds on " + day
                        + ". Set one, then resolve this item.");
    }

    /** Empty when the day is open, or a later one stands in for it (R14). */
    public static Optional<MissingInput> openDay(AccountingCalendar books, String legalEntityId, LocalDate workDate) {
        return books.of(legalEntityId).of(workDate).isPresent()
                ? Optional.empty()
                : Optional.of(new MissingInput(
                        PERIOD_CLOSED,
                        "No day of the books of " + legalEntityId + " is open for work of " + workDate
                                + ". Reopen the last period, then resolve this item."));
    }
}
