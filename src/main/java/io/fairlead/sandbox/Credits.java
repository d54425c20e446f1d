package io.fairlead.sandbox;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/** The sandbox's rules for credit notes: all credits of an invoice together are at most the invoice, row by row. */
final class Credits {

    /** Checks a draft before it is taken; an invoice passes. */
    static void requireFitting(SandboxLedger books, SandboxInvoice draft) {
        var ref = draft.creditsRef();
        if (ref == null) {
            return;
        }
        var invoice = books.invoices.withRef(ref).stream()
                .filter(found -> found.posting() != null && !found.isCredit())
                .findFirst()
                .orElseThrow(() -> SandboxRefusal.business(
                        "ORIGINAL_UNKNOWN", "creditsRef", "no posted invoice has the reference " + ref));
        if (!invoice.company().equals(draft.company())
                || !invoice.customerRef().equals(draft.customerRef())
                || !invoice.currency().equals(draft.currency())) {
            throw SandboxRefusal.business(
                    "ORIGINAL_DIFFERS", "creditsRef", ref + " has another company, customer or currency");
        }
        var others = books.invoices.all().stream()
                .filter(other -> ref.equals(other.creditsRef()) && !other.id().equals(draft.id()))
                .toList();
        for (var row : draft.taxRows()) {
            var of = invoice.taxRows().stream()
                    .filter(invoiced -> isSame(invoiced, row))
                    .findFirst()
                    .orElseThrow(() -> SandboxRefusal.business(
                            "TAX_INVALID", "taxRows", ref + " has no tax row " + row.category() + " " + row.rate()));
            var before = rowsOf(others, row);
            require(sum(before, SandboxInvoice.TaxRow::base).add(row.base()), of.base(), "base");
            require(sum(before, SandboxInvoice.TaxRow::tax).add(row.tax()), of.tax(), "tax");
        }
    }

    private static List<SandboxInvoice.TaxRow> rowsOf(List<SandboxInvoice> credits, SandboxInvoice.TaxRow row) {
        return credits.stream()
                .flatMap(credit -> credit.taxRows().stream())
                .filter(other -> isSame(other, row))
                .toList();
    }

    private static boolean isSame(SandboxInvoice.TaxRow one, SandboxInvoice.TaxRow other) {
        return one.category().equals(other.category()) && one.rate().compareTo(other.rate()) == 0;
    }

    private static BigDecimal sum(List<SandboxInvoice.TaxRow> rows, Function<SandboxInvoice.TaxRow, BigDecimal> part) {
        return rows.stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static void require(BigDecimal credited, BigDecimal invoiced, String what) {
        // What was paid ahead stands below 0, and so does its credit.
        if (credited.signum() * invoiced.signum() < 0 || credited.abs().compareTo(invoiced.abs()) > 0) {
            throw SandboxRefusal.business(
                    "CREDIT_TOO_HIGH",
                    "taxRows",
                    "credits of " + credited + " are more than the invoice's " + what + " of " + invoiced);
        }
    }

    private Credits() {}
}
