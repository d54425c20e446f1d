package io.fairlead.billing.tax;

/** When tax is rounded (R4); agreed with the contract. */
public enum TaxMode {
    /** Once per code, over all lines of the document: EN 16931 BR-S-09. */
    DOCUMENT,
    /** Per line and code; the document's row is their sum. Never on a document by EN 16931. */
    LINE
}
