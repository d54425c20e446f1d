package io.fairlead.shared;

import java.util.Set;

/** How a contract line is billed. */
public final class BillingMethods {

    /** By the hour, as worked and approved. */
    public static final String TIME_AND_MATERIALS = "TIME_AND_MATERIALS";

    /** By accepted results. */
    public static final String MILESTONE = "MILESTONE";

    public static final Set<String> ALL = Set.of(TIME_AND_MATERIALS, MILESTONE);

    private BillingMethods() {}
}
