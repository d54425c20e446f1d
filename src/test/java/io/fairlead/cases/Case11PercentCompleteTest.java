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

/** Case 11: 420,000 of 700,000 at 1,000,000 is 600,000; a change that is not distinct catches up 91,463.41. */
@ExtendWith(CaseStack.class)
class Case11PercentCompleteTest {

    private static final int HOURS_6 = 21_600;

    @Test
    void revenue_follows_cost_and_a_change_of_price_and_estimate_catches_up(Firm firm) {
        firm.opens("USD", "America/New_York", "0.20")
                .person("ana", "engineer")
                .cost("ana", "70000", "USD")
                .contract(
                        "plant",
                        "USD",
                        "America/New_York",
                        null,
                        List.of(line(
                                1,
                                "FIXED_FEE",
                                "amount",
                                "1000000.00",
                                "terms",
                                of("revenueMethod", "PERCENT_COMPLETE"))));
        estimate(firm, "700000.00", "2026-04-01");
        firm.approvedTime("ana", "plant", "2026-04-10", HOURS_6); // 420,000 of cost
        firm.settled();

        var proposal = proposal(firm);
        assertThat(amount(proposal.path("cost"))).isEqualByComparingTo("420000.00");
        assertThat(amount(proposal.path("toDate"))).isEqualByComparingTo("600000.00");
        assertThat(amount(proposal.path("delta"))).isEqualByComparingTo("600000.00");
        close(firm);
        assertThat(amount(proposal(firm).path("booked"))).isEqualByComparingTo("600000.00");
        assertThat(amount(proposal(firm).path("delta"))).isZero();

        estimate(firm, "820000.00", "2026-05-02");
        firm.as(
                "lead",
                "/v1/contracts/" + firm.id("plant") + "/amendments",
                of(
                        "id", "hall",
                        "effectiveOn", "2026-05-02",
                        "treatment", "CATCH_UP",
                        "reason", "second hall",
                        "lines", List.of(of("lineNo", 1, "amount", "1350000.00"))));
        firm.settled();

        assertThat(amount(obligation(firm).path("booked"))).isEqualByComparingTo("691463.41");
        assertThat(revenue(firm, "")).isEqualByComparingTo("691463.41");
        assertThat(revenue(firm, "&accountingTo=2026-04-30")).isEqualByComparingTo("600000.00");
    }

    @Test
    void a_second_close_books_nothing(Firm firm) {
        firm.opens("USD", "America/New_York", "0.20")
                .person("ana", "engineer")
                .rate("standard", "legal-entity:" + firm.id("firm"), "150.00", "USD", "2025-01-01")
                .contract("work", "USD", "America/New_York", null, List.of(line(1, "TIME_AND_MATERIALS")));
        firm.approvedTime("ana", "work", "2026-04-10", HOURS_6);
        firm.settled();

        close(firm);
        var events = firm.get("/v1/history/"
                        + obligation(firm, "work").path("obligationId").asString())
                .path("events")
                .size();
        close(firm);

        assertThat(amount(obligation(firm, "work").path("booked"))).isEqualByComparingTo("900.00");
        assertThat(firm.get("/v1/history/"
                                + obligation(firm, "work").path("obligationId").asString())
                        .path("events")
                        .size())
                .isEqualTo(events);
    }

    private static void estimate(Firm firm, String cost, String day) {
        firm.post(
                "/v1/projects/" + firm.id("plant") + "/estimates",
                of("estimate", cost, "asOf", day, "reason", "plan of " + day));
    }

    private static void close(Firm firm) {
        firm.as("controller", "/v1/periods/" + firm.id("firm") + "/2026-04/close", of());
        firm.settled();
    }

    private static JsonNode proposal(Firm firm) {
        return firm.get("/v1/periods/" + firm.id("firm") + "/2026-04/proposal")
                .path("lines")
                .get(0);
    }

    private static JsonNode obligation(Firm firm) {
        return obligation(firm, "plant");
    }

    private static JsonNode obligation(Firm firm, String contract) {
        return firm.get("/v1/obligations?contract=" + firm.id(contract))
                .path("items")
                .get(0);
    }

    private static BigDecimal revenue(Firm firm, String asOf) {
        return amount(firm.get("/v1/positions?contract=" + firm.id("plant") + asOf)
                .path("items")
                .get(0)
                .path("revenue"));
    }
}
