package io.fairlead.billing.cash;

/** Why money that was set against an invoice is on account again. */
public enum Unapplication {
    /** The invoice did not take it. */
    REFUSED,
    /** A person took it back. */
    BY_HAND,
    /** The money itself is gone. */
    SENT_BACK
}
