package io.fairlead.sandbox;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Money that was paid out for a document; the amount at scale 4.
 *
 * @param customerRef null when it went back to a payer whom nobody knows
 */
record SandboxRefund(
        String id,
        String externalRef,
        int version,
        String creditsRef,
        @Nullable String customerRef,
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
                body.optional("customerRef") == null ? null : body.reference("customerRef"),
                body.text("company"),
                body.currency(),
                body.decimal("gross", SandboxInvoice.SCALE),
                body.date("accountingDate").toString());
    }
}
