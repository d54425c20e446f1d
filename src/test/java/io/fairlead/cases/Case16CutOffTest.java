package io.fairlead.cases;

import static io.fairlead.cases.Firm.amount;
import static io.fairlead.cases.Firm.line;
import static io.fairlead.cases.Firm.of;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Case 16: which day work belongs to, by zone, midnight, summer time and closed periods. */
@ExtendWith(CaseStack.class)
class Case16CutOffTest {

    private static final String NEW_YORK = "America/New_York";
    private static final String LATE = "2026-03-31T23:30:00-04:00";

    @Test
    void the_contracts_zone_and_policy_decide_on_which_day_work_counts(Firm firm) {
        opened(firm)
                .contract("start", "USD", NEW_YORK, null, List.of(line(1, "TIME_AND_MATERIALS")))
                .contract("london", "USD", "Europe/London", null, List.of(line(1, "TIME_AND_MATERIALS")))
                .contract(
                        "split",
                        "USD",
                        NEW_YORK,
                        of("midnight", "SPLIT_AT_MIDNIGHT"),
                        List.of(line(1, "TIME_AND_MATERIALS")));

        var start = worked(firm, "start", of("startAt", LATE, "seconds", 3_600));
        var london = worked(firm, "london", of("startAt", LATE, "seconds", 3_600));
        var split = worked(firm, "split", of("startAt", LATE, "seconds", 3_600));
        var spring = worked(firm, "start", of("start", "2026-03-08T01:30:00", "end", "2026-03-08T03:30:00"));
        firm.settled();

        assertThat(entry(firm, start).path("workDate").asString()).isEqualTo("2026-03-31");
        assertThat(entry(firm, london).path("workDate").asString()).isEqualTo("2026-04-01");
        assertThat(entry(firm, split).path("workDate").asString()).isEqualTo("2026-03-31");
        assertThat(amount(entry(firm, split).path("amount"))).isEqualByComparingTo("75.00");
        assertThat(amount(entry(firm, spring).path("amount"))).isEqualByComparingTo("150.00");
        assertThat(entry(firm, spring).path("seconds").asInt()).isEqualTo(3_600);
        assertThat(firm.get("/v1/time-entries?project=" + firm.id("split"))
                        .path("items")
                        .valueStream()
                        .map(item -> item.path("workDate").asString() + " "
                                + item.path("seconds").asInt()))
                .containsExactlyInAnyOrder("2026-03-31 1800", "2026-04-01 1800");
    }

    @Test
    void a_late_approval_counts_on_the_first_open_day_and_keeps_its_service_date(Firm firm) {
        opened(firm).contract("work", "USD", NEW_YORK, null, List.of(line(1, "TIME_AND_MATERIALS")));
        var late = firm.recordedTime(
                of("person", firm.id("ana"), "project", firm.id("work"), "workDate", "2026-03-31", "seconds", 3_600));
        firm.settled();

        firm.as("controller", "/v1/periods/" + firm.id("firm") + "/2026-03/close", of());
        firm.approve(late);
        firm.settled();

        assertThat(position(firm, "&accountingTo=2026-03-31")).isEmpty();
        assertThat(amount(position(firm, "&accountingTo=2026-04-01").get(0).path("revenue")))
                .isEqualByComparingTo("150.00");
        var priced = firm.get("/v1/history/time-entry:" + late)
                .path("events")
                .valueStream()
                .filter(event -> event.path("type").asString().endsWith("TimePriced"))
                .findFirst()
                .orElseThrow()
                .path("content");
        assertThat(priced.path("serviceDate").asString()).isEqualTo("2026-03-31");
        assertThat(priced.path("accountingDate").asString()).isEqualTo("2026-04-01");
    }

    private static Firm opened(Firm firm) {
        return firm.opens("USD", NEW_YORK, "0.20")
                .person("ana", "engineer")
                .rate("standard", "legal-entity:" + firm.id("firm"), "150.00", "USD", "2025-01-01");
    }

    private static String worked(Firm firm, String project, Map<String, Object> fields) {
        fields.put("person", firm.id("ana"));
        fields.put("project", firm.id(project));
        var entry = firm.recordedTime(fields);
        firm.settled();
        for (var part : firm.get("/v1/time-entries?project=" + firm.id(project)).path("items")) {
            if (part.path("status").asString().equals("recorded")) {
                firm.as(
                        "recorder",
                        "/v1/time-entries/" + part.path("timeEntryId").asString() + "/submission",
                        of());
                firm.settled();
            }
        }
        for (var part : firm.get("/v1/time-entries?project=" + firm.id(project)).path("items")) {
            if (!part.path("status").asString().equals("priced")) {
                firm.approve(part.path("timeEntryId").asString());
            }
        }
        return entry;
    }

    private static JsonNode entry(Firm firm, String entry) {
        return firm.get("/v1/time-entries/" + entry);
    }

    private static JsonNode position(Firm firm, String asOf) {
        return firm.get("/v1/positions?entity=" + firm.id("firm") + asOf).path("items");
    }
}
