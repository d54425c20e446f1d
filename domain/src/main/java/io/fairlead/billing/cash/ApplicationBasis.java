package io.fairlead.billing.cash;

/** On whose word money is set against an invoice. */
public enum ApplicationBasis {
    /** The money names the invoice. */
    NAMED,
    /** The company's policy: the customer's earliest due. */
    OLDEST_FIRST,
    /** A person's. */
    BY_HAND
}
