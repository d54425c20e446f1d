package io.fairlead.shared;

/** What a process waits for before it reacts to an event; said by {@link Waits}, done by whoever runs processes. */
public enum Until {

    /** Nothing: it asks the log alone. */
    NOTHING,

    /** The views hold all master data stored up to the event: rates, contracts, people. */
    MASTER_DATA_SEEN,

    /** The views hold everything stored up to the event. */
    VIEWS_SEEN,

    /** All time approved up to the event is priced, the views hold those prices, and {@link #MASTER_DATA_SEEN}. */
    TIME_PRICED,

    /** Everything billable up to the event is priced, limits have said what they grant of it, and the views hold both. */
    WORK_FUNDED
}
