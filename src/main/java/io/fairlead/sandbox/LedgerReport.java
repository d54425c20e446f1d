package io.fairlead.sandbox;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Every posted document, the control totals per company, period, currency and status, from which credit notes are taken
 * away, and what each debtor owes. Read by reconciliation.
 */
record LedgerReport(List<Document> documents, List<Total> totals, List<DebtorAccounts.Account> accounts) {

    /** One posted document; amounts at scale 4, those of a credit note above 0 as well. */
    record Document(
            String id,
            String documentNumber,
            String number,
            String externalRef,
            String company,
            String customerRef,
            String currency,
            LocalDate issueDate,
            LocalDate accountingDate,
            LocalDate dueDate,
            BigDecimal net,
            BigDecimal tax,
            BigDecimal gross,
            BigDecimal rounding,
            BigDecimal paid,
            String status,
            @Nullable String creditsRef) {

        BigDecimal signed(BigDecimal amount) {
            return creditsRef == null ? amount : amount.negate();
        }
    }

    /** Sums of the documents of one company, period (yyyy-MM), currency and status. */
    record Total(
            String company,
            String period,
            String currency,
            String status,
            int documents,
            BigDecimal net,
            BigDecimal tax,
            BigDecimal gross,
            BigDecimal rounding,
            BigDecimal paid) {

        static Total of(Document document) {
            return new Total(
                    document.company(),
                    document.accountingDate().toString().substring(0, 7),
                    document.currency(),
                    document.status(),
                    1,
                    document.signed(document.net()),
                    document.signed(document.tax()),
                    document.signed(document.gross()),
                    document.signed(document.rounding()),
                    document.paid());
        }

        Total plus(Total other) {
            return new Total(
                    company,
                    period,
                    currency,
                    status,
                    documents + other.documents,
                    net.add(other.net),
                    tax.add(other.tax),
                    gross.add(other.gross),
                    rounding.add(other.rounding),
                    paid.add(other.paid));
        }

        String key() {
            return String.join("|", company, period, currency, status);
        }
    }

    static LedgerReport of(SandboxLedger books) {
        var documents = books.invoices.all().stream()
                .filter(invoice -> invoice.posting() != null)
                .map(LedgerReport::documentOf)
                .toList();
        var totals = new TreeMap<String, Total>();
        for (var document : documents) {
            var total = Total.of(document);
            totals.merge(total.key(), total, Total::plus);
        }
        return new LedgerReport(documents, List.copyOf(totals.values()), DebtorAccounts.of(books));
    }

    static Document documentOf(SandboxInvoice invoice) {
        var posting = invoice.posting();
        if (posting == null) {
            throw new IllegalStateException("invoice " + invoice.id() + " is not posted");
        }
        return new Document(
                invoice.id(),
                posting.documentNumber(),
                posting.number(),
                invoice.externalRef(),
                invoice.company(),
                invoice.customerRef(),
                invoice.currency(),
                posting.issueDate(),
                posting.accountingDate(),
                posting.dueDate(),
                invoice.net(),
                invoice.tax(),
                invoice.gross(),
                invoice.payable().subtract(invoice.gross()),
                invoice.paid(),
                invoice.status(),
                invoice.creditsRef());
    }
}
