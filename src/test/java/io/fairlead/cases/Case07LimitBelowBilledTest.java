package io.fairlead.cases;

import static io.fairlead.cases.Firm.amount;
import static io.fairlead.cases.Firm.line;
import static io.fairlead.cases.Firm.of;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Case 7, billing side: cap 50,000, billed 42,000, unbilled 3,000; the cap is lowered to 40,000. */
@ExtendWith(CaseStack.class)
class Case07LimitBelowBilledTest {

    @Test
    void nothing_is_billable_and_the_gap_is_an_exception(Firm firm) {
        firm.opens("EUR", "Europe/Berlin", "0.20")
                .person("ana", "engineer")
                .rate("standard", "legal-entity:" + firm.id("firm"), "3000.00", "EUR", "2025-01-01")
                .contract("work", "EUR", "Europe/Berlin", null, List.of(line(1, "NOT_TO_EXCEED", "limit", "50000.00")));
        firm.approvedTime("ana", "work", "2026-03-02", 50_400);
        firm.issue(firm.bill("2026-03-31").getFirst().path("invoiceId").asString());
        var unbilled = firm.approvedTime("ana", "work", "2026-04-01", 3_600);
        firm.settled();
        firm.post(
                "/v1/contracts/" + firm.id("work") + "/amendments",
                of(
                        "effectiveOn",
                        "2026-04-02",
                        "treatment",
                        "CATCH_UP",
                        "reason",
                        "less scope",
                        "lines",
                        List.of(of("lineNo", 1, "limit", "40000.00"))));
        firm.settled();

        var limit = firm.get("/v1/contracts/" + firm.id("work") + "/funding")
                .path("items")
                .path(0);
        assertThat(amount(limit.path("billed"))).isEqualByComparingTo("42000.00");
        assertThat(amount(limit.path("reserved"))).isEqualByComparingTo("0.00");
        assertThat(amount(limit.path("available"))).isEqualByComparingTo("-2000.00");
        var over = firm.get("/v1/contracts/" + firm.id("work") + "/over-limit").path("items");
        assertThat(over.path(0).path("sourceId").asString()).isEqualTo("time-entry:" + unbilled);
        assertThat(amount(over.path(0).path("overLimit"))).isEqualByComparingTo("3000.00");
        var exceptions = firm.get("/v1/exceptions?code=LIMIT_BELOW_BILLED&limit=500")
                .path("items")
                .valueStream()
                .filter(item -> item.path("subjectId").asString().startsWith("contract:" + firm.id("work")))
                .toList();
        assertThat(exceptions).hasSize(1);
        assertThat(amount(exceptions.getFirst().path("amount"))).isEqualByComparingTo("2000.00");
        assertThat(firm.bill("2026-04-30")).isEmpty();
    }
}
