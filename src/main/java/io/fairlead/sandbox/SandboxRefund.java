package io.fairlead.sandbox;

import java.math.BigDecimal;

/** Money that was paid out to a customer for a document; the amount at scale 4. */
record SandboxRefund(
        String id,
        String externalRef,
        int version,
        String creditsRef,
        String customerRef,
        String company,
        String currency,
        BigDecimal gross,
        String accountingDate)
        implements Referenced {

    static SandboxRefund read(BodyFields body, String id) {
        return new SandboxRefund(
                id,
                body.reference("externalRef"),
                body.version("version"),
                body.reference("creditsRef"),
                body.reference("customerRef"),
                body.text("company"),
                body.currency(),
                body.decimal("gross", SandboxInvoice.SCALE),
                body.date("accountingDate").toString());
    }
}
