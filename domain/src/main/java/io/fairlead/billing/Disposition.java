package io.fairlead.billing;

/** What becomes of what a credit line takes back (R12). */
public enum Disposition {
    /** Unbilled again: the next run bills it. */
    REOPEN,
    /** Given up: the work stays done and is never billed. */
    WRITE_OFF,
    /** It never existed: lowers what was approved. */
    CORRECTED
}
