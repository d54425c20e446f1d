package io.fairlead.expense;

import io.fairlead.shared.FourEyes;
import io.fairlead.shared.RuleViolated;

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

    private ExpenseRules() {}
}
