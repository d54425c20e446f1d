package io.fairlead.contract;

import io.fairlead.shared.BilledTime;

/** What the rate look-up found. */
public sealed interface RateAnswer {

    /**
     * The row that wins, and where it stood.
     *
     * @param row converted where the contract has another currency (R13)
     * @param level where it stood
     * @param billed what of the worked time is billed (R2)
     */
    record RateFound(RateRow row, RateLevel level, BilledTime billed) implements RateAnswer {

        /** Time is billed as worked. */
        public RateFound(RateRow row, RateLevel level) {
            this(row, level, BilledTime.AS_WORKED);
        }
    }

    /**
     * No price: the work stays unpriced, it never costs 0 by accident.
     *
     * @param code RATE_MISSING, OUTSIDE_TERM or FX_RATE_MISSING
     * @param sentence what is wrong and what to do
     */
    record RateMissing(String code, String sentence) implements RateAnswer {}

    /** The contract line is not billed by the hour, or the time is not billable. */
    record NotBilledByTime() implements RateAnswer {}
}
