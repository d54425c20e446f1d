package io.fairlead.expense;

import io.fairlead.shared.FourEyes;
import io.fairlead.shared.RuleViolated;
import org.jspecify.annotations.Nullable;

/** Rules on expenses that hold for every decision about them. */
final class ExpenseRules {

    /**
     * Nobody decides on an expense that they entered or spent themselves.
     *
     * @throws RuleViolated V-03
     */
    static void requireAnother(String approver, String author, String personId) {
        if (FourEyes.isSame(approver, author) || FourEyes.isPerson(approver, personId)) {
            throw new RuleViolated(
                    "V-03", "approvedBy", "nobody approves their own expense", "let somebody else approve it");
        }
    }

    /**
     * What a source told is entered under one key.
     *
     * @param knownAs the key that was taken for it; null when none was
     * @throws RuleViolated V-10
     */
    static void requireOwnKey(@Nullable String knownAs) {
        if (knownAs != null) {
            throw new RuleViolated("V-10", "id", "it is entered as " + knownAs, "tell it under that id");
        }
    }

    private ExpenseRules() {}
}
