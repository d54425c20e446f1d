package io.fairlead.gateway.document;

import io.fairlead.gateway.document.BillDocument.Line;
import io.fairlead.gateway.document.BillDocument.Tax;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.TreeMap;

/**
 * A document as Cross Industry Invoice of UN/CEFACT (D16B), in the profile EN 16931 of Factur-X and ZUGFeRD. It says what
 * {@link UblDocument} says. Elements stand in the order of the schema.
 */
final class CiiDocument {

    private static final String GUIDELINE = "urn:cen.eu:en16931:2017";
    private static final String STANDARD = "urn:un:unece:uncefact:data:standard:";

    private final BillDocument document;
    private final Words words;
    private final Xml xml;

    private CiiDocument(BillDocument document, Xml xml) {
        this.document = document;
        this.words = Words.of(document.language());
        this.xml = xml;
    }

    /**
     * The document's bytes in UTF-8; the same facts give the same bytes.
     *
     * @throws io.fairlead.shared.RuleViolated UBL_... naming what is missing
     */
    static byte[] of(BillDocument document) {
        UblReadiness.requireForMail(document);
        var namespaces = new TreeMap<String, String>();
        namespaces.put("rsm", STANDARD + "CrossIndustryInvoice:100");
        namespaces.put("qdt", STANDARD + "QualifiedDataType:100");
        namespaces.put("ram", STANDARD + "ReusableAggregateBusinessInformationEntity:100");
        namespaces.put("udt", STANDARD + "UnqualifiedDataType:100");
        var vocabulary = new Xml.Vocabulary("rsm:CrossIndustryInvoice", namespaces, "ram", "ram");
        return Xml.document(vocabulary, xml -> new CiiDocument(document, xml).write());
    }

    private void write() {
        xml.group("rsm:ExchangedDocumentContext", () -> {
            xml.group("BusinessProcessSpecifiedDocumentContextParameter", () -> xml.leaf("ID", UblDocument.PROFILE));
            xml.group("GuidelineSpecifiedDocumentContextParameter", () -> xml.leaf("ID", GUIDELINE));
        });
        xml.group("rsm:ExchangedDocument", () -> {
            xml.leaf("ID", document.number());
            xml.leaf("TypeCode", document.kind().code());
            day("IssueDateTime", document.issueDate());
            var reason = document.reason();
            if (reason != null) {
                xml.group("IncludedNote", () -> xml.leaf("Content", reason));
            }
        });
        xml.group("rsm:SupplyChainTradeTransaction", () -> {
            document.lines().forEach(this::line);
            agreement();
            xml.group(
                    "ApplicableHeaderTradeDelivery",
                    () -> xml.group(
                            "ActualDeliverySupplyChainEvent", () -> day("OccurrenceDateTime", document.serviceTo())));
            settlement();
        });
    }

    private void agreement() {
        xml.group("ApplicableHeaderTradeAgreement", () -> {
            xml.leaf("BuyerReference", document.buyerReference());
            new CiiParties(document, xml).write();
            if (document.poNumber() != null) {
                xml.group("BuyerOrderReferencedDocument", () -> xml.leaf("IssuerAssignedID", document.poNumber()));
            }
            xml.group("ContractReferencedDocument", () -> xml.leaf("IssuerAssignedID", document.contract()));
        });
    }

    private void settlement() {
        xml.group("ApplicableHeaderTradeSettlement", () -> {
            var payee = document.payee();
            var books = document.taxInBooks();
            xml.leaf("PaymentReference", payee == null ? null : document.number());
            xml.leaf("TaxCurrencyCode", books == null ? null : books.currency());
            xml.leaf("InvoiceCurrencyCode", document.currency());
            if (payee != null) {
                xml.group("SpecifiedTradeSettlementPaymentMeans", () -> {
                    xml.leaf("TypeCode", EInvoiceWords.transfer(document));
                    xml.group("PayeePartyCreditorFinancialAccount", () -> xml.leaf("IBANID", payee.getIban()));
                    if (payee.getBic() != null) {
                        xml.group(
                                "PayeeSpecifiedCreditorFinancialInstitution", () -> xml.leaf("BICID", payee.getBic()));
                    }
                });
            }
            var rows = EInvoiceWords.rows(document);
            rows.forEach(row -> taxRow(row, row == rows.iterator().next()));
            period(document.serviceFrom(), document.serviceTo());
            terms();
            totals();
            original();
        });
    }

    /** The tax point is the document's and stands once (CII-SR-461). */
    private void taxRow(Tax row, boolean isFirst) {
        xml.group("ApplicableTradeTax", () -> {
            amount("CalculatedAmount", row.amount());
            xml.leaf("TypeCode", "VAT");
            xml.leaf("ExemptionReason", EInvoiceWords.exemption(row, words));
            amount("BasisAmount", row.base());
            xml.leaf("CategoryCode", row.category());
            xml.leaf("ExemptionReasonCode", EInvoiceWords.exemptionCode(row));
            var taxPoint = document.taxPoint();
            if (taxPoint != null && isFirst) {
                xml.group("TaxPointDate", () -> xml.leaf("udt:DateString", compact(taxPoint), "format", "102"));
            }
            xml.leaf("RateApplicablePercent", EInvoiceWords.percent(row.rate()));
        });
    }

    private void terms() {
        var terms = EInvoiceWords.terms(document, words);
        var due = document.dueDate();
        if (terms != null) {
            xml.group("SpecifiedTradePaymentTerms", () -> {
                xml.leaf("Description", terms);
                if (due != null) {
                    day("DueDateDateTime", due);
                }
            });
        }
    }

    private void totals() {
        xml.group("SpecifiedTradeSettlementHeaderMonetarySummation", () -> {
            amount("LineTotalAmount", document.net());
            amount("TaxBasisTotalAmount", document.net());
            xml.leaf("TaxTotalAmount", document.tax().toPlainString(), "currencyID", document.currency());
            var books = document.taxInBooks();
            if (books != null) {
                xml.leaf("TaxTotalAmount", books.amount().toPlainString(), "currencyID", books.currency());
            }
            if (document.rounding().signum() != 0) {
                amount("RoundingAmount", document.rounding());
            }
            amount("GrandTotalAmount", document.gross());
            amount("DuePayableAmount", document.payable());
        });
    }

    private void original() {
        var original = document.original();
        if (original != null) {
            xml.group("InvoiceReferencedDocument", () -> {
                xml.leaf("IssuerAssignedID", original.number());
                xml.group(
                        "FormattedIssueDateTime",
                        () -> xml.leaf("qdt:DateTimeString", compact(original.issueDate()), "format", "102"));
            });
        }
    }

    private void line(Line line) {
        var printed = PrintedQuantity.of(line);
        xml.group("IncludedSupplyChainTradeLineItem", () -> {
            xml.group("AssociatedDocumentLineDocument", () -> {
                xml.leaf("LineID", Integer.toString(line.lineNo()));
                var note = EInvoiceWords.note(printed, words);
                if (note != null) {
                    xml.group("IncludedNote", () -> xml.leaf("Content", note));
                }
            });
            xml.group("SpecifiedTradeProduct", () -> {
                xml.leaf("Name", Texts.line(line.text()));
                xml.leaf("Description", EInvoiceWords.purpose(line));
            });
            xml.group(
                    "SpecifiedLineTradeAgreement",
                    () -> xml.group("NetPriceProductTradePrice", () -> {
                        amount("ChargeAmount", printed.price());
                        xml.leaf("BasisQuantity", "1", "unitCode", printed.unit());
                    }));
            xml.group(
                    "SpecifiedLineTradeDelivery",
                    () -> xml.leaf(
                            "BilledQuantity", EInvoiceWords.plain(printed.quantity()), "unitCode", printed.unit()));
            xml.group("SpecifiedLineTradeSettlement", () -> {
                var row = document.taxesOf(line).getFirst();
                xml.group("ApplicableTradeTax", () -> {
                    xml.leaf("TypeCode", "VAT");
                    xml.leaf("CategoryCode", row.category());
                    xml.leaf(
                            "RateApplicablePercent",
                            row.category().equals("O") ? null : EInvoiceWords.percent(row.rate()));
                });
                period(line.from(), line.to());
                xml.group("SpecifiedTradeSettlementLineMonetarySummation", () -> amount("LineTotalAmount", line.net()));
            });
        });
    }

    private void period(LocalDate from, LocalDate to) {
        xml.group("BillingSpecifiedPeriod", () -> {
            day("StartDateTime", from);
            day("EndDateTime", to);
        });
    }

    private void day(String name, LocalDate day) {
        xml.group(name, () -> xml.leaf("udt:DateTimeString", compact(day), "format", "102"));
    }

    private void amount(String name, BigDecimal amount) {
        xml.leaf(name, amount.toPlainString());
    }

    /** Format 102 of UNTDID 2379: 20260402. */
    private static String compact(LocalDate day) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(day);
    }
}
