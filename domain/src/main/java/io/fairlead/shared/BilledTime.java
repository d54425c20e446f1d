package io.fairlead.shared;

/**
 * What of an entry's worked time is billed, by the contract's rounding of time (R2).
 *
 * @param policy the contract's
 * @param othersWorked worked time of the day's other priced entries of the person and line, seconds; 0 unless by day
 * @param othersBilled what those are billed with, seconds; 0 unless by day
 */
public record BilledTime(TimeRounding policy, int othersWorked, int othersBilled) {

    /** Nothing is rounded. */
    public static final BilledTime AS_WORKED = new BilledTime(TimeRounding.NONE, 0, 0);

    /** Of an entry by itself. */
    public static BilledTime by(TimeRounding policy) {
        return new BilledTime(policy, 0, 0);
    }

    /** Whole seconds, 0 or more. */
    public int of(int workedSeconds) {
        return policy.share(workedSeconds, othersWorked, othersBilled);
    }
}
