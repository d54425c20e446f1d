package io.fairlead.billing.view;

/** Where a credited part of work goes, and the kind of movement that says so. */
enum CreditedPart {
    REOPENED("reopened"),
    WRITTEN_OFF("written_off"),
    GONE("corrected");

    final String kind;

    CreditedPart(String kind) {
        this.kind = kind;
    }
}
