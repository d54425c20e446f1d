package io.fairlead.revenue;

/** How a change of terms reaches revenue (R6). */
public enum Treatment {
    /** Distinct, but not at its stand-alone price: what was earned stays, the rest is spread anew. */
    PROSPECTIVE,
    /** Not distinct: what was earned is worked out anew (ASC 606-10-25-13). */
    CATCH_UP,
    /** Distinct and at its stand-alone price: an obligation of its own (ASC 606-10-25-12). */
    SEPARATE
}
