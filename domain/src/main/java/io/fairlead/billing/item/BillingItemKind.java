package io.fairlead.billing.item;

/** What a billing item bills; stored by its name. */
public enum BillingItemKind {
    /** A result that the customer accepted. */
    MILESTONE,
    /** A part of a fixed price, on its due date. */
    INSTALMENT,
    /** Units handed over, at the price of one. */
    UNIT_DELIVERY,
    /** An instalment that fills a balance; later work is drawn from it. */
    RETAINER,
    /** What reported progress is worth more than before. */
    PROGRESS
}
