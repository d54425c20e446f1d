package io.fairlead.shared;

import java.util.Set;

/** What worked time counts as. */
public final class TimeClasses {

    /** Charged to the customer. */
    public static final String BILLABLE = "BILLABLE";

    /** Counts for utilization, is not charged. */
    public static final String CREDITED = "CREDITED";

    /** Neither. */
    public static final String NON_BILLABLE = "NON_BILLABLE";

    public static final Set<String> ALL = Set.of(BILLABLE, CREDITED, NON_BILLABLE);

    private TimeClasses() {}
}
