package io.fairlead.expense;

import io.fairlead.expense.event.ExpenseMoved;
import io.fairlead.expense.event.ExpenseRecorded;
import io.fairlead.shared.FourEyes;
import io.fairlead.shared.Portions;
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

    /**
     * What stands on a draft changes with the draft.
     *
     * @throws RuleViolated V-11
     */
    static void requireOnNoDraft(Portions portions) {
        if (portions.isDrafted()) {
            throw new RuleViolated(
                    "V-11",
                    "expenseId",
                    "the expense is on draft " + portions.drafted().getFirst().invoiceId(),
                    "remove its line or discard the draft, or wait until it is issued");
        }
    }

    /**
     * What was withdrawn changes no more.
     *
     * @throws RuleViolated V-13
     */
    static void requireNotWithdrawn(boolean withdrawn) {
        if (withdrawn) {
            throw new RuleViolated("V-13", "expenseId", "the expense was withdrawn", "enter another one");
        }
    }

    /**
     * What was moved changes where it is now.
     *
     * @param movedTo the expense that it is now; null when it was not moved
     * @throws RuleViolated V-14
     */
    static void requireNotMoved(@Nullable String movedTo) {
        if (movedTo != null) {
            throw new RuleViolated(
                    "V-14",
                    "expenseId",
                    "the expense was moved to " + movedTo,
                    "change " + movedTo + ", or credit what is billed here");
        }
    }

    /** Whether it was moved just there. */
    static boolean isMovedTo(@Nullable ExpenseMoved moved, MoveExpense command) {
        var target = command.target();
        return moved != null
                && moved.getToProjectId().equals(target.projectId().value())
                && moved.getToContractId().equals(target.contractId().value())
                && moved.getToLineNo() == target.lineNo();
    }

    /** Whether it is for that already. */
    static boolean isFor(ExpenseRecorded entry, ExpenseTarget target) {
        return entry.getProjectId().equals(target.projectId().value())
                && entry.getContractId().equals(target.contractId().value())
                && entry.getLineNo() == target.lineNo();
    }

    private ExpenseRules() {}
}
