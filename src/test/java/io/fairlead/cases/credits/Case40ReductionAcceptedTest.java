package io.fairlead.cases.credits;

import static io.fairlead.cases.Firm.line;
import static io.fairlead.cases.Firm.of;
import static io.fairlead.cases.credits.CreditSteps.figures;
import static io.fairlead.cases.credits.CreditSteps.open;
import static io.fairlead.cases.credits.CreditSteps.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.cases.CaseStack;
import io.fairlead.cases.Firm;
import io.fairlead.gateway.document.PeppolRules;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Case 40: progress that went back and is accepted is credited on the invoice that billed it, and offset with it. */
@ExtendWith(CaseStack.class)
class Case40ReductionAcceptedTest {

    @Test
    void an_accepted_reduction_is_a_credit_note_that_names_its_invoice(Firm firm) {
        var invoice = billed(firm);
        report(firm, "r2", "2026-02-28", "0.3");
        assertThat(told(item(firm).path("amount"))).isEqualTo("240.00");

        accept(firm);
        var note = notes(firm, invoice).path(0);
        assertThat(notes(firm, invoice)).hasSize(1);
        var id = note.path("creditNoteId").asString();
        firm.as("approver", "/v1/credit-notes/" + id + "/approval", of());
        firm.settled();

        var issued = firm.get("/v1/credit-notes/" + id);
        assertThat(figures(issued)).containsExactly("240.00", "48.00", "288.00");
        var number = firm.get("/v1/invoices/" + invoice)
                .path("invoice")
                .path("number")
                .asString();
        var ubl = firm.download("/v1/credit-notes/" + id + "/ubl");
        assertThat(new String(ubl, StandardCharsets.UTF_8).replaceAll("\\s+", " "))
                .containsPattern("InvoiceDocumentReference> ?<cbc:ID>" + java.util.regex.Pattern.quote(number));
        assertThat(PeppolRules.findings(ubl)).isEmpty();
        assertThat(open(firm, invoice)).isEqualTo("432.00");
        assertThat(item(firm).path("status").asString()).isEqualTo("resolved");
        assertThat(firm.bill("2026-03-31")).as("nothing is left to take off").isEmpty();
        firm.provedRight(invoice, id);
    }

    @Test
    void given_up_the_reduction_lowers_the_next_invoice(Firm firm) {
        var invoice = billed(firm);
        report(firm, "r2", "2026-02-28", "0.3");
        accept(firm);
        var id = notes(firm, invoice).path(0).path("creditNoteId").asString();

        firm.as("biller", "/v1/credit-notes/" + id + "/discard", of("reason", "on the next invoice, please"));
        firm.settled();
        report(firm, "r3", "2026-03-31", "0.9");

        var drafts = firm.bill("2026-03-31");
        assertThat(drafts).singleElement().satisfies(draft -> assertThat(told(draft.path("net")))
                .as("720.00 more, less 240.00")
                .isEqualTo("480.00"));
    }

    @Test
    void of_what_is_not_billed_yet_the_next_invoice_is_lowered(Firm firm) {
        opened(firm);
        report(firm, "r1", "2026-01-31", "0.5");
        report(firm, "r2", "2026-02-28", "0.3");

        accept(firm);

        assertThat(firm.bill("2026-02-28")).singleElement().satisfies(draft -> assertThat(told(draft.path("net")))
                .isEqualTo("360.00"));
    }

    /** A price of 1,200.00, half of it on an issued invoice. */
    private static String billed(Firm firm) {
        opened(firm);
        report(firm, "r1", "2026-01-31", "0.5");
        var invoice = firm.bill("2026-01-31").getFirst().path("invoiceId").asString();
        assertThat(figures(firm.issue(invoice))).containsExactly("600.00", "120.00", "720.00");
        return invoice;
    }

    private static void opened(Firm firm) {
        var _ = firm.opens("EUR", "Europe/Berlin", "0.20");
        firm.sendsElectronically();
        firm.contract(
                "work",
                "EUR",
                "Europe/Berlin",
                null,
                of("buyerReference", "cost centre 7"),
                List.of(line(1, "PERCENT_COMPLETE", "amount", "1200.00")));
        firm.post(
                "/v1/projects/" + firm.id("work") + "/progress-items",
                of("id", "all", "name", "all of it", "price", "1200.00"));
    }

    private static void report(Firm firm, String id, String day, String complete) {
        firm.post(
                "/v1/projects/" + firm.id("work") + "/progress-reports",
                of(
                        "id",
                        id,
                        "reportedOn",
                        day,
                        "evidence",
                        "minutes",
                        "items",
                        List.of(of("item", "all", "complete", complete))));
        firm.settled();
    }

    private static void accept(Firm firm) {
        firm.as("lead", "/v1/projects/" + firm.id("work") + "/progress-reports/r2/reduction", of());
        firm.settled();
    }

    private static JsonNode notes(Firm firm, String invoice) {
        return firm.get("/v1/credit-notes?invoice=" + invoice).path("items");
    }

    private static JsonNode item(Firm firm) {
        return firm.get("/v1/exceptions?code=PROGRESS_WENT_BACK&limit=1000")
                .path("items")
                .valueStream()
                .filter(each -> each.path("sentence").asString().contains(firm.id("work")))
                .findFirst()
                .orElseThrow();
    }
}
