package io.fairlead.sandbox;

import org.jspecify.annotations.Nullable;

/**
 * A debtor in the sandbox ERP, under its own id and the sender's reference.
 *
 * @param mergedInto reference of the debtor that lives on for it; null while it lives itself
 */
record SandboxCustomer(
        String id,
        String externalRef,
        int version,
        String name,
        String currency,
        @Nullable String taxId,
        @Nullable String country,
        boolean purchaseOrderRequired,
        @Nullable String mergedInto)
        implements Referenced {

    static SandboxCustomer read(BodyFields body, String id) {
        return new SandboxCustomer(
                id,
                body.reference("externalRef"),
                body.version("version"),
                body.text("name"),
                body.currency(),
                body.optional("taxId"),
                body.optional("country"),
                body.flag("purchaseOrderRequired"),
                body.optional("mergedInto") == null ? null : body.reference("mergedInto"));
    }
}
