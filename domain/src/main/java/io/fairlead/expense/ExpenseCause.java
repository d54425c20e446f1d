package io.fairlead.expense;

/** What makes an approved expense cost something else. */
public enum ExpenseCause {
    /** The record was wrong. */
    CORRECTED,
    /** It was for something else. */
    MOVED,
    /** The supplier gave money back. */
    REFUNDED,
    /** It should never have been an expense. */
    WITHDRAWN
}
