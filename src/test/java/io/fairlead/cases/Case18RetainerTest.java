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

/** Case 18: a retainer of 5,000 pays work of 3,200 whole and 1,800 of the next 2,500; 700 is due. */
@ExtendWith(CaseStack.class)
class Case18RetainerTest {

    @Test
    void work_is_drawn_from_the_retainer_before_anything_is_due(Firm firm) {
        firm.opens("EUR", "Europe/Berlin", "0.20")
                .person("ana", "engineer")
                .rate("standard", "legal-entity:" + firm.id("firm"), "160.00", "EUR", "2025-01-01")
                .contract("work", "EUR", "Europe/Berlin", null, List.of(line(1, "RETAINER")));
        firm.post(
                "/v1/projects/" + firm.id("work") + "/instalments",
                of(
                        "instalments",
                        List.of(of("description", "Retainer 2026", "amount", "5000.00", "dueOn", "2026-01-15"))));

        var retainer = firm.issue(idOf(firm.bill("2026-01-31").getFirst()));
        assertThat(amount(retainer.path("invoice").path("net"))).isEqualByComparingTo("5000.00");
        assertThat(balance(firm)).isEqualByComparingTo("5000.00");
        assertThat(revenue(firm)).isEqualByComparingTo("0");

        var first = firm.approvedTime("ana", "work", "2026-02-17", 36_000);
        var second = firm.approvedTime("ana", "work", "2026-02-18", 36_000);
        var covered = firm.issue(idOf(firm.bill("2026-02-28").getFirst()));
        assertThat(nets(covered)).containsExactly("1600.00", "1600.00", "-3200.00");
        assertThat(sources(covered)).startsWith("time-entry:" + first, "time-entry:" + second);
        assertThat(amount(covered.path("invoice").path("gross"))).isEqualByComparingTo("0.00");
        assertThat(balance(firm)).isEqualByComparingTo("1800.00");
        assertThat(revenue(firm)).isEqualByComparingTo("3200.00");

        var third = firm.approvedTime("ana", "work", "2026-03-10", 56_250);
        var rest = firm.issue(idOf(firm.bill("2026-03-31").getFirst()));
        assertThat(nets(rest)).containsExactly("2500.00", "-1800.00");
        assertThat(sources(rest)).startsWith("time-entry:" + third);
        assertThat(amount(rest.path("invoice").path("net"))).isEqualByComparingTo("700.00");
        assertThat(amount(rest.path("invoice").path("gross"))).isEqualByComparingTo("840.00");
        assertThat(balance(firm)).isEqualByComparingTo("0.00");
        assertThat(revenue(firm)).isEqualByComparingTo("5700.00");
        assertThat(firm.bill("2026-03-31")).isEmpty();
    }

    private static String idOf(JsonNode invoice) {
        return invoice.path("invoiceId").asString().replace("invoice:", "");
    }

    private static List<String> nets(JsonNode invoice) {
        return invoice.path("lines")
                .valueStream()
                .map(line -> amount(line.path("net")).setScale(2).toPlainString())
                .toList();
    }

    private static List<String> sources(JsonNode invoice) {
        return invoice.path("lines")
                .valueStream()
                .map(line -> line.path("sourceId").asString())
                .toList();
    }

    private static BigDecimal balance(Firm firm) {
        return amount(firm.get("/v1/retainers?contract=" + firm.id("work"))
                .path("items")
                .path(0)
                .path("balance"));
    }

    private static BigDecimal revenue(Firm firm) {
        var rows = firm.get("/v1/views/margin?by=contract&contract=" + firm.id("work"))
                .path("items");
        return rows.isEmpty() ? BigDecimal.ZERO : amount(rows.path(0).path("revenue"));
    }
}
