package io.fairlead.exception;

/** Who clears a work item. */
public enum OwnerRole {
    IT,
    FINANCE_OPERATIONS,
    PMO,
    SALES_OPERATIONS
}
