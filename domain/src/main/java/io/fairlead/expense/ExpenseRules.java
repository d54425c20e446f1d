package io.fairlead.expense;

import io.fairlead.shared.RuleViolated;

/** Rules on expenses that hold for every decision about them. */
final class ExpenseRules {

    /**
     * Nobody decides on an expense that they entered or spent themselves. An actor is the spender when its subject is the person's
     * code.
     *
     * @throws RuleViolated V-03
     */
    static void requireAnother(String approver, String author, String personId) {
        var subject = approver.substring(approver.indexOf('|') + 1);
        if (approver.equals(author) || personId.equals("person:" + subject)) {
            throw new RuleViolated(
                    "V-03", "approvedBy", "nobody approves their own expense", "let somebody else approve it");
        }
    }

    private ExpenseRules() {}
}
