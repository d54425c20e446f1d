package io.fairlead.cases;

import static io.fairlead.cases.Firm.amount;
import static io.fairlead.cases.Firm.line;
import static io.fairlead.cases.Firm.of;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Case 19: cost counts all worked hours, revenue what is billed; a subcontractor costs what is paid for them. */
@ExtendWith(CaseStack.class)
class Case19MarginTest {

    @Test
    void hours_given_up_cost_money_and_earn_none(Firm firm) {
        firm.opens("EUR", "Europe/Berlin", "0.20")
                .person("ana", "engineer")
                .cost("ana", "80.00", "EUR")
                .person("sub", "engineer", "SUBCONTRACTOR")
                .cost("sub", "95.00", "EUR")
                .rate("standard", "legal-entity:" + firm.id("firm"), "150.00", "EUR", "2025-01-01")
                .contract("work", "EUR", "Europe/Berlin", null, List.of(line(1, "TIME_AND_MATERIALS")));
        var own = firm.approvedTime("ana", "work", "2026-03-10", 36_000);
        firm.approvedTime("sub", "work", "2026-03-10", 7_200);
        firm.settled();
        firm.as("lead", "/v1/time-entries/" + own + "/write-off", of("seconds", 7_200, "reason", "goodwill"));

        var invoice =
                firm.issue(firm.bill("2026-03-31").getFirst().path("invoiceId").asString());

        assertThat(amount(invoice.path("invoice").path("net"))).isEqualByComparingTo("1500.00");
        var margin = firm.get("/v1/views/margin?by=contract&contract=" + firm.id("work"))
                .path("items")
                .path(0);
        assertThat(amount(margin.path("revenue"))).isEqualByComparingTo("1500.00");
        assertThat(amount(margin.path("cost"))).isEqualByComparingTo("990.00");
        assertThat(amount(margin.path("margin"))).isEqualByComparingTo("510.00");
        assertThat(amount(margin.path("ratio")).setScale(4, RoundingMode.HALF_UP))
                .isEqualByComparingTo("0.3400");
        assertThat(firm.bill("2026-12-31"))
                .as("what was given up is never billed")
                .isEmpty();
    }
}
