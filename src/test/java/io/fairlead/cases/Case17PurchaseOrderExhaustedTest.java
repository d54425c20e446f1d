package io.fairlead.cases;

import static io.fairlead.cases.Firm.amount;
import static io.fairlead.cases.Firm.line;
import static io.fairlead.cases.Firm.of;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Case 17: PO-A has 250 left and PO-B 5,000; work of 100 and 200 makes one invoice per order. */
@ExtendWith(CaseStack.class)
class Case17PurchaseOrderExhaustedTest {

    @Test
    void two_orders_make_two_invoices(Firm firm) {
        work(firm);
        order(firm, "PO-A", "250.00");
        order(firm, "PO-B", "5000.00");
        var first = firm.approvedTime("ana", "work", "2026-03-02", 3_600);
        var second = firm.approvedTime("ana", "work", "2026-03-03", 7_200);

        var drafts = firm.bill("2026-03-31");

        assertThat(drafts).hasSize(2);
        var a = issued(firm, drafts, "PO-A");
        assertThat(totals(a)).containsExactly("250.00", "50.00");
        assertThat(lines(a)).containsExactly(first + " 100.00", second + " 150.00");
        var b = issued(firm, drafts, "PO-B");
        assertThat(totals(b)).containsExactly("50.00", "10.00");
        assertThat(lines(b)).containsExactly(second + " 50.00");
        var limits = firm.get("/v1/contracts/" + firm.id("work") + "/funding").path("items");
        assertThat(amount(limits.path(0).path("available"))).isEqualByComparingTo("0.00");
        assertThat(amount(limits.path(1).path("available"))).isEqualByComparingTo("4950.00");
        assertThat(firm.bill("2026-03-31")).isEmpty();
    }

    @Test
    void without_another_order_what_is_left_waits(Firm firm) {
        work(firm);
        order(firm, "PO-A", "250.00");
        firm.approvedTime("ana", "work", "2026-03-02", 3_600);
        var second = firm.approvedTime("ana", "work", "2026-03-03", 7_200);

        var drafts = firm.bill("2026-03-31");

        assertThat(drafts).hasSize(1);
        assertThat(amount(drafts.getFirst().path("net"))).isEqualByComparingTo("250.00");
        var over = firm.get("/v1/contracts/" + firm.id("work") + "/over-limit").path("items");
        assertThat(over.path(0).path("sourceId").asString()).isEqualTo("time-entry:" + second);
        assertThat(amount(over.path(0).path("overLimit"))).isEqualByComparingTo("50.00");
        assertThat(firm.get("/v1/exceptions?code=PO_EXHAUSTED&limit=500")
                        .path("items")
                        .valueStream()
                        .map(item -> item.path("subjectId").asString())
                        .filter(subject -> subject.startsWith("contract:" + firm.id("work"))))
                .hasSize(1);
    }

    private static void work(Firm firm) {
        firm.opens("EUR", "Europe/Berlin", "0.20")
                .person("ana", "engineer")
                .rate("standard", "legal-entity:" + firm.id("firm"), "100.00", "EUR", "2025-01-01")
                .contract("work", "EUR", "Europe/Berlin", null, List.of(line(1, "TIME_AND_MATERIALS")));
    }

    private static void order(Firm firm, String number, String amount) {
        firm.post(
                "/v1/contracts/" + firm.id("work") + "/purchase-order",
                of("poNumber", number, "receivedOn", "2026-01-05", "amount", amount));
        firm.settled();
    }

    private static JsonNode issued(Firm firm, List<JsonNode> drafts, String order) {
        var draft = drafts.stream()
                .filter(found -> found.path("poNumber").asString().equals(order))
                .findAny()
                .orElseThrow();
        return firm.issue(draft.path("invoiceId").asString());
    }

    private static List<String> totals(JsonNode invoice) {
        return List.of(
                invoice.path("invoice").path("net").asString(),
                invoice.path("invoice").path("tax").asString());
    }

    private static List<String> lines(JsonNode invoice) {
        return invoice.path("lines")
                .valueStream()
                .map(row -> row.path("sourceId").asString().substring("time-entry:".length()) + " "
                        + row.path("net").asString())
                .toList();
    }
}
