package io.fairlead.cases.documents;

import static io.fairlead.cases.Firm.line;
import static io.fairlead.cases.FirmApi.of;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.cases.CaseStack;
import io.fairlead.cases.Firm;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A draft shows its tax and gross before anybody approves it, each amount with the digits of its currency. */
@ExtendWith(CaseStack.class)
class DraftFiguresTest {

    private static final int HOUR = 3_600;

    @ParameterizedTest
    @CsvSource({
        "JPY, 10005, 0.10, 10005, 1001, 11006",
        "KWD, 10.005, 0.05, 10.005, 0.500, 10.505",
        "EUR, 100.00, 0.19, 100.00, 19.00, 119.00"
    })
    void a_draft_shows_what_is_issued_then(
            String currency, String price, String rate, String net, String tax, String gross, Firm firm) {
        firm.opens(currency, "Europe/Berlin", rate)
                .person("ana", "engineer")
                .rate("standard", "legal-entity:" + firm.id("firm"), price, currency, "2025-01-01")
                .contract("work", currency, "Europe/Berlin", null, List.of(line(1, "TIME_AND_MATERIALS")));
        firm.approvedTime("ana", "work", "2026-03-10", HOUR);
        var plain = firm.bill("2026-03-31").getFirst();
        assertThat(plain.has("gross")).as("nobody asked for it").isFalse();
        var id = plain.path("invoiceId").asString();
        var run = plain.path("billingRunId").asString();

        var listed = firm.get("/v1/invoices?draftTax=true&billingRun=" + run)
                .path("items")
                .path(0);
        var draft = firm.get("/v1/invoices/" + id);
        assertThat(figures(listed)).containsExactly(net, tax, gross, gross);
        assertThat(figures(draft.path("invoice"))).containsExactly(net, tax, gross, gross);
        assertThat(draft.path("lines").path(0).path("net").asString()).isEqualTo(net);
        assertThat(draft.path("taxes").path(0).path("tax").asString()).isEqualTo(tax);
        assertThat(draft.path("taxes").path(0).path("rate").asString()).isEqualTo(rate);

        var issued = firm.issue(id);
        assertThat(figures(issued.path("invoice"))).containsExactly(net, tax, gross, gross);
        assertThat(issued.path("taxes")).isEqualTo(draft.path("taxes"));
        assertThat(issued.path("treatment")).isEqualTo(draft.path("treatment"));
        var credit = firm.as(
                        "clerk",
                        "/v1/invoices/" + id + "/credits",
                        of("rest", "WRITE_OFF", "issueDate", "2026-03-31", "reason", "goodwill"))
                .path("id")
                .asString();
        firm.settled();
        var note = firm.get("/v1/credit-notes/" + credit).path("creditNote");
        assertThat(note.path("status").asString()).isEqualTo("drafted");
        assertThat(figures(note)).containsExactly(net, tax, gross, gross);
    }

    @Test
    void a_draft_whose_tax_cannot_be_told_says_why_as_its_approval_does(Firm firm) {
        firm.opens("EUR", "Europe/Berlin", "0.19", "2026-01-01")
                .person("ana", "engineer")
                .rate("standard", "legal-entity:" + firm.id("firm"), "100.00", "EUR", "2025-01-01")
                .contract("work", "EUR", "Europe/Berlin", null, List.of(line(1, "TIME_AND_MATERIALS")));
        firm.approvedTime("ana", "work", "2026-03-10", HOUR);
        var id = firm.bill("2026-03-31").getFirst().path("invoiceId").asString();

        var draft = firm.get("/v1/invoices/" + id).path("invoice");
        assertThat(draft.has("gross")).isFalse();
        var refused = firm.refused("lead", "/v1/invoices/" + id + "/approval", of());
        assertThat(draft.path("taxRefused").path("code").asString()).isEqualTo(refused.get("code"));
        assertThat(draft.path("taxRefused").path("remedy").asString()).isNotBlank();

        firm.taxRate("S", "0.19", "2026-01-01", null);
        firm.settled();
        assertThat(figures(firm.get("/v1/invoices/" + id).path("invoice")))
                .containsExactly("100.00", "19.00", "119.00", "119.00");
    }

    private static List<String> figures(JsonNode invoice) {
        return List.of("net", "tax", "gross", "payable").stream()
                .map(field -> invoice.path(field).asString("none"))
                .toList();
    }
}
