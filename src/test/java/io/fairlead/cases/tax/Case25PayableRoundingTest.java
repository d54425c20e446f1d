package io.fairlead.cases.tax;

import static io.fairlead.cases.Firm.amount;
import static io.fairlead.cases.Firm.creditOf;
import static io.fairlead.cases.Firm.line;
import static io.fairlead.cases.Firm.of;
import static io.fairlead.cases.Firm.taxes;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.cases.CaseStack;
import io.fairlead.cases.Firm;
import io.fairlead.gateway.document.PeppolRules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Case 25: where cash has no smaller coins, the amount to pay is rounded, and the rounding is told and booked as such. */
@ExtendWith(CaseStack.class)
class Case25PayableRoundingTest {

    @Test
    void swiss_francs_are_paid_in_steps_of_five_centimes(Firm firm) {
        var invoice = billed(firm, "CHF");
        var id = idOf(invoice);

        assertThat(taxes(invoice)).containsExactly("S 8.1 % of 100.02 = 8.10");
        assertThat(figures(invoice.path("invoice"))).containsExactly("100.02", "8.10", "108.12", "-0.02", "108.10");
        assertThat(amount(invoice.path("invoice").path("open"))).isEqualByComparingTo("108.10");
        firm.provedRight(id);

        pay(firm, id, "108.10");
        var paid = firm.get("/v1/invoices/" + id).path("invoice");
        assertThat(paid.path("status").asString()).isEqualTo("paid");
        assertThat(amount(paid.path("open"))).isEqualByComparingTo("0.00");
        firm.provedRight(id);
    }

    @Test
    void the_e_invoice_and_the_paper_tell_the_rounding(Firm firm) throws IOException {
        var id = idOf(billed(firm, "CHF"));

        var ubl = firm.download("/v1/invoices/" + id + "/ubl");
        assertThat(new String(ubl, StandardCharsets.UTF_8))
                .contains("TaxInclusiveAmount currencyID=\"CHF\">108.12<")
                .contains("PayableRoundingAmount currencyID=\"CHF\">-0.02<")
                .contains("PayableAmount currencyID=\"CHF\">108.10<");
        assertThat(PeppolRules.findings(ubl)).isEmpty();
        try (var pdf = Loader.loadPDF(firm.download("/v1/invoices/" + id + "/pdf"))) {
            assertThat(new PDFTextStripper().getText(pdf).lines().map(String::strip))
                    .contains("Total 108.12", "Rounding -0.02", "Total due CHF 108.10");
        }
        assertThat(firm.get("/v1/explanations/" + id).toString()).contains("108.12 is paid as 108.1");
    }

    @Test
    void credits_are_rounded_to_date_and_leave_nothing(Firm firm) {
        var id = idOf(billed(firm, "CHF"));

        var part = firm.credit(id, "2026-04-02", List.of(creditOf(1, 1_200, "WRITE_OFF")));
        assertThat(figures(part.path("creditNote"))).containsExactly("33.34", "2.70", "36.04", "0.01", "36.05");
        assertThat(amount(firm.get("/v1/invoices/" + id).path("invoice").path("open")))
                .isEqualByComparingTo("72.05");
        var rest = firm.credit(id, "2026-04-03", List.of(creditOf(1, null, "WRITE_OFF")));
        assertThat(figures(rest.path("creditNote"))).containsExactly("66.68", "5.40", "72.08", "-0.03", "72.05");

        var invoice = firm.get("/v1/invoices/" + id).path("invoice");
        assertThat(invoice.path("status").asString()).isEqualTo("credited");
        assertThat(amount(invoice.path("open"))).isEqualByComparingTo("0.00");
        assertThat(PeppolRules.findings(firm.download("/v1/credit-notes/"
                        + rest.path("creditNote").path("creditNoteId").asString() + "/ubl")))
                .isEmpty();
        firm.provedRight(id);
    }

    @Test
    void books_in_another_currency_have_the_rounding_too_and_nothing_stays_in_them(Firm firm) {
        var invoice = billed(firm, "EUR");
        var id = idOf(invoice);

        // 100.02, 8.10 and -0.02 at 1.10.
        assertThat(Stream.of("net", "tax", "gross", "rounding")
                        .map(name -> amount(invoice.path("inEntityCurrency").path(name))
                                .setScale(2)
                                .toPlainString()))
                .containsExactly("110.02", "8.91", "118.93", "-0.02");
        pay(firm, id, "108.10");
        assertThat(firm.get("/v1/invoices/" + id).path("invoice").path("status").asString())
                .isEqualTo("paid");
        firm.provedRight(id);
    }

    @Test
    void a_step_that_no_cash_has_is_refused(Firm firm) {
        var _ = firm.opens("CHF", "Europe/Zurich", "0.081");

        assertThat(firm.refusal(
                        "admin",
                        "/v1/contracts",
                        of(
                                "id",
                                firm.id("odd"),
                                "legalEntity",
                                firm.id("firm"),
                                "customer",
                                firm.id("buyer"),
                                "name",
                                "Odd",
                                "currency",
                                "CHF",
                                "signedOn",
                                "2026-01-01",
                                "termFrom",
                                "2026-01-01",
                                "policies",
                                Map.of("payableRounding", "0.03"),
                                "lines",
                                List.of(line(1, "TIME_AND_MATERIALS")))))
                .isEqualTo("G-02");
    }

    /** One hour at CHF 100.02, taxed at 8.1 %, paid in steps of 0.05, by a firm with books in the currency. */
    private static JsonNode billed(Firm firm, String books) {
        firm.opens(books, "Europe/Zurich", "0.081").sendsElectronically();
        if (!books.equals("CHF")) {
            firm.post(
                    "/v1/exchange-rates",
                    of("base", "CHF", "quote", books, "rate", "1.10", "from", "2026-01-01", "source", "case"));
        }
        firm.person("ana", "engineer")
                .rate("standard", "legal-entity:" + firm.id("firm"), "100.02", "CHF", "2025-01-01")
                .contract(
                        "work",
                        "CHF",
                        "Europe/Zurich",
                        Map.of("payableRounding", "0.05"),
                        of("buyerReference", "cost centre 7"),
                        List.of(line(1, "TIME_AND_MATERIALS")));
        firm.approvedTime("ana", "work", "2026-03-10", 3_600);
        return firm.issue(firm.bill("2026-03-31").getFirst().path("invoiceId").asString());
    }

    private static void pay(Firm firm, String invoice, String amount) {
        firm.post(
                "/v1/payments",
                of(
                        "source",
                        "bank",
                        "sourceId",
                        firm.id("money"),
                        "invoice",
                        invoice,
                        "amount",
                        amount,
                        "currency",
                        "CHF",
                        "valueDate",
                        "2026-04-20"));
        firm.settled();
    }

    private static String idOf(JsonNode invoice) {
        return invoice.path("invoice").path("invoiceId").asString();
    }

    private static List<String> figures(JsonNode document) {
        return Stream.of("net", "tax", "gross", "rounding", "payable")
                .map(name -> amount(document.path(name)).setScale(2).toPlainString())
                .toList();
    }
}
