package io.fairlead.gateway.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.billing.einvoice.EInvoiceFinding;
import io.fairlead.billing.event.DocumentParty;
import io.fairlead.billing.event.PayeeAccount;
import io.fairlead.gateway.document.BillDocument.Kind;
import io.fairlead.gateway.document.BillDocument.Line;
import io.fairlead.gateway.document.BillDocument.Tax;
import io.fairlead.gateway.document.BillDocument.Work;
import io.fairlead.party.DocumentLanguage;
import io.fairlead.shared.RuleViolated;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is missing for an electronic invoice is named, with its code, before anything is written. */
class UblRefusalTest {

    private static final Line LINE = Bills.agreed(1, "100.00", "S");
    private static final DocumentParty PARIS = Bills.buyer("Bleu SA", "FR", "FR32123456789", "9957", "FR32123456789");

    @Test
    void a_complete_document_passes() {
        UblReadiness.require(bill(Bills.GMBH, Bills.ACME, LINE));
    }

    @Test
    void a_draft_is_not_sent() {
        refused(
                "UBL_NOT_ISSUED",
                with(bill(Bills.GMBH, Bills.ACME, LINE), null, "ref", "PO", Bills.EUR_ACCOUNT, "EUR"));
    }

    @Test
    void a_draft_is_told_all_that_it_lacks() {
        var unnamed = DocumentParty.newBuilder(PARIS)
                .setTaxId(null)
                .setEndpointId(null)
                .build();
        var lacking = bill(Bills.GMBH, unnamed, Bills.agreed(1, "100.00", "AE"), Bills.agreed(2, "1.00", "O"));
        var draft = with(lacking, null, null, null, null, "EUR");

        assertThat(UblDocument.lacks(draft))
                .extracting(EInvoiceFinding::code)
                .containsExactly(
                        "UBL_CATEGORY_MIXED",
                        "UBL_ENDPOINT_MISSING",
                        "UBL_TAX_ID",
                        "UBL_REFERENCE_MISSING",
                        "UBL_ACCOUNT_MISSING");
        refused("UBL_CATEGORY_MIXED", draft);
        assertThat(UblDocument.lacks(with(bill(Bills.GMBH, PARIS, LINE), null, "ref", null, Bills.EUR_ACCOUNT, "EUR")))
                .isEmpty();
    }

    @Test
    void parties_in_parts_are_needed() {
        var text =
                DocumentParty.newBuilder().setName("Firm, DE1").setCountry("").build();
        refused("UBL_PARTIES_UNKNOWN", bill(text, Bills.ACME, LINE));
    }

    @Test
    void more_than_two_decimals_cannot_be_written() {
        refused("UBL_CURRENCY", with(bill(Bills.GMBH, PARIS, LINE), "1", "ref", "PO", Bills.EUR_ACCOUNT, "KWD"));
    }

    @Test
    void both_sides_have_an_electronic_address() {
        var seller = DocumentParty.newBuilder(Bills.GMBH).setEndpointId(null).build();
        var buyer = DocumentParty.newBuilder(Bills.ACME).setEndpointId(null).build();
        refused("UBL_ENDPOINT_MISSING", bill(seller, Bills.ACME, LINE));
        refused("UBL_ENDPOINT_MISSING", bill(Bills.GMBH, buyer, LINE));
    }

    @Test
    void a_buyer_reference_or_a_purchase_order_is_needed() {
        var paris = bill(Bills.GMBH, PARIS, LINE);
        refused("UBL_REFERENCE_MISSING", with(paris, "1", null, null, Bills.EUR_ACCOUNT, "EUR"));
        UblReadiness.require(with(paris, "1", null, "PO", Bills.EUR_ACCOUNT, "EUR"));
        UblReadiness.require(with(paris, "1", "ref", null, Bills.EUR_ACCOUNT, "EUR"));
    }

    @Test
    void between_germans_the_reference_the_contact_and_the_towns_are_needed() {
        var bill = bill(Bills.GMBH, Bills.ACME, LINE);
        refused("UBL_REFERENCE_MISSING", with(bill, "1", null, "PO", Bills.EUR_ACCOUNT, "EUR"));
        var silent = DocumentParty.newBuilder(Bills.GMBH).setContactName(null).build();
        refused("UBL_CONTACT_MISSING", bill(silent, Bills.ACME, LINE));
        UblReadiness.require(bill(silent, PARIS, LINE));
        var nowhere = DocumentParty.newBuilder(Bills.GMBH).setCity(null).build();
        refused("UBL_ADDRESS_MISSING", bill(nowhere, Bills.ACME, LINE));
    }

    @Test
    void the_seller_tells_an_account_to_pay_to() {
        refused("UBL_ACCOUNT_MISSING", with(bill(Bills.GMBH, PARIS, LINE), "1", "ref", null, null, "EUR"));
    }

    @Test
    void a_dutch_seller_names_its_registration() {
        var dutch = DocumentParty.newBuilder(Bills.GMBH)
                .setCountry("NL")
                .setTaxId("NL123456789B01")
                .build();
        refused("UBL_REGISTRATION_MISSING", bill(dutch, PARIS, LINE));
    }

    @Test
    void tax_identifiers_begin_with_their_country() {
        var american = DocumentParty.newBuilder(Bills.LTD)
                .setCountry("US")
                .setTaxId("94-1234567")
                .build();
        refused("UBL_TAX_ID", bill(american, PARIS, LINE));
        var unnamed = DocumentParty.newBuilder(PARIS).setTaxId("32123456789").build();
        refused("UBL_TAX_ID", bill(Bills.GMBH, unnamed, Bills.agreed(1, "100.00", "AE")));
        UblReadiness.require(bill(Bills.GMBH, unnamed, LINE));
    }

    @Test
    void a_line_with_several_taxes_gets_the_pdf_alone() {
        var gstAndPst = new Line(
                1,
                "Work",
                Bills.WORKED,
                Bills.WORKED,
                null,
                null,
                null,
                new BigDecimal("100.00"),
                List.of("GST", "PST"),
                Bills.WORKED,
                Work.UNNAMED);
        var taxes = List.of(tax("GST", "0.05", "5.00"), tax("PST", "0.07", "7.00"));
        var bill = UblDocumentTest.replaced(bill(Bills.GMBH, Bills.ACME, LINE), taxes, new BigDecimal("12.00"), null);
        var several = withLines(bill, List.of(gstAndPst));
        refused("UBL_SEVERAL_TAXES", several);
        assertThat(PdfDocument.of(several)).isNotEmpty();
    }

    @Test
    void outside_the_scope_of_tax_stands_alone() {
        refused("UBL_CATEGORY_MIXED", bill(Bills.GMBH, PARIS, LINE, Bills.agreed(2, "1.00", "O")));
    }

    @Test
    void only_categories_of_the_list_are_written() {
        refused("UBL_CATEGORY", bill(Bills.GMBH, PARIS, Bills.agreed(1, "1.00", "L")));
    }

    @Test
    void a_standard_rate_is_above_zero() {
        var bill = UblDocumentTest.replaced(
                bill(Bills.GMBH, PARIS, LINE), List.of(tax("S", "0", "0.00")), new BigDecimal("0.00"), null);
        refused("UBL_TAX_RATE", bill);
    }

    @Test
    void figures_agree_to_the_cent_though_the_rules_would_tolerate_more() {
        var bill = bill(Bills.GMBH, PARIS, LINE);
        refused(
                "UBL_TOTALS",
                UblDocumentTest.replaced(bill, List.of(tax("S", "0.19", "19.01")), new BigDecimal("19.01"), null));
        refused("UBL_TOTALS", UblDocumentTest.replaced(bill, bill.taxes(), new BigDecimal("19.01"), null));
        refused("UBL_TOTALS", withLines(bill, List.of(Bills.agreed(1, "100.01", "S"))));
    }

    private static Tax tax(String code, String rate, String amount) {
        return new Tax(code, "S", new BigDecimal(rate), new BigDecimal("100.00"), new BigDecimal(amount), null);
    }

    private static BillDocument bill(DocumentParty seller, DocumentParty buyer, Line... lines) {
        var bill = Bills.of(Kind.INVOICE, Bills.GMBH, buyer, List.of(lines));
        return new BillDocument(
                bill.kind(),
                bill.number(),
                bill.issueDate(),
                bill.taxPoint(),
                bill.dueDate(),
                bill.currency(),
                bill.sellerCode(),
                seller,
                buyer,
                bill.poNumber(),
                bill.buyerReference(),
                bill.contract(),
                bill.payee(),
                null,
                null,
                bill.lines(),
                bill.taxes(),
                bill.net(),
                bill.tax(),
                bill.gross(),
                null,
                BigDecimal.ZERO,
                DocumentLanguage.EN,
                List.of());
    }

    private static BillDocument with(
            BillDocument bill,
            @Nullable String number,
            @Nullable String buyerReference,
            @Nullable String poNumber,
            @Nullable PayeeAccount payee,
            String currency) {
        return new BillDocument(
                bill.kind(),
                number,
                bill.issueDate(),
                bill.taxPoint(),
                bill.dueDate(),
                currency,
                bill.sellerCode(),
                bill.seller(),
                bill.buyer(),
                poNumber,
                buyerReference,
                bill.contract(),
                payee,
                null,
                null,
                bill.lines(),
                bill.taxes(),
                bill.net(),
                bill.tax(),
                bill.gross(),
                null,
                BigDecimal.ZERO,
                DocumentLanguage.EN,
                List.of());
    }

    private static BillDocument withLines(BillDocument bill, List<Line> lines) {
        return new BillDocument(
                bill.kind(),
                bill.number(),
                bill.issueDate(),
                bill.taxPoint(),
                bill.dueDate(),
                bill.currency(),
                bill.sellerCode(),
                bill.seller(),
                bill.buyer(),
                bill.poNumber(),
                bill.buyerReference(),
                bill.contract(),
                bill.payee(),
                null,
                null,
                lines,
                bill.taxes(),
                bill.net(),
                bill.tax(),
                bill.gross(),
                null,
                BigDecimal.ZERO,
                DocumentLanguage.EN,
                List.of());
    }

    private static void refused(String code, BillDocument bill) {
        assertThatThrownBy(() -> UblDocument.of(bill)).isInstanceOfSatisfying(RuleViolated.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.remedy()).isNotBlank();
        });
    }
}
