package io.fairlead.gateway.document;

import io.fairlead.billing.einvoice.EInvoiceFinding;
import io.fairlead.gateway.document.BillDocument.Kind;
import io.fairlead.gateway.document.BillDocument.Line;
import io.fairlead.gateway.document.BillDocument.Tax;
import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;

/** A document as UBL 2.1 by Peppol BIS Billing 3 (EN 16931). Elements stand in the order of the schema. */
public final class UblDocument {

    private static final String UBL = "urn:oasis:names:specification:ubl:schema:xsd:";
    private static final String CUSTOMIZATION =
            "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0";
    static final String PROFILE = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0";

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
                vocabulary(document.kind() == Kind.INVOICE ? "Invoice" : "CreditNote"),
                xml -> new UblDocument(document, xml).write());
    }

    /** All that the document lacks, of a draft as if it were issued as it is; empty when nothing. */
    public static List<EInvoiceFinding> lacks(BillDocument document) {
        return UblReadiness.findings(document).stream().map(EInvoiceFinding::of).toList();
    }

    private static Xml.Vocabulary vocabulary(String root) {
        var namespaces = new TreeMap<String, String>();
        namespaces.put("", UBL + root + "-2");
        namespaces.put("cac", UBL + "CommonAggregateComponents-2");
        namespaces.put("cbc", UBL + "CommonBasicComponents-2");
        return new Xml.Vocabulary(root, namespaces, "cac", "cbc");
    }

    private void write() {
        head();
        references();
        new UblParties(document, xml).write();
        xml.group(
                "Delivery",
                () -> xml.leaf("ActualDeliveryDate", document.serviceTo().toString()));
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
                xml.leaf("PaymentMeansCode", EInvoiceWords.transfer(document));
                xml.leaf("PaymentID", document.number());
                xml.group("PayeeFinancialAccount", () -> {
                    xml.leaf("ID", payee.getIban());
                    if (payee.getBic() != null) {
                        xml.group("FinancialInstitutionBranch", () -> xml.leaf("ID", payee.getBic()));
                    }
                });
            });
        }
        var terms = EInvoiceWords.terms(document, words);
        if (terms != null) {
            xml.group("PaymentTerms", () -> xml.leaf("Note", terms));
        }
    }

    private void taxes() {
        xml.group("TaxTotal", () -> {
            amount("TaxAmount", document.tax());
            EInvoiceWords.rows(document).forEach(this::taxRow);
        });
        var books = document.taxInBooks();
        if (books != null) {
            xml.group(
                    "TaxTotal",
                    () -> xml.leaf("TaxAmount", books.amount().toPlainString(), "currencyID", books.currency()));
        }
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
            var isUnrated = row.category().equals("O") && !ofDocument;
            xml.leaf("Percent", isUnrated ? null : EInvoiceWords.percent(row.rate()));
            if (ofDocument) {
                xml.leaf("TaxExemptionReasonCode", EInvoiceWords.exemptionCode(row));
                xml.leaf("TaxExemptionReason", EInvoiceWords.exemption(row, words));
            }
            xml.group("TaxScheme", () -> xml.leaf("ID", "VAT"));
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
            xml.leaf("Note", EInvoiceWords.note(printed, words));
            xml.leaf(
                    invoice ? "InvoicedQuantity" : "CreditedQuantity",
                    EInvoiceWords.plain(printed.quantity()),
                    "unitCode",
                    printed.unit());
            amount("LineExtensionAmount", line.net());
            period(line.from().toString(), line.to().toString());
            xml.group("Item", () -> {
                xml.leaf("Description", EInvoiceWords.purpose(line));
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
}
