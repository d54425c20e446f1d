package io.fairlead.billing.einvoice;

/** What a contract agrees on about electronic invoices by EN 16931. */
public enum EInvoicePolicy {

    /** None is sent: nothing is asked of a draft. */
    NONE,

    /** Sent where it can be: what is missing is told, and the PDF goes out alone. */
    WANTED,

    /** Each document is sent so: a draft that cannot be is not approved. */
    REQUIRED
}
