package io.fairlead.contract;

/** What the rate look-up found. */
public sealed interface RateAnswer {

    /** The row that wins, and where it stood. */
    record RateFound(RateRow row, RateLevel level) implements RateAnswer {}

    /** No row matches: the work stays unpriced, it never costs 0 by accident. */
    record RateMissing(String sentence) implements RateAnswer {}
}
