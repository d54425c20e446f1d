package io.fairlead.sandbox;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What changed a debtor's account beside documents, payments and refunds; amounts at scale 4, above 0 more is owed.
 *
 * @param what the sender's word for it; MONEY_ASSIGNED takes what was in off nobody's account
 * @param customerRef null of money of a payer whom nobody knows
 * @param invoiceRef what is not paid of it; null of money
 */
record SandboxBooking(
        String id,
        String externalRef,
        int version,
        String subjectRef,
        String what,
        @Nullable String customerRef,
        String company,
        String currency,
        BigDecimal amount,
        @Nullable BigDecimal tax,
        @Nullable String invoiceRef,
        String accountingDate)
        implements Referenced {

    static SandboxBooking read(BodyFields body, String id) {
        return new SandboxBooking(
                id,
                body.reference("externalRef"),
                body.version("version"),
                body.reference("subjectRef"),
                body.text("what"),
                body.optional("customerRef") == null ? null : body.reference("customerRef"),
                body.text("company"),
                body.currency(),
                body.decimal("amount", SandboxInvoice.SCALE),
                body.optional("tax") == null ? null : body.decimal("tax", SandboxInvoice.SCALE),
                body.optional("invoiceRef") == null ? null : body.reference("invoiceRef"),
                body.date("accountingDate").toString());
    }

    boolean isOffNobodysAccount() {
        return what.equals("MONEY_ASSIGNED");
    }
}
