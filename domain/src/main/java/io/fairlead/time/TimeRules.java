package io.fairlead.time;

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
     * Nobody approves time that they entered or worked themselves. An actor is the worker when its subject is the
     * person's code.
     *
     * @throws RuleViolated T-03
     */
    public static void requireAnother(String approver, String author, String personId) {
        var subject = approver.substring(approver.indexOf('|') + 1);
        if (approver.equals(author) || personId.equals("person:" + subject)) {
            throw new RuleViolated(
                    "T-03", "approvedBy", "nobody approves their own time", "let somebody else approve it");
        }
    }

    private TimeRules() {}
}
