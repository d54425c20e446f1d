package io.fairlead.sandbox;

import org.jspecify.annotations.Nullable;

/** A debtor in the sandbox ERP, under its own id and the sender's reference. */
record Customer(
        String id,
        String externalRef,
        int version,
        String name,
        String currency,
        @Nullable String taxId,
        @Nullable String country,
        boolean purchaseOrderRequired)
        implements Referenced {

    static Customer read(Fields body, String id) {
        return new Customer(
                id,
                body.reference("externalRef"),
                body.version("version"),
                body.text("name"),
                body.currency(),
                body.optional("taxId"),
                body.optional("country"),
                body.flag("purchaseOrderRequired"));
    }
}
