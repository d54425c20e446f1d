package io.fairlead.shared;

/** What becomes of work whose invoice is credited (R12); decided by whoever credits. */
public enum Disposition {
    /** It is unbilled again. */
    REOPEN,
    /** Its value is given up. */
    WRITE_OFF,
    /** It never existed: what was approved is lower by it. */
    CORRECTED
}
