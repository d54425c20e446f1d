package io.fairlead.time;

/** What becomes of work when its bill is credited (R12). */
public enum Disposition {
    /** It is unbilled again. */
    REOPEN,
    /** It is given up. */
    WRITE_OFF,
    /** It never existed: approved work falls. */
    CORRECTED
}
