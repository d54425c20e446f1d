package io.fairlead.cases;

import static io.fairlead.cases.Firm.amount;
import static io.fairlead.cases.Firm.line;
import static io.fairlead.cases.Firm.of;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Case 12: progress bills the difference; when it goes back, less is only proposed, and revenue follows at once. */
@ExtendWith(CaseStack.class)
class Case12ProgressBackwardsTest {

    @Test
    void less_progress_is_a_proposal_and_never_a_bill(Firm firm) {
        firm.opens("EUR", "Europe/Berlin", "0.20")
                .contract(
                        "work", "EUR", "Europe/Berlin", null, List.of(line(1, "PERCENT_COMPLETE", "amount", "170.00")));
        part(firm, "task", "seconds", 18_000, "rate", "20.00");
        part(firm, "fixed", "price", "50.00");
        part(firm, "whole", "seconds", 3_600, "rate", "20.00");

        report(firm, "r1", "2026-01-31", "0.5", "0.5", "0");
        assertThat(item(firm, "75.00")).isEqualTo("ready");
        var first = firm.bill("2026-01-31").getFirst();
        assertThat(amount(first.path("net"))).isEqualByComparingTo("75.00");

        report(firm, "r2", "2026-02-28", "0.75", "0.9", "0.8");
        assertThat(item(firm, "61.00")).isEqualTo("ready");
        assertThat(revenue(firm)).isEqualByComparingTo("136.00");

        report(firm, "r3", "2026-03-31", "0.5", "0.9", "0.8");
        assertThat(item(firm, "-25.00")).isEqualTo("proposed");
        assertThat(revenue(firm)).isEqualByComparingTo("111.00");
        var second = firm.bill("2026-03-31");
        assertThat(second).hasSize(1);
        assertThat(amount(second.getFirst().path("net"))).isEqualByComparingTo("61.00");
        assertThat(firm.bill("2026-03-31")).isEmpty();
    }

    private static void part(Firm firm, String id, Object... fields) {
        var body = of("id", id, "name", id);
        body.putAll(of(fields));
        firm.post("/v1/projects/" + firm.id("work") + "/progress-items", body);
    }

    private static void report(Firm firm, String id, String day, String task, String fixed, String whole) {
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
                        List.of(
                                of("item", "task", "complete", task),
                                of("item", "fixed", "complete", fixed),
                                of("item", "whole", "complete", whole))));
        firm.settled();
    }

    /** Status of the one item with that amount. */
    private static String item(Firm firm, String price) {
        var found = firm.get("/v1/billing-items?project=" + firm.id("work"))
                .path("items")
                .valueStream()
                .filter(item -> amount(item.path("amount")).compareTo(new BigDecimal(price)) == 0)
                .toList();
        assertThat(found).hasSize(1);
        return found.getFirst().path("status").asString();
    }

    private static BigDecimal revenue(Firm firm) {
        JsonNode rows = firm.get("/v1/views/margin?by=contract&contract=" + firm.id("work"))
                .path("items");
        return amount(rows.path(0).path("revenue"));
    }
}
