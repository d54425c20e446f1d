package io.fairlead.shared;

/** What a process prepares for others, by {@link Prepares}; {@link Until#TIME_PRICED} and {@link Until#WORK_FUNDED} wait for it. */
public enum Stage {

    /** Approved time is priced by the rates of its day. */
    TIME_PRICES,

    /** Anything else that was approved, agreed or reported is made billable, or priced again. */
    BILLABLE_WORK,

    /** Limits are asked for what was priced. */
    FUNDING
}
