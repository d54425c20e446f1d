package io.fairlead.cases.tax;

import static io.fairlead.cases.Firm.amount;
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
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Case 24: what an e-invoice would be refused for is told on the draft, while it can still be supplied. */
@ExtendWith(CaseStack.class)
class Case24FoundBeforeTest {

    private static final String CODE = "E_INVOICE_NOT_READY";

    @Test
    void reverse_charge_without_the_buyers_identifier_is_a_work_item_that_closes_when_it_is_told(Firm firm)
            throws IOException {
        reversed(firm, null);
        var draft = billed(firm);

        assertThat(items(firm, draft, "open")).singleElement().satisfies(item -> assertThat(
                        item.path("sentence").asString())
                .contains("UBL_TAX_ID", "reverse charge (AE) needs the buyer's VAT identifier"));
        assertThat(ublRefusal(firm, draft)).contains("UBL_TAX_ID", "reverse charge (AE)");
        assertThat(pdf(firm, draft)).contains("No e-invoice: UBL_TAX_ID: reverse charge (AE)");

        profile(firm, "DE987654321");
        assertThat(items(firm, draft, "open")).isEmpty();
        assertThat(items(firm, draft, "resolved")).hasSize(1);
        assertThat(ublRefusal(firm, draft)).contains("UBL_NOT_ISSUED");
        assertThat(pdf(firm, draft)).doesNotContain("No e-invoice");
        var invoice = firm.issue(draft);
        assertThat(taxes(invoice)).containsExactly("AE 0 % of 100.00 = 0.00");
        assertThat(PeppolRules.findings(firm.download("/v1/invoices/" + draft + "/ubl")))
                .isEmpty();
        firm.provedRight(draft);
    }

    @Test
    void where_it_is_wanted_the_approver_is_warned_and_may_go_on(Firm firm) {
        reversed(firm, null);
        var draft = billed(firm);

        var invoice = firm.issue(draft);

        assertThat(amount(invoice.path("invoice").path("gross"))).isEqualByComparingTo("100.00");
        assertThat(items(firm, draft, "open"))
                .as("what is issued never changes")
                .isEmpty();
        assertThat(ublRefusal(firm, draft)).contains("UBL_TAX_ID");
    }

    @Test
    void where_it_is_required_the_draft_is_not_approved_until_it_is_cured(Firm firm) {
        reversed(firm, "REQUIRED");
        var draft = billed(firm);

        assertThat(items(firm, draft, "open")).hasSize(1);
        assertThat(firm.refusal("approver", "/v1/invoices/" + draft + "/approval", of()))
                .isEqualTo("X-08");
        profile(firm, "DE987654321");
        firm.issue(draft);
        assertThat(PeppolRules.findings(firm.download("/v1/invoices/" + draft + "/ubl")))
                .isEmpty();
        firm.provedRight(draft);
    }

    @Test
    void where_none_is_sent_nobody_hears_of_it(Firm firm) throws IOException {
        reversed(firm, "NONE");
        var draft = billed(firm);

        assertThat(items(firm, draft, null)).isEmpty();
        assertThat(pdf(firm, draft)).doesNotContain("No e-invoice");
        firm.issue(draft);
    }

    @Test
    void a_disbursement_beside_taxed_work_is_one_document_with_a_warning(Firm firm) {
        disbursed(firm, null);
        var drafts = firm.bill("2026-03-31");

        assertThat(drafts).hasSize(1);
        var id = idOf(drafts.getFirst());
        assertThat(items(firm, id, "open"))
                .singleElement()
                .satisfies(item -> assertThat(item.path("sentence").asString()).contains("UBL_CATEGORY_MIXED"));
        var invoice = firm.issue(id);
        assertThat(taxes(invoice)).containsExactly("O 0 % of 40.00 = 0.00", "S 20 % of 100.00 = 20.00");
        firm.provedRight(id);
    }

    @Test
    void where_each_must_go_out_electronically_a_disbursement_is_a_document_of_its_own(Firm firm) {
        disbursed(firm, "REQUIRED");
        var drafts = firm.bill("2026-03-31").stream()
                .map(draft -> firm.issue(idOf(draft)))
                .sorted((one, other) -> amount(other.path("invoice").path("net"))
                        .compareTo(amount(one.path("invoice").path("net"))))
                .toList();

        assertThat(drafts).hasSize(2);
        assertThat(taxes(drafts.getFirst())).containsExactly("S 20 % of 100.00 = 20.00");
        assertThat(taxes(drafts.getLast())).containsExactly("O 0 % of 40.00 = 0.00");
        for (var invoice : drafts) {
            var ubl = firm.download("/v1/invoices/" + idOf(invoice.path("invoice")) + "/ubl");
            assertThat(PeppolRules.findings(ubl)).isEmpty();
            boolean outside = invoice == drafts.getLast();
            assertThat(new String(ubl, StandardCharsets.UTF_8).contains("<cac:PartyTaxScheme>"))
                    .as("VAT identifiers (BR-O-02)")
                    .isEqualTo(!outside);
            firm.provedRight(idOf(invoice.path("invoice")));
        }
        assertThat(firm.bill("2026-03-31")).isEmpty();
    }

    /** An hour at 100.00 for a buyer in reverse charge who told no VAT identifier. */
    private static void reversed(Firm firm, @Nullable String policy) {
        firm.opens("EUR", "Europe/Berlin", "0.20").sendsElectronically();
        firm.taxRate("AE", "0", "2021-01-01", null);
        profile(firm, null);
        contract(firm, policy);
        firm.approvedTime("ana", "work", "2026-03-10", 3_600);
    }

    /** An hour at 100.00 and 40.00 paid on behalf of the buyer. */
    private static void disbursed(Firm firm, @Nullable String policy) {
        firm.opens("EUR", "Europe/Berlin", "0.20").sendsElectronically();
        firm.taxRate("O", "0", "2021-01-01", null);
        contract(firm, policy);
        firm.approvedTime("ana", "work", "2026-03-10", 3_600);
        var expense = firm.id("fee");
        firm.as(
                "recorder",
                "/v1/expenses",
                of(
                        "id",
                        expense,
                        "person",
                        firm.id("ana"),
                        "project",
                        firm.id("work"),
                        "category",
                        "FEES",
                        "spentOn",
                        "2026-03-11",
                        "amount",
                        "40.00",
                        "currency",
                        "EUR",
                        "disbursement",
                        true));
        firm.as("recorder", "/v1/expenses/" + expense + "/submission", of());
        firm.as("approver", "/v1/expenses/" + expense + "/approval", of());
    }

    private static void profile(Firm firm, @Nullable String taxId) {
        var told = of("taxCategory", "AE");
        told.put("taxId", taxId); // A profile says it, also that there is none.
        firm.post("/v1/customers/" + firm.id("buyer") + "/tax-profile", told);
        firm.settled();
    }

    private static void contract(Firm firm, @Nullable String policy) {
        firm.person("ana", "engineer")
                .rate("standard", "legal-entity:" + firm.id("firm"), "100.00", "EUR", "2025-01-01")
                .contract(
                        "work",
                        "EUR",
                        "Europe/Berlin",
                        policy == null ? null : Map.of("eInvoice", policy),
                        of("buyerReference", "cost centre 7"),
                        List.of(of("lineNo", 1, "description", "Work", "method", "TIME_AND_MATERIALS")));
    }

    private static String billed(Firm firm) {
        return idOf(firm.bill("2026-03-31").getFirst());
    }

    private static List<JsonNode> items(Firm firm, String draft, @Nullable String status) {
        return firm.get("/v1/exceptions?code=" + CODE + "&subject=" + draft
                        + (status == null ? "" : "&status=" + status))
                .path("items")
                .valueStream()
                .toList();
    }

    private static String ublRefusal(Firm firm, String invoice) {
        return firm.refusedDownload("/v1/invoices/" + invoice + "/ubl");
    }

    private static String pdf(Firm firm, String invoice) throws IOException {
        try (var pdf = Loader.loadPDF(firm.download("/v1/invoices/" + invoice + "/pdf"))) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
        }
    }

    private static String idOf(JsonNode invoice) {
        return invoice.path("invoiceId").asString();
    }
}
