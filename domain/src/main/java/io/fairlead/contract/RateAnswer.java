package io.fairlead.contract;

/** What the rate look-up found. */
public sealed interface RateAnswer {

    /** The row that wins, and where it stood. */
    record RateFound(RateRow row, RateLevel level) implements RateAnswer {}

    /**
     * No price: the work stays unpriced, it never costs 0 by accident.
     *
     * @param code RATE_MISSING or OUTSIDE_TERM
     * @param sentence what is wrong and what to do
     */
    record RateMissing(String code, String sentence) implements RateAnswer {}

    /** The contract line is not billed by the hour, or the time is not billable. */
    record NotBilledByTime() implements RateAnswer {}
}
