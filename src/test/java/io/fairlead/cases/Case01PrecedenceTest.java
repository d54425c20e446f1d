package io.fairlead.cases;

import static io.fairlead.cases.Firm.amount;
import static io.fairlead.cases.Firm.line;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Case 1: the client's card beats the standard one, the project's person beats both, and an explicit 0 is a price. */
@ExtendWith(CaseStack.class)
class Case01PrecedenceTest {

    private static final int HOURS_8 = 28_800;

    @Test
    void the_nearest_rate_of_the_day_wins_and_zero_does_not_fall_through(Firm firm) {
        firm.opens("EUR", "Europe/Berlin", "0.20")
                .person("ana", "engineer")
                .rate("standard", "legal-entity:" + firm.id("firm"), "150.00", "EUR", "2025-01-01")
                .rate("client", "customer:" + firm.id("buyer"), "140.00", "EUR", "2026-01-01")
                .contract("work", "EUR", "Europe/Berlin", null, List.of(line(1, "TIME_AND_MATERIALS")))
                .rate("ana", "project:" + firm.id("work"), "165.00", "EUR", "2026-03-10", "person", firm.id("ana"))
                .rate("ana", "project:" + firm.id("work"), "0.00", "EUR", "2026-03-20", "person", firm.id("ana"));

        var before = firm.approvedTime("ana", "work", "2026-03-09", HOURS_8);
        var raised = firm.approvedTime("ana", "work", "2026-03-10", HOURS_8);
        var free = firm.approvedTime("ana", "work", "2026-03-20", HOURS_8);
        firm.settled();

        assertThat(price(firm, before)).isEqualByComparingTo("1120.00");
        assertThat(price(firm, raised)).isEqualByComparingTo("1320.00");
        assertThat(price(firm, free)).isEqualByComparingTo("0.00");
    }

    @Test
    void a_rate_of_its_own_wins_once_a_second_person_found_and_accepted_it(Firm firm) {
        firm.opens("EUR", "Europe/Berlin", "0.20")
                .person("ana", "engineer")
                .rate("standard", "legal-entity:" + firm.id("firm"), "150.00", "EUR", "2025-01-01")
                .contract("work", "EUR", "Europe/Berlin", null, List.of(line(1, "TIME_AND_MATERIALS")));
        var entry = firm.approvedTime("ana", "work", "2026-03-09", HOURS_8);
        firm.settled();
        var waiting = "/v1/time-rate-proposals?project=" + firm.id("work");
        assertThat(firm.get(waiting).path("items").size()).isZero();

        firm.as(
                "lead",
                "/v1/time-entries/" + entry + "/rate",
                Firm.of("rate", "100.00", "currency", "EUR", "reason", "promised"));
        firm.settled();
        assertThat(price(firm, entry)).isEqualByComparingTo("1200.00");
        var proposed = firm.get(waiting).path("items").path(0);
        assertThat(proposed.path("timeEntryId").asString()).isEqualTo("time-entry:" + entry);
        assertThat(amount(proposed.path("rate"))).isEqualByComparingTo("100.00");

        firm.as("biller", "/v1/time-entries/" + entry + "/rate/approval", Firm.of());
        firm.settled();
        assertThat(price(firm, entry)).isEqualByComparingTo("800.00");
        assertThat(firm.get(waiting).path("items").size()).isZero();
    }

    @Test
    void a_miss_is_an_exception_and_nothing_unbilled(Firm firm) {
        firm.opens("EUR", "Europe/Berlin", "0.20")
                .person("ana", "engineer")
                .contract("work", "EUR", "Europe/Berlin", null, List.of(line(1, "TIME_AND_MATERIALS")));

        var entry = firm.approvedTime("ana", "work", "2026-03-09", HOURS_8);
        firm.settled();

        assertThat(firm.get("/v1/time-entries/" + entry).path("status").asString())
                .isEqualTo("approved");
        assertThat(firm.get("/v1/exceptions?subject=time-entry:" + entry)
                        .path("items")
                        .findValuesAsString("code"))
                .contains("RATE_MISSING");
    }

    private static java.math.BigDecimal price(Firm firm, String entry) {
        return amount(firm.get("/v1/time-entries/" + entry).path("amount"));
    }
}
