package io.fairlead.cases;

import static io.fairlead.cases.Firm.amount;
import static io.fairlead.cases.Firm.line;
import static io.fairlead.cases.Firm.of;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Case 7, the side of revenue: a limit lowered below what was billed takes revenue back and leaves a liability. */
@ExtendWith(CaseStack.class)
class Case07RevenueTest {

    @Test
    void revenue_stops_at_the_lowered_limit_and_yesterday_stays_as_it_was(Firm firm) {
        firm.opens("EUR", "Europe/Berlin", "0.20")
                .person("ana", "engineer")
                .rate("standard", "legal-entity:" + firm.id("firm"), "1000.00", "EUR", "2025-01-01")
                .contract("work", "EUR", "Europe/Berlin", null, List.of(line(1, "NOT_TO_EXCEED", "limit", "50000.00")));
        firm.approvedTime("ana", "work", "2026-03-02", 75_600); // 21 h
        firm.approvedTime("ana", "work", "2026-03-03", 75_600);
        for (var draft : firm.bill("2026-03-31")) {
            firm.issue(draft.path("invoiceId").asString().replaceFirst("^invoice:", ""));
        }
        firm.approvedTime("ana", "work", "2026-04-01", 10_800); // 3,000 unbilled
        firm.settled();
        assertThat(amount(position(firm, "").path("revenue"))).isEqualByComparingTo("45000.00");
        firm.as("controller", "/v1/periods/" + firm.id("firm") + "/2026-04/close", of());
        firm.settled();

        firm.as(
                "lead",
                "/v1/contracts/" + firm.id("work") + "/amendments",
                of(
                        "id", "less",
                        "effectiveOn", "2026-05-04",
                        "treatment", "CATCH_UP",
                        "reason", "budget cut",
                        "lines", List.of(of("lineNo", 1, "limit", "40000.00"))));
        firm.settled();

        var now = position(firm, "");
        assertThat(amount(now.path("revenue"))).isEqualByComparingTo("40000.00");
        assertThat(amount(now.path("netBilled"))).isEqualByComparingTo("42000.00");
        assertThat(amount(now.path("contractLiability"))).isEqualByComparingTo("2000.00");
        assertThat(amount(position(firm, "&accountingTo=2026-05-03").path("revenue")))
                .isEqualByComparingTo("45000.00");
        firm.credit(
                firm.get("/v1/invoices?contract=" + firm.id("work") + "&limit=10")
                        .path("items")
                        .get(0)
                        .path("invoiceId")
                        .asString(),
                "2026-05-05",
                List.of(of("lineNo", 1, "amount", "2000.00", "disposition", "WRITE_OFF")));
        var credited = position(firm, "");
        assertThat(amount(credited.path("netBilled"))).isEqualByComparingTo("40000.00");
        assertThat(amount(credited.path("revenue"))).isEqualByComparingTo("40000.00");
        assertThat(amount(credited.path("contractLiability"))).isEqualByComparingTo("0.00");
        var may = firm.get("/v1/periods/" + firm.id("firm") + "/2026-05/proposal")
                .path("lines")
                .get(0);
        assertThat(amount(may.path("delta"))).isEqualByComparingTo("-5000.00");
    }

    private static JsonNode position(Firm firm, String asOf) {
        return firm.get("/v1/positions?contract=" + firm.id("work") + asOf)
                .path("items")
                .get(0);
    }
}
