package io.fairlead.billing.deduction;

/** Why a payer does not pay a part of an invoice. */
public enum Deduction {
    /** The payer owes it to the tax office in the seller's name. */
    WITHHOLDING,
    /** Too small to ask for. */
    SMALL_REST,
    /** For payment in time. */
    CASH_DISCOUNT,
    /** Lost. */
    BAD_DEBT
}
