package io.fairlead.time;

import io.fairlead.shared.FourEyes;
import io.fairlead.shared.RuleViolated;

/** Rules on worked time that hold wherever it comes from. */
public final class TimeRules {

    /** One day: longer work is two entries. */
    public static final int SECONDS_MAX = 86_400;

    /**
     * Worked time is whole seconds of one day.
     *
     * @throws RuleViolated T-01
     */
    public static void requireWorkedTime(int seconds) {
        if (seconds < 1 || seconds > SECONDS_MAX) {
            throw new RuleViolated(
                    "T-01",
                    "seconds",
                    seconds + " is no worked time of one day",
                    "use 1 to " + SECONDS_MAX + " seconds");
        }
    }

    /**
     * A correction may also say that nothing was worked.
     *
     * @throws RuleViolated T-01
     */
    public static void requireCorrectedTime(int seconds) {
        if (seconds != 0) {
            requireWorkedTime(seconds);
        }
    }

    /**
     * Nobody approves time that they entered or worked themselves.
     *
     * @throws RuleViolated T-03
     */
    public static void requireAnother(String approver, String author, String personId) {
        if (FourEyes.isSame(approver, author) || FourEyes.isPerson(approver, personId)) {
            throw new RuleViolated(
                    "T-03", "approvedBy", "nobody approves their own time", "let somebody else approve it");
        }
    }

    private TimeRules() {}
}
