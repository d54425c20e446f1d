package io.fairlead.shared;

import java.util.Set;

/** How a contract line is billed. */
public final class BillingMethods {

    /** By the hour, as worked and approved. */
    public static final String TIME_AND_MATERIALS = "TIME_AND_MATERIALS";

    /** By the hour up to the line's limit. */
    public static final String NOT_TO_EXCEED = "NOT_TO_EXCEED";

    /** An agreed price by a schedule of instalments. */
    public static final String FIXED_FEE = "FIXED_FEE";

    /** By accepted results. */
    public static final String MILESTONE = "MILESTONE";

    /** An agreed price as the work progresses. */
    public static final String PERCENT_COMPLETE = "PERCENT_COMPLETE";

    /** Paid ahead, then drawn down by the hour. */
    public static final String RETAINER = "RETAINER";

    /** By delivered units. */
    public static final String UNITS = "UNITS";

    public static final Set<String> ALL =
            Set.of(TIME_AND_MATERIALS, NOT_TO_EXCEED, FIXED_FEE, MILESTONE, PERCENT_COMPLETE, RETAINER, UNITS);

    /** Those whose time is priced entry by entry. */
    public static final Set<String> BY_ENTRY = Set.of(TIME_AND_MATERIALS, NOT_TO_EXCEED, RETAINER);

    /** Those that a won deal settles alone, without a schedule or a unit. */
    public static final Set<String> OF_DEALS = Set.of(TIME_AND_MATERIALS, MILESTONE);

    private BillingMethods() {}
}
