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

    /**
     * Time moves when nothing of it is on its way, and all of it.
     *
     * @param unsettled on a draft, about to change or in doubt
     * @param givenUp whether a part of it was
     * @throws RuleViolated T-12, T-19
     */
    public static void requireMovable(boolean unsettled, boolean givenUp) {
        if (unsettled) {
            throw new RuleViolated(
                    "T-19",
                    "timeEntryId",
                    "the time is on a draft, about to change or in doubt",
                    "take its line off the draft, or wait until the invoice is issued");
        }
        if (givenUp) {
            throw new RuleViolated("T-12", "timeEntryId", "a part of the time was given up", "leave the rest here");
        }
    }

    private TimeRules() {}
}
