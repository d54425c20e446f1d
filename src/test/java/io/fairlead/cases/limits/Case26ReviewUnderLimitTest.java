package io.fairlead.cases.limits;

import static io.fairlead.cases.Firm.amount;
import static io.fairlead.cases.Firm.line;
import static io.fairlead.cases.Firm.of;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.cases.CaseStack;
import io.fairlead.cases.Firm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Case 26: review breaks no limit, be it of a line or of a purchase order. */
@ExtendWith(CaseStack.class)
class Case26ReviewUnderLimitTest {

    @Test
    void a_line_is_written_up_to_what_is_left_of_its_limit(Firm firm) {
        contract(firm, line(1, "NOT_TO_EXCEED", "limit", "300.00"));

        writtenUp(firm, "line-1");
    }

    @Test
    void the_same_holds_for_an_order(Firm firm) {
        contract(firm, line(1, "TIME_AND_MATERIALS"));
        firm.post(
                "/v1/contracts/" + firm.id("work") + "/purchase-order",
                of("poNumber", "PO-A", "receivedOn", "2026-01-05", "amount", "300.00"));
        firm.settled();

        writtenUp(firm, "po-PO-A");
    }

    @Test
    void what_another_draft_took_meanwhile_is_not_left(Firm firm) {
        contract(firm, line(1, "NOT_TO_EXCEED", "limit", "300.00"));
        firm.approvedTime("ana", "work", "2026-03-02", 7_200);
        var first = idOf(firm.bill("2026-03-31").getFirst());
        firm.approvedTime("ana", "work", "2026-03-03", 2_880);
        var _ = firm.bill("2026-03-31");

        assertThat(adjustment(firm, first, "220.01"))
                .containsEntry("code", "F-04")
                .containsEntry("detail", "20.00 are left of the limit line-1, 20.01 are wanted");
        var _ = firm.as("reviewer", "/v1/invoices/" + first + "/lines/1/adjustment", to("220.00"));
        firm.provedRight(idOfIssued(firm.issue(first)));
    }

    @Test
    void a_draft_that_is_given_up_gives_the_write_up_back(Firm firm) {
        contract(firm, line(1, "NOT_TO_EXCEED", "limit", "300.00"));
        firm.approvedTime("ana", "work", "2026-03-02", 7_200);
        var draft = idOf(firm.bill("2026-03-31").getFirst());
        var _ = firm.as("reviewer", "/v1/invoices/" + draft + "/lines/1/adjustment", to("300.00"));
        firm.settled();
        assertThat(limit(firm)).containsExactly("0.00", "300.00", "0.00", "0.00");

        var _ = firm.as("reviewer", "/v1/invoices/" + draft + "/discard", of("reason", "case"));
        firm.settled();

        assertThat(limit(firm)).containsExactly("0.00", "0.00", "200.00", "100.00");
    }

    /** A contract with two hours at 100.00 to come. */
    private static void contract(Firm firm, Map<String, Object> line) {
        firm.opens("EUR", "Europe/Berlin", "0.20")
                .person("ana", "engineer")
                .rate("standard", "legal-entity:" + firm.id("firm"), "100.00", "EUR", "2025-01-01")
                .contract("work", "EUR", "Europe/Berlin", null, List.of(line));
    }

    private static void writtenUp(Firm firm, String limitId) {
        firm.approvedTime("ana", "work", "2026-03-02", 7_200);
        var draft = idOf(firm.bill("2026-03-31").getFirst());

        assertThat(adjustment(firm, draft, "350.00"))
                .containsEntry("code", "F-04")
                .containsEntry("field", "net")
                .containsEntry("detail", "100.00 are left of the limit " + limitId + ", 150.00 are wanted");
        firm.settled();
        assertThat(limit(firm)).containsExactly("0.00", "200.00", "0.00", "100.00");

        var _ = firm.as("reviewer", "/v1/invoices/" + draft + "/lines/1/adjustment", to("300.00"));
        var issued = firm.issue(draft);

        assertThat(amount(issued.path("invoice").path("net"))).isEqualByComparingTo("300.00");
        assertThat(amount(issued.path("invoice").path("gross"))).isEqualByComparingTo("360.00");
        assertThat(limit(firm)).containsExactly("300.00", "0.00", "0.00", "0.00");
        firm.provedRight(idOfIssued(issued));
    }

    private static Map<String, Object> adjustment(Firm firm, String draft, String net) {
        return firm.refused("reviewer", "/v1/invoices/" + draft + "/lines/1/adjustment", to(net));
    }

    private static Map<String, Object> to(String net) {
        return of("net", net, "reason", "case");
    }

    /** Billed, drafted, reserved and available of the only limit. */
    private static List<String> limit(Firm firm) {
        var limit = firm.get("/v1/contracts/" + firm.id("work") + "/funding")
                .path("items")
                .path(0);
        return List.of("billed", "drafted", "reserved", "available").stream()
                .map(column -> amount(limit.path(column)).setScale(2).toPlainString())
                .toList();
    }

    private static String idOf(JsonNode draft) {
        return draft.path("invoiceId").asString();
    }

    private static String idOfIssued(JsonNode invoice) {
        return invoice.path("invoice").path("invoiceId").asString();
    }
}
