package io.fairlead.cases.limits;

import static io.fairlead.cases.Firm.amount;
import static io.fairlead.cases.Firm.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.cases.CaseStack;
import io.fairlead.cases.Firm;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Case 28: a limit of 500 and work of 650: 500 are unbilled, 150 over the limit stand beside, wherever it is told. */
@ExtendWith(CaseStack.class)
class Case28UnbilledInsideLimitTest {

    @Test
    void unbilled_is_inside_the_limit_and_the_rest_beside_it(Firm firm, CaseStack.Stack stack) {
        firm.opens("EUR", "Europe/Berlin", "0.20")
                .person("ana", "engineer")
                .rate("standard", "legal-entity:" + firm.id("firm"), "100.00", "EUR", "2025-01-01")
                .contract("work", "EUR", "Europe/Berlin", null, List.of(line(1, "NOT_TO_EXCEED", "limit", "500.00")));
        firm.approvedTime("ana", "work", "2026-03-02", 14_400);
        firm.approvedTime("ana", "work", "2026-03-03", 9_000);
        firm.settled();

        tells(firm, stack, "500.00", "150.00");

        var issued =
                firm.issue(firm.bill("2026-03-31").getFirst().path("invoiceId").asString());
        assertThat(amount(issued.path("invoice").path("net"))).isEqualByComparingTo("500.00");
        tells(firm, stack, "0.00", "150.00");
        firm.provedRight(issued.path("invoice").path("invoiceId").asString());
    }

    private static void tells(Firm firm, CaseStack.Stack stack, String unbilled, String over) {
        var contract = "contract:" + firm.id("work");
        for (var by : List.of("contract", "project", "customer", "entity")) {
            for (var as : List.of("", "&position=9000000000000")) {
                var only = "?by=" + by + "&contract=" + firm.id("work") + as;
                holds("/v1/views/unbilled" + only, firm, unbilled, over);
                holds("/v1/views/backlog" + only, firm, unbilled, over);
            }
        }
        for (var view : List.of("unbilled", "unbilled_by_contract", "backlog", "backlog_by_contract", "backlog_line")) {
            assertThat(stack.figures(view, contract)).as(view).containsExactly(unbilled, over);
        }
        var explained = firm.get("/v1/explanations/" + contract);
        assertThat(explained.path("differences")).isEmpty();
        assertThat(figure(explained, "unbilled, of ")).isEqualTo(unbilled);
        assertThat(figure(explained, "over limit, of ")).isEqualTo(over);
    }

    private static void holds(String path, Firm firm, String unbilled, String over) {
        var row = firm.get(path).path("items").path(0);
        assertThat(amount(row.path("unbilled"))).as(path).isEqualByComparingTo(unbilled);
        assertThat(amount(row.path("overLimit"))).as(path).isEqualByComparingTo(over);
    }

    private static String figure(JsonNode explained, String what) {
        return explained
                .path("because")
                .path("parts")
                .valueStream()
                .filter(part -> part.path("what").asString().startsWith(what))
                .map(part -> amount(part.path("amount")).setScale(2).toPlainString())
                .findFirst()
                .orElse("0.00");
    }
}
