package io.fairlead.cases.time;

import static io.fairlead.cases.Firm.of;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.cases.CaseStack;
import io.fairlead.cases.Firm;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Case 51: what one source tells under one identifier is one fact, whichever id it is given. */
@ExtendWith(CaseStack.class)
class Case51ToldTwiceTest {

    private static Map<String, Object> time(Firm firm, @Nullable String id, int seconds) {
        return of(
                "id",
                id == null ? null : firm.id(id),
                "source",
                "planner",
                "sourceId",
                firm.id("row 17"),
                "person",
                firm.id("ana"),
                "project",
                firm.id("work"),
                "workDate",
                "2026-04-02",
                "seconds",
                seconds,
                "submit",
                true);
    }

    private static Map<String, Object> expense(Firm firm, @Nullable String id, String amount) {
        return of(
                "id",
                id == null ? null : firm.id(id),
                "source",
                "cards",
                "sourceId",
                firm.id("slip 4"),
                "person",
                firm.id("ana"),
                "project",
                firm.id("work"),
                "category",
                "TRAVEL",
                "spentOn",
                "2026-04-02",
                "amount",
                amount,
                "currency",
                "EUR");
    }

    private static String idOf(JsonNode answer) {
        return answer.path("id").asString();
    }

    @Test
    void time_told_under_two_ids_is_one_entry_and_what_the_source_edited_is_a_correction(Firm firm) {
        TimeSteps.opened(firm, null);
        var first = firm.as(Firm.RECORDER, "/v1/time-entries", time(firm, "one", 3_600));
        var again = firm.as(Firm.RECORDER, "/v1/time-entries", time(firm, "two", 3_600));
        assertThat(idOf(again)).isEqualTo(idOf(first));
        assertThat(TimeSteps.entry(firm).path("version").asInt()).isEqualTo(1);

        firm.as(Firm.RECORDER, "/v1/time-entries", time(firm, "three", 5_400));
        assertThat(TimeSteps.entry(firm).path("seconds").asInt()).isEqualTo(5_400);
        assertThat(TimeSteps.entry(firm).path("status").asString()).isEqualTo("submitted");

        var other = time(firm, "four", 5_400);
        other.put("note", "another work");
        assertThat(firm.refusal(Firm.RECORDER, "/v1/time-entries", other)).isEqualTo("T-02");
        assertThat(firm.refusal(Firm.RECORDER, "/v1/time-entries", time(firm, null, 5_400)))
                .as("without an id it would be another key")
                .isEqualTo("T-22");
        firm.approve(firm.id("one"));
        assertThat(TimeSteps.billed(firm, "2026-04-30")).isEqualTo("150.00");
    }

    @Test
    void time_told_without_an_id_first_keeps_the_key_that_was_made(Firm firm) {
        TimeSteps.opened(firm, null);
        var first = firm.as(Firm.RECORDER, "/v1/time-entries", time(firm, null, 3_600));
        var again = firm.as(Firm.RECORDER, "/v1/time-entries", time(firm, "mine", 3_600));
        assertThat(idOf(again)).isEqualTo(idOf(first));
        assertThat(TimeSteps.entries(firm)).hasSize(1);
    }

    @Test
    void the_identifier_of_the_source_as_id_is_the_same_entry_told_first_or_later(Firm firm) {
        TimeSteps.opened(firm, null);
        var row = time(firm, "two", 3_600);
        row.put("sourceId", firm.id("own"));
        var first = firm.as(Firm.RECORDER, "/v1/time-entries", row);
        row.put("id", firm.id("own"));
        assertThat(idOf(firm.as(Firm.RECORDER, "/v1/time-entries", row))).isEqualTo(idOf(first));

        row.put("sourceId", firm.id("next"));
        row.put("id", firm.id("next"));
        var next = firm.as(Firm.RECORDER, "/v1/time-entries", row);
        row.put("id", firm.id("three"));
        assertThat(idOf(firm.as(Firm.RECORDER, "/v1/time-entries", row))).isEqualTo(idOf(next));
        assertThat(TimeSteps.entries(firm)).hasSize(2);
    }

    @Test
    void an_expense_told_under_two_ids_is_one_and_other_content_is_refused(Firm firm) {
        TimeSteps.opened(firm, null);
        var first = firm.as(Firm.RECORDER, "/v1/expenses", expense(firm, "one", "120.00"));
        var position = firm.position();
        var again = firm.as(Firm.RECORDER, "/v1/expenses", expense(firm, "two", "120.00"));
        assertThat(idOf(again)).isEqualTo(idOf(first));
        assertThat(firm.position()).isEqualTo(position);

        assertThat(firm.refusal(Firm.RECORDER, "/v1/expenses", expense(firm, "three", "130.00")))
                .isEqualTo("V-02");
        assertThat(firm.refusal(Firm.RECORDER, "/v1/expenses", expense(firm, null, "120.00")))
                .isEqualTo("V-10");
        assertThat(firm.position()).isEqualTo(position);
    }

    @Test
    void a_milestone_told_under_two_ids_is_one_and_other_content_is_refused(Firm firm) {
        TimeSteps.opened(firm, null);
        var path = "/v1/projects/" + firm.id("work") + "/milestones";
        firm.as("pmo", path, milestone("m1", "900.00"));
        var position = firm.position();
        firm.as("pmo", path, milestone("m2", "900.00"));
        assertThat(firm.position()).isEqualTo(position);
        assertThat(firm.refusal("pmo", path, milestone("m3", "950.00"))).isEqualTo("J-03");
        assertThat(firm.position()).isEqualTo(position);
    }

    private static Map<String, Object> milestone(String id, String amount) {
        return of(
                "id", id,
                "source", "jira",
                "sourceId", "EPIC-9",
                "name", "Go-live",
                "amount", amount,
                "dueOn", "2026-05-31");
    }
}
