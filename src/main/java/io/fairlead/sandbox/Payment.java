package io.fairlead.sandbox;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Money a customer paid on one invoice; amount at scale 4 in the invoice's currency. */
record Payment(
        String id,
        String externalRef,
        int version,
        String invoiceId,
        String invoiceRef,
        @Nullable String invoiceNumber,
        String company,
        BigDecimal amount,
        String currency,
        LocalDate valueDate)
        implements Referenced {

    /** The one invoice the body names, by either number or reference. */
    static SandboxInvoice payable(SandboxLedger books, BodyFields body) {
        var name = body.text("invoice");
        var company = body.optional("company");
        var named = books.invoicesKnownAs(name).stream()
                .filter(invoice -> company == null || company.equals(invoice.company()))
                .toList();
        if (named.size() > 1) {
            throw SandboxRefusal.business(
                    "INVOICE_AMBIGUOUS", "company", name + " exists in several companies; name one");
        }
        return named.stream()
                .findFirst()
                .orElseThrow(
                        () -> SandboxRefusal.business("INVOICE_UNKNOWN", "invoice", "no invoice is known as " + name));
    }

    static Payment read(BodyFields body, String id, String ref, SandboxInvoice invoice) {
        var posting = invoice.posting();
        return new Payment(
                id,
                ref,
                1,
                invoice.id(),
                invoice.externalRef(),
                posting == null ? null : posting.number(),
                invoice.company(),
                body.decimal("amount", SandboxInvoice.SCALE),
                body.optional("currency") == null ? invoice.currency() : body.currency(),
                body.date("valueDate"));
    }

    void requireFitting(SandboxInvoice invoice) {
        if (invoice.posting() == null || invoice.isCredit()) {
            throw SandboxRefusal.business("NOT_POSTED", "invoice", "only a posted invoice can be paid");
        }
        if (!currency().equals(invoice.currency())) {
            throw SandboxRefusal.business("CURRENCY_DIFFERS", "currency", "the invoice is in " + invoice.currency());
        }
        if (amount().signum() <= 0 || amount().compareTo(invoice.open()) > 0) {
            throw SandboxRefusal.business(
                    "AMOUNT_INVALID", "amount", "must be above 0 and at most the open " + invoice.open());
        }
    }
}
