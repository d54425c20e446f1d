package io.fairlead.gateway.document;

import io.fairlead.billing.einvoice.EInvoiceFinding;
import io.fairlead.gateway.document.BillDocument.Kind;
import io.fairlead.gateway.document.BillDocument.Line;
import io.fairlead.gateway.document.BillDocument.Tax;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A document as UBL 2.1 by Peppol BIS Billing 3 (EN 16931). Elements stand in the order of the schema. */
public final class UblDocument {

    private static final String CUSTOMIZATION =
            "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0";
    private static final String PROFILE = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0";

    /** UNCL4461: SEPA credit transfer, credit transfer. */
    private static final String SEPA = "58";

    private static final String TRANSFER = "30";

    private final BillDocument document;
    private final Words words;
    private final Xml xml;

    private UblDocument(BillDocument document, Xml xml) {
        this.document = document;
        this.words = Words.of(document.language());
        this.xml = xml;
    }

    /**
     * The document's bytes in UTF-8; the same facts give the same bytes.
     *
     * @throws io.fairlead.shared.RuleViolated UBL_... naming what is missing
     */
    public static byte[] of(BillDocument document) {
        UblReadiness.require(document);
        return Xml.document(
                document.kind() == Kind.INVOICE ? "Invoice" : "CreditNote",
                xml -> new UblDocument(document, xml).write());
    }

    /** All that the document lacks, of a draft as if it were issued as it is; empty when nothing. */
    public static List<EInvoiceFinding> lacks(BillDocument document) {
        return UblReadiness.findings(document).stream().map(EInvoiceFinding::of).toList();
    }

    private void write() {
        head();
        references();
        new UblParties(document, xml).write();
        payment();
        taxes();
        totals();
        document.lines().forEach(this::line);
    }

    private void head() {
        var invoice = document.kind() == Kind.INVOICE;
        var taxPoint = document.taxPoint() == null ? null : document.taxPoint().toString();
        xml.leaf("CustomizationID", CUSTOMIZATION);
        xml.leaf("ProfileID", PROFILE);
        xml.leaf("ID", document.number());
        xml.leaf("IssueDate", document.issueDate().toString());
        if (invoice) {
            xml.leaf(
                    "DueDate",
                    document.dueDate() == null ? null : document.dueDate().toString());
            xml.leaf("InvoiceTypeCode", Kind.INVOICE.code());
        } else {
            xml.leaf("TaxPointDate", taxPoint);
            xml.leaf("CreditNoteTypeCode", Kind.CREDIT_NOTE.code());
            xml.leaf("Note", document.reason());
        }
        if (invoice) {
            xml.leaf("TaxPointDate", taxPoint);
        }
        xml.leaf("DocumentCurrencyCode", document.currency());
        var books = document.taxInBooks();
        xml.leaf("TaxCurrencyCode", books == null ? null : books.currency());
        xml.leaf("BuyerReference", document.buyerReference());
        period(document.serviceFrom().toString(), document.serviceTo().toString());
    }

    private void references() {
        if (document.poNumber() != null) {
            xml.group("OrderReference", () -> xml.leaf("ID", document.poNumber()));
        }
        var original = document.original();
        if (original != null) {
            xml.group(
                    "BillingReference",
                    () -> xml.group("InvoiceDocumentReference", () -> {
                        xml.leaf("ID", original.number());
                        xml.leaf("IssueDate", original.issueDate().toString());
                    }));
        }
        xml.group("ContractDocumentReference", () -> xml.leaf("ID", document.contract()));
    }

    private void payment() {
        var payee = document.payee();
        if (payee != null) {
            xml.group("PaymentMeans", () -> {
                xml.leaf("PaymentMeansCode", document.currency().equals("EUR") ? SEPA : TRANSFER);
                xml.leaf("PaymentID", document.number());
                xml.group("PayeeFinancialAccount", () -> {
                    xml.leaf("ID", payee.getIban());
                    if (payee.getBic() != null) {
                        xml.group("FinancialInstitutionBranch", () -> xml.leaf("ID", payee.getBic()));
                    }
                });
            });
        }
        var due = document.dueDate();
        if (due != null) {
            xml.group("PaymentTerms", () -> xml.leaf("Note", words.of(Phrase.PAYABLE_UNTIL, words.day(due))));
        }
    }

    private void taxes() {
        xml.group("TaxTotal", () -> {
            amount("TaxAmount", document.tax());
            merged().forEach(this::taxRow);
        });
        var books = document.taxInBooks();
        if (books != null) {
            xml.group(
                    "TaxTotal",
                    () -> xml.leaf("TaxAmount", books.amount().toPlainString(), "currencyID", books.currency()));
        }
    }

    /** Taxes of one category and rate are one row (BR-S-08), also where their reasons differ (BR-E-01, BR-AE-01). */
    private Collection<Tax> merged() {
        var rows = new LinkedHashMap<String, Tax>();
        for (var row : document.taxes()) {
            rows.merge(
                    row.category() + " " + percent(row.rate()),
                    row,
                    (one, other) -> new Tax(
                            one.code(),
                            one.category(),
                            one.rate(),
                            one.base().add(other.base()),
                            one.amount().add(other.amount()),
                            reasons(one, other)));
        }
        return rows.values();
    }

    private static @Nullable String reasons(Tax one, Tax other) {
        return one.reason() == null || other.reason() == null || one.reason().contains(other.reason())
                ? one.reason()
                : one.reason() + "; " + other.reason();
    }

    private void taxRow(Tax row) {
        xml.group("TaxSubtotal", () -> {
            amount("TaxableAmount", row.base());
            amount("TaxAmount", row.amount());
            category("TaxCategory", row, true);
        });
    }

    /** A line outside the scope of tax has no rate (BR-O-05); only a row tells why it is exempt, zero rate never (BR-Z-10). */
    private void category(String name, Tax row, boolean ofDocument) {
        xml.group(name, () -> {
            xml.leaf("ID", row.category());
            xml.leaf("Percent", row.category().equals("O") && !ofDocument ? null : percent(row.rate()));
            if (ofDocument && row.rate().signum() == 0 && !row.category().equals("Z")) {
                xml.leaf("TaxExemptionReasonCode", exemptionCode(row.category()));
                xml.leaf("TaxExemptionReason", row.reason() == null ? exemption(row.category()) : row.reason());
            }
            xml.group("TaxScheme", () -> xml.leaf("ID", "VAT"));
        });
    }

    /** Code list VATEX; an exemption (E) has as many codes as laws, so its reason alone is told. */
    private static @Nullable String exemptionCode(String category) {
        return switch (category) {
            case "AE" -> "VATEX-EU-AE";
            case "G" -> "VATEX-EU-G";
            case "O" -> "VATEX-EU-O";
            default -> null;
        };
    }

    private String exemption(String category) {
        return words.of(
                switch (category) {
                    case "AE" -> Phrase.REVERSE_CHARGE;
                    case "G" -> Phrase.EXPORT;
                    case "O" -> Phrase.OUTSIDE_TAX;
                    default -> Phrase.EXEMPT;
                });
    }

    private void totals() {
        xml.group("LegalMonetaryTotal", () -> {
            amount("LineExtensionAmount", document.net());
            amount("TaxExclusiveAmount", document.net());
            amount("TaxInclusiveAmount", document.gross());
            if (document.rounding().signum() != 0) {
                amount("PayableRoundingAmount", document.rounding());
            }
            amount("PayableAmount", document.payable());
        });
    }

    private void line(Line line) {
        var invoice = document.kind() == Kind.INVOICE;
        var printed = PrintedQuantity.of(line);
        xml.group(invoice ? "InvoiceLine" : "CreditNoteLine", () -> {
            xml.leaf("ID", Integer.toString(line.lineNo()));
            var untold = words.untold(printed);
            xml.leaf("Note", untold.isEmpty() ? null : untold.replace(Words.JOINED, " "));
            xml.leaf(
                    invoice ? "InvoicedQuantity" : "CreditedQuantity",
                    plain(printed.quantity()),
                    "unitCode",
                    printed.unit());
            amount("LineExtensionAmount", line.net());
            period(line.from().toString(), line.to().toString());
            xml.group("Item", () -> {
                var purpose = Texts.line(String.join(" \u00b7 ", line.purpose()));
                xml.leaf("Description", purpose.isEmpty() ? null : purpose);
                xml.leaf("Name", Texts.line(line.text()));
                category("ClassifiedTaxCategory", document.taxesOf(line).getFirst(), false);
            });
            xml.group("Price", () -> {
                amount("PriceAmount", printed.price());
                xml.leaf("BaseQuantity", "1", "unitCode", printed.unit());
            });
        });
    }

    private void period(String from, String to) {
        xml.group("InvoicePeriod", () -> {
            xml.leaf("StartDate", from);
            xml.leaf("EndDate", to);
        });
    }

    private void amount(String name, BigDecimal amount) {
        xml.leaf(name, amount.toPlainString(), "currencyID", document.currency());
    }

    private static String percent(BigDecimal rate) {
        return plain(rate.movePointRight(2));
    }

    /** Without zeros that say nothing, never in powers of ten. */
    private static String plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0).toPlainString() : stripped.toPlainString();
    }
}
