package io.fairlead.cases.contract;

import static io.fairlead.cases.FirmApi.of;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.cases.CaseStack;
import io.fairlead.cases.Firm;
import java.util.ArrayList;
import java.util.List;
import openapi.client.ApiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * The main job by a client that the build generates from {@code openapi.json}: master data, deal, time, bill, issue,
 * pay, credit. Its figures are those of the same story by our own client.
 */
@ExtendWith(CaseStack.class)
class GeneratedClientTest {

    private final List<String> figures = new ArrayList<>();

    @Test
    void a_generated_client_plays_the_main_job_to_the_same_figures(Firm firm, CaseStack.Stack stack)
            throws ApiException {
        var generated = new GeneratedFirm(stack.base(), firm.id("g")).play();

        play(firm);

        assertThat(generated).isEqualTo(figures);
        assertThat(figures)
                .as("3 times 5,719 s at 133.33, 19 %% tax, 500 paid, all credited")
                .contains("211.81", "635.43", "120.73", "756.16", "256.16");
    }

    private void play(Firm firm) {
        firm.opens("EUR", "Europe/Berlin", "0.19")
                .person("ana", "engineer")
                .rate("standard", "legal-entity:" + firm.id("firm"), "133.33", "EUR", "2026-01-01")
                .cost("ana", "61.25", "EUR");
        firm.settled();
        tell(first(firm, "/v1/tax-rates?legalEntity=" + firm.id("firm")), "rate");
        tell(first(firm, "/v1/people/" + firm.id("ana") + "/cost-rates"), "rate");
        tell(first(firm, "/v1/rate-cards/" + firm.id("standard") + "/rates"), "rate");
        var project = deal(firm);
        for (int day = 2; day <= 4; day++) {
            firm.approve(firm.recordedTime(
                    of("person", firm.id("ana"), "project", project, "workDate", "2026-03-0" + day, "seconds", 5_719)));
        }
        var invoice = billed(firm);
        firm.as(
                "teller",
                "/v1/payments",
                of(
                        "source",
                        "bank",
                        "sourceId",
                        firm.id("1"),
                        "invoice",
                        invoice,
                        "amount",
                        "500.00",
                        "currency",
                        "EUR",
                        "valueDate",
                        "2026-04-15"));
        firm.settled();
        tell(firm.get("/v1/invoices/" + invoice).path("invoice"), "open");
        credited(firm, invoice);
        var of = "by=entity&entity=" + firm.id("firm");
        firm.get("/v1/receivables?customer=" + firm.id("buyer"))
                .path("items")
                .forEach(item -> tell(item, "gross", "open"));
        firm.get("/v1/owed-credits?legalEntity=" + firm.id("firm"))
                .path("items")
                .forEach(owed -> tell(owed, "amount", "leftAmount"));
        firm.get("/v1/views/unbilled?" + of).path("items").forEach(row -> tell(row, "unbilled", "drafted"));
        firm.get("/v1/views/margin?" + of)
                .path("items")
                .forEach(row -> tell(row, "revenue", "cost", "margin", "ratio"));
    }

    private String deal(Firm firm) {
        firm.as(
                "sales",
                "/v1/opportunities",
                of(
                        "id",
                        firm.id("deal"),
                        "source",
                        "crm",
                        "sourceId",
                        firm.id("deal"),
                        "name",
                        "Relaunch",
                        "account",
                        firm.id("buyer"),
                        "legalEntity",
                        firm.id("firm"),
                        "billingMethod",
                        "TIME_AND_MATERIALS",
                        "currency",
                        "EUR",
                        "closeDate",
                        "2026-01-01",
                        "amount",
                        "20000.00",
                        "lines",
                        List.of(of("description", "Work", "amount", "20000.00"))));
        firm.settled();
        var deal = firm.get("/v1/deals/" + firm.id("deal"));
        tell(deal, "status");
        return first(firm, "/v1/projects?contract=" + deal.path("contractId").asString())
                .path("projectId")
                .asString();
    }

    private String billed(Firm firm) {
        var run = firm.bill("2026-03-31").getFirst().path("billingRunId").asString();
        var draft = first(firm, "/v1/invoices?draftTax=true&billingRun=" + run);
        tell(draft, "status", "net", "tax", "gross");
        var issued = firm.issue(draft.path("invoiceId").asString());
        tell(issued.path("invoice"), "status", "tax", "gross");
        issued.path("lines").forEach(line -> tell(line, "net"));
        issued.path("taxes").forEach(tax -> tell(tax, "rate", "base", "tax"));
        return draft.path("invoiceId").asString();
    }

    private void credited(Firm firm, String invoice) {
        firm.as(
                "biller",
                "/v1/invoices/" + invoice + "/credits",
                of("id", firm.id("credit"), "rest", "REOPEN", "issueDate", "2026-03-31", "reason", "goodwill"));
        firm.settled();
        firm.as("approver", "/v1/credit-notes/" + firm.id("credit") + "/approval", of());
        firm.settled();
        tell(firm.get("/v1/credit-notes/" + firm.id("credit")).path("creditNote"), "status", "net", "tax", "gross");
    }

    private static JsonNode first(Firm firm, String path) {
        return firm.get(path).path("items").path(0);
    }

    private void tell(JsonNode row, String... fields) {
        for (var field : fields) {
            figures.add(row.path(field).asString("none"));
        }
    }
}
