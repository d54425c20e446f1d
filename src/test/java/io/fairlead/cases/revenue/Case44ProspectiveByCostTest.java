package io.fairlead.cases.revenue;

import static io.fairlead.cases.Firm.amount;
import static io.fairlead.cases.Firm.line;
import static io.fairlead.cases.Firm.of;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.cases.CaseStack;
import io.fairlead.cases.Firm;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Case 44: 10,000 of 40,000 at 80,000 are 20,000.00; from 1 March 110,000 and 60,000, prospective: 5,000 more are 29,000.00. */
@ExtendWith(CaseStack.class)
class Case44ProspectiveByCostTest {

    private static final int HOURS_10 = 36_000;
    private static final int HOURS_5 = 18_000;

    @Test
    void what_is_spent_from_the_day_on_earns_its_part_of_what_is_left(Firm firm) {
        signed(firm);
        firm.approvedTime("ana", "plant", "2026-02-27", HOURS_10);
        firm.settled();
        assertThat(amount(proposal(firm, "2026-02").path("toDate"))).isEqualByComparingTo("20000.00");
        close(firm, "2026-02");
        changed(firm);
        firm.approvedTime("ana", "plant", "2026-03-01", HOURS_5);
        firm.settled();

        assertThat(amount(proposal(firm, "2026-03").path("toDate"))).isEqualByComparingTo("29000.00");
        close(firm, "2026-03");
        assertThat(revenue(firm, "2026-02-28")).isEqualByComparingTo("20000.00");
        assertThat(revenue(firm, "2026-03-31")).isEqualByComparingTo("29000.00");
        firm.provedRight();
    }

    @Test
    void work_that_is_told_late_earns_at_the_terms_of_its_own_day(Firm firm) {
        signed(firm);
        changed(firm);
        firm.approvedTime("ana", "plant", "2026-03-01", HOURS_5);
        firm.approvedTime("ana", "plant", "2026-02-27", HOURS_10);
        firm.settled();

        assertThat(amount(proposal(firm, "2026-02").path("toDate"))).isEqualByComparingTo("20000.00");
        assertThat(amount(proposal(firm, "2026-02").path("price"))).isEqualByComparingTo("80000.00");
        assertThat(amount(proposal(firm, "2026-03").path("toDate"))).isEqualByComparingTo("29000.00");
        assertThat(amount(proposal(firm, "2026-03").path("price"))).isEqualByComparingTo("110000.00");
    }

    private static void signed(Firm firm) {
        firm.opens("EUR", "Europe/Berlin", "0.20")
                .person("ana", "engineer")
                .cost("ana", "1000", "EUR")
                .contract(
                        "plant",
                        "EUR",
                        "Europe/Berlin",
                        null,
                        List.of(line(
                                1,
                                "FIXED_FEE",
                                "amount",
                                "80000.00",
                                "terms",
                                of("revenueMethod", "PERCENT_COMPLETE"))));
        estimate(firm, "40000.00", "2026-01-01");
    }

    private static void changed(Firm firm) {
        estimate(firm, "60000.00", "2026-03-01");
        firm.as(
                "lead",
                "/v1/contracts/" + firm.id("plant") + "/amendments",
                of(
                        "id",
                        "hall",
                        "effectiveOn",
                        "2026-03-01",
                        "treatment",
                        "PROSPECTIVE",
                        "reason",
                        "second hall",
                        "lines",
                        List.of(of("lineNo", 1, "amount", "110000.00"))));
        firm.settled();
    }

    private static void estimate(Firm firm, String cost, String day) {
        firm.post(
                "/v1/projects/" + firm.id("plant") + "/estimates",
                of("estimate", cost, "asOf", day, "reason", "plan of " + day));
    }

    private static void close(Firm firm, String month) {
        firm.as("controller", "/v1/periods/" + firm.id("firm") + "/" + month + "/close", of());
        firm.settled();
    }

    private static JsonNode proposal(Firm firm, String month) {
        return firm.get("/v1/periods/" + firm.id("firm") + "/" + month + "/proposal")
                .path("lines")
                .path(0);
    }

    private static BigDecimal revenue(Firm firm, String lastDay) {
        return amount(firm.get("/v1/positions?contract=" + firm.id("plant") + "&accountingTo=" + lastDay)
                .path("items")
                .path(0)
                .path("revenue"));
    }
}
