package io.fairlead.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What operators have Fairlead do, and roles that are given past the provider, stand in the log with who asked. */
@ExtendWith(CaseStack.class)
class OperatorsInTheLogTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String REBUILDS = "/v1/history/operator-action:rebuild";

    @Test
    void a_rebuild_stands_there_with_who_asked_and_one_that_is_refused_does_not(Firm firm, CaseStack.Stack stack) {
        var rebuild = firm.as("olaf", "/v1/rebuilds", Firm.of("view", "unbilled", "dryRun", true));
        var id = rebuild.path("id").asString();
        await().atMost(PATIENCE)
                .until(() ->
                        !firm.get("/v1/rebuilds/" + id).path("state").asString().equals("running"));

        var last = last(firm, REBUILDS);
        assertThat(last.path("content").path("action").asString()).isEqualTo("REBUILD_COMPARISON");
        assertThat(last.path("content").path("subject").asString()).isEqualTo("unbilled");
        assertThat(last.path("content").path("requestedBy").asString()).isEqualTo("local|olaf");
        assertThat(last.path("actor").asString()).isEqualTo("local|olaf");

        firm.settled();
        long head = stack.head();
        assertThat(firm.refusal("olaf", "/v1/rebuilds", Firm.of("view", "nosuch")))
                .isEqualTo("VIEW_UNKNOWN");
        assertThat(firm.refusal("olaf", "/v1/parked/retries", Firm.of("name", "nosuch")))
                .isEqualTo("PARKED_NAME_UNKNOWN");
        assertThat(firm.refusal("olaf", "/v1/parked/retries", Firm.of("name", "unbilled-work", "stream", "invoice:no")))
                .isEqualTo("NOTHING_PARKED");
        assertThat(stack.head()).isEqualTo(head);
    }

    @Test
    void a_role_for_some_hours_is_told_until_somebody_has_looked(Firm firm) {
        var body = grant(firm, "2");
        assertThat(firm.refusal("kim", "/v1/break-glass", body)).isEqualTo("S-02");
        assertThat(firm.refusal("sam", "/v1/break-glass", grant(firm, "9"))).isEqualTo("S-01");
        firm.as("sam", "/v1/break-glass", body);
        firm.settled();

        var report = firm.get("/v1/break-glass").path("items").path(0);
        assertThat(report.path("grantId").asString()).isEqualTo(firm.id("grant"));
        assertThat(report.path("grantedBy").asString()).isEqualTo("local|sam");
        assertThat(report.path("holds").asBoolean()).isTrue();
        assertThat(report.path("uses")).isEmpty();

        var items = firm.get("/v1/exceptions?code=BREAK_GLASS").path("items");
        assertThat(items.valueStream().map(item -> item.path("status").asString()))
                .contains("open");
    }

    private static Map<String, Object> grant(Firm firm, String hours) {
        return Firm.of(
                "id",
                firm.id("grant"),
                "grantedTo",
                "https://id.example|kim",
                "role",
                "controller",
                "hours",
                Integer.valueOf(hours),
                "reason",
                "month end, conny is away");
    }

    private static JsonNode last(Firm firm, String path) {
        var events = firm.get(path).path("events");
        return events.path(events.size() - 1);
    }
}
