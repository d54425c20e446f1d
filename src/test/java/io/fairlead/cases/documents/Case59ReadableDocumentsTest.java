package io.fairlead.cases.documents;

import static io.fairlead.cases.Firm.creditOf;
import static io.fairlead.cases.Firm.line;
import static io.fairlead.cases.Firm.of;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Case 59: a buyer reads who worked on what, in hours, and never an id of ours; a document reads the same for ever. */
@ExtendWith(CaseStack.class)
class Case59ReadableDocumentsTest {

    @Test
    void people_projects_and_tasks_stand_by_name_on_invoice_and_credit_note(Firm firm) throws IOException {
        var invoice = billed(firm);
        var id = idOf(invoice);

        var pdf = text(firm, "/v1/invoices/" + id + "/pdf");
        assertThat(pdf)
                .contains("1 Ana Ruiz: Kick-off 1:35:19 h 178.00 / h S 282.77")
                .contains("2026-03-10 \u00b7 Project work \u00b7 Layout")
                .contains("2 Ana Ruiz: Project work 1:00 h 178.00 / h S 178.00")
                .contains("IBAN DE02 1203 0000 0000 2020 51");
        assertNoIds(pdf);
        var ubl = firm.download("/v1/invoices/" + id + "/ubl");
        assertThat(PeppolRules.findings(ubl)).isEmpty();
        var xml = new String(ubl, StandardCharsets.UTF_8);
        assertThat(xml)
                .contains("<cbc:Name>Ana Ruiz: Kick-off</cbc:Name>")
                .contains("<cbc:Description>Project work \u00b7 Layout</cbc:Description>")
                .contains("unitCode=\"HUR\">1.5886</cbc:InvoicedQuantity>");
        assertNoIds(xml);
        assertThat(firm.get("/v1/invoices/" + id)
                        .path("lines")
                        .path(0)
                        .path("description")
                        .asString())
                .isEqualTo("Ana Ruiz: Kick-off");

        var note = firm.credit(id, "2026-04-02", List.of(creditOf(2, null, "WRITE_OFF")))
                .path("creditNote")
                .path("creditNoteId")
                .asString();
        var credit = text(firm, "/v1/credit-notes/" + note + "/pdf");
        assertThat(credit).contains("1 Ana Ruiz: Project work 1:00 h 178.00 / h S 178.00");
        assertNoIds(credit);
        assertThat(PeppolRules.findings(firm.download("/v1/credit-notes/" + note + "/ubl")))
                .isEmpty();
        firm.provedRight(id, note);
    }

    @Test
    void a_removed_line_leaves_no_gap_in_the_numbers(Firm firm) throws IOException {
        opened(firm);
        var draft = firm.bill("2026-03-31").getFirst().path("invoiceId").asString();
        firm.as("approver", "/v1/invoices/" + draft + "/lines/1/removal", of("reason", "not agreed"));
        firm.issue(draft);

        assertThat(text(firm, "/v1/invoices/" + draft + "/pdf"))
                .contains("1 Ana Ruiz: Project work 1:00 h 178.00 / h S 178.00");
        firm.provedRight(draft);
    }

    @Test
    void a_buyer_reads_its_own_language_and_what_was_issued_stays(Firm firm) throws IOException {
        opened(firm);
        language(firm, "de");
        var id = idOf(
                firm.issue(firm.bill("2026-03-31").getFirst().path("invoiceId").asString()));
        var german = firm.download("/v1/invoices/" + id + "/pdf");
        assertThat(text(firm, "/v1/invoices/" + id + "/pdf"))
                .contains("Rechnung")
                .contains("1 Ana Ruiz: Kick-off 1:35:19 Std. 178,00 / Std. S 282,77");

        language(firm, "fr");
        assertThat(firm.download("/v1/invoices/" + id + "/pdf")).isEqualTo(german);
        firm.approvedTime("ana", "work", "2026-04-10", 3_600);
        var next = idOf(
                firm.issue(firm.bill("2026-04-30").getFirst().path("invoiceId").asString()));
        assertThat(text(firm, "/v1/invoices/" + next + "/pdf")).contains("Facture", "1:00 h 178,00 / h S 178,00");
        assertThat(PeppolRules.findings(firm.download("/v1/invoices/" + next + "/ubl")))
                .isEmpty();
        firm.provedRight(id, next);
    }

    @Test
    void time_is_together_as_the_contract_says_with_a_timesheet_behind(Firm firm) throws IOException {
        opened(firm, Map.of("invoiceLines", "PERSON"));
        firm.approvedTime("ana", "work", "2026-03-12", 1_800);
        var id = idOf(
                firm.issue(firm.bill("2026-03-31").getFirst().path("invoiceId").asString()));

        var pdf = text(firm, "/v1/invoices/" + id + "/pdf");
        assertThat(pdf)
                .contains("1 Ana Ruiz: Project work 3:05:19 h 178.00 / h S 549.77")
                .contains("2026-03-10 to 2026-03-12")
                .contains("Timesheet")
                .contains("2026-03-10 Ana Ruiz: Kick-off 1:35:19 h 282.77")
                .contains("2026-03-12 Ana Ruiz: Project work 0:30 h 89.00")
                .contains("Total 3:05:19 h 549.77")
                .doesNotContain(" 2 Ana Ruiz");
        var ubl = firm.download("/v1/invoices/" + id + "/ubl");
        assertThat(PeppolRules.findings(ubl)).isEmpty();
        assertThat(new String(ubl, StandardCharsets.UTF_8)).containsOnlyOnce("<cac:InvoiceLine>");
        firm.provedRight(id);
    }

    @Test
    void what_no_typeface_draws_is_told_while_it_is_a_draft(Firm firm) {
        opened(firm);
        noted(firm, "2026-03-12", "\u07ca");
        var draft = firm.bill("2026-03-31").getFirst().path("invoiceId").asString();
        assertThat(firm.get("/v1/invoices/" + draft).path("lackingSigns"))
                .extracting(JsonNode::asString)
                .containsExactly("U+07CA NKO LETTER A");
        firm.issue(draft);
        assertThat(firm.get("/v1/invoices/" + draft).path("lackingSigns")).isEmpty();
        firm.provedRight(draft);
    }

    @Test
    void a_buyer_is_registered_with_its_language(Firm firm) {
        var id = firm.id("berlin");
        var address = Map.of("street", "Weg 1", "city", "Berlin", "postalCode", "10115");
        firm.post(
                "/v1/customers",
                of(
                        "id",
                        id,
                        "name",
                        "Berlin AG",
                        "country",
                        "DE",
                        "currency",
                        "EUR",
                        "address",
                        address,
                        "language",
                        "de"));
        firm.settled();
        assertThat(firm.get("/v1/customers/" + id).path("language").asString()).isEqualTo("de");
    }

    private static void language(Firm firm, String language) {
        firm.post("/v1/customers/" + firm.id("buyer") + "/changes", of("from", "2026-01-01", "language", language));
        firm.settled();
    }

    private static JsonNode billed(Firm firm) {
        opened(firm);
        return firm.issue(firm.bill("2026-03-31").getFirst().path("invoiceId").asString());
    }

    /** Ana notes an hour and a half on a task, and an hour without a word. */
    private static void opened(Firm firm) {
        opened(firm, Map.of());
    }

    private static void opened(Firm firm, Map<String, Object> policies) {
        firm.opens("EUR", "Europe/Berlin", "0.19").sendsElectronically();
        firm.post(
                "/v1/people",
                of(
                        "id",
                        firm.id("ana"),
                        "legalEntity",
                        firm.id("firm"),
                        "name",
                        "Ana Ruiz",
                        "role",
                        "engineer",
                        "employment",
                        "EMPLOYEE",
                        "startDate",
                        "2024-01-01"));
        firm.rate("standard", "legal-entity:" + firm.id("firm"), "178.00", "EUR", "2025-01-01")
                .contract(
                        "work",
                        "EUR",
                        "Europe/Berlin",
                        policies,
                        of("buyerReference", "cost centre 7"),
                        List.of(line(1, "TIME_AND_MATERIALS")));
        firm.post(
                "/v1/projects/" + firm.id("work") + "/tasks",
                of("id", "layout", "name", "Layout", "lineNo", 1, "timeClass", "BILLABLE"));
        firm.settled();
        noted(firm, "2026-03-10", "Kick-off");
        firm.approvedTime("ana", "work", "2026-03-11", 3_600);
    }

    private static void noted(Firm firm, String day, String note) {
        firm.approve(firm.recordedTime(of(
                "person",
                firm.id("ana"),
                "project",
                firm.id("work"),
                "task",
                "layout",
                "workDate",
                day,
                "seconds",
                5_719,
                "note",
                note)));
    }

    private static void assertNoIds(String text) {
        assertThat(text).doesNotContain("person:", "project:", "time-entry:", "customer:", "legal-entity:", "task:");
    }

    private static String idOf(JsonNode invoice) {
        return invoice.path("invoice").path("invoiceId").asString();
    }

    private static String text(Firm firm, String path) throws IOException {
        try (var pdf = Loader.loadPDF(firm.download(path))) {
            var stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(pdf).replaceAll("[\\s\u00a0]+", " ");
        }
    }
}
