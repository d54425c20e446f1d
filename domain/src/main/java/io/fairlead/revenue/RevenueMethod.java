package io.fairlead.revenue;

import io.fairlead.shared.BillingMethods;
import org.jspecify.annotations.Nullable;

/** When revenue is earned (R5). */
public enum RevenueMethod {
    /** What was billed, net. */
    AS_BILLED,
    /** Approved value less write-offs. */
    AS_INCURRED,
    /** Cost to date over the estimate at completion, or reported progress, of the price. */
    PERCENT_COMPLETE,
    /** Price by days of the term. */
    STRAIGHT_LINE,
    /** What the customer accepted. */
    ON_MILESTONE;

    /** Whether revenue is a share of the price, so that a new price moves what was earned. */
    public boolean sharesPrice() {
        return this == PERCENT_COMPLETE || this == STRAIGHT_LINE;
    }

    /**
     * The method agreed on a contract line, else the one that follows from how it is billed: a fixed fee with an end is
     * earned by days, without one as billed.
     *
     * @param agreed null means not told
     * @param billing how the line is billed
     * @param ends whether the term of the line has an end
     */
    public static RevenueMethod of(@Nullable String agreed, String billing, boolean ends) {
        if (agreed != null) {
            return valueOf(agreed);
        }
        return switch (billing) {
            case BillingMethods.MILESTONE -> ON_MILESTONE;
            case BillingMethods.FIXED_FEE -> ends ? STRAIGHT_LINE : AS_BILLED;
            case BillingMethods.PERCENT_COMPLETE -> PERCENT_COMPLETE;
            default -> AS_INCURRED;
        };
    }
}
