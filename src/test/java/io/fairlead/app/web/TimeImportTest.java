package io.fairlead.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.fairlead.time.RecordTime;
import io.fairlead.time.RetellTime;
import io.fairlead.time.SubmitTime;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimeImportTest extends HttpTest {

    private static final String HEADER =
            "User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags\n";
    private static final String MAPPING = """
            { "profile": "toggl", "zone": "Europe/London", "billable": "file", "persons": { "Amy": "person:amy" },
              "projects": { "Portal": "project:p1", "Elsewhere": "project:p2" },
              "tasks": { "Design": "design", "Lost": "lost" },
              "clients": { "Acme": "customer:acme", "Other": "customer:other" } }
            """;

    private static String row(String day, String client, String project, String task, String billable, String length) {
        return "Amy,,%s,%s,%s,Sketch,%s,%s,23:30:00,%s,23:45:00,%s,%n"
                .formatted(client, project, task, billable, day, day, length);
    }

    private static String good(String day) {
        return row(day, "Acme", "Portal", "", "Yes", "00:15:00");
    }

    private RecordTime told() {
        return ((RetellTime) commands.last()).entry();
    }

    @CanIgnoreReturnValue
    private Answer imported(String query, String rows) {
        return upload("/v1/imports/time?" + query, Map.of("mapping", MAPPING, "file", HEADER + rows));
    }

    private static List<Integer> counts(Answer answer) {
        return List.of(
                answer.json().path("rows").asInt(),
                answer.json().path("accepted").asInt(),
                answer.json().path("repeated").asInt(),
                answer.json().path("refused").asInt());
    }

    @Test
    void each_row_is_taken_or_refused_with_line_column_and_remedy() {
        var answer = imported(
                "profile=toggl",
                good("2026-03-02")
                        + row("2026-03-02", "Acme", "Portal", "", "Yes", "soon")
                        + row("2026-03-02", "", "Elsewhere", "", "Yes", "00:15:00")
                        + row("2026-03-02", "Other", "Portal", "", "Yes", "00:15:00")
                        + row("2026-03-02", "", "Portal", "Lost", "Yes", "00:15:00")
                        + row("2026-03-02", "", "Nowhere", "", "Yes", "00:15:00"));
        assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
        assertThat(counts(answer)).containsExactly(6, 1, 0, 5);
        var refusals = answer.json().path("refusals");
        assertThat(refusals.valueStream().map(row -> row.path("line").asInt())).containsExactly(3, 4, 5, 6, 7);
        assertThat(refusals.valueStream().map(row -> row.path("code").asString()))
                .containsExactly("CELL_INVALID", "PROJECT_UNKNOWN", "CUSTOMER_DIFFERS", "TASK_UNKNOWN", "CELL_INVALID");
        assertThat(refusals.valueStream().map(row -> row.path("column").asString()))
                .containsExactly("Duration", "project", "client", "task", "Project");
        assertThat(refusals.valueStream().map(row -> row.path("value").asString()))
                .containsExactly("soon", "Elsewhere", "Other", "Lost", "Nowhere");
        assertThat(refusals.valueStream().map(row -> row.path("remedy").asString()))
                .allMatch(remedy -> !remedy.isEmpty());
        assertThat(answer.json().path("seconds").asLong()).isEqualTo(900);
        assertThat(answer.json().path("projects").path(0).path("project").asString())
                .isEqualTo("project:p1");
        assertThat(answer.text("sha256")).hasSize(64);
        assertThat(answer.header("Fairlead-Position"))
                .isEqualTo(answer.json().path("position").asString());
    }

    @Test
    void a_row_becomes_a_command_in_the_zone_of_its_contract() {
        imported("profile=toggl", good("2026-03-03"));
        var command = told();
        assertThat(command.startAt()).isEqualTo(Instant.parse("2026-03-03T23:30:00Z"));
        assertThat(command.workDate()).isEqualTo(LocalDate.parse("2026-03-04"));
        assertThat(command.seconds()).isEqualTo(900);
        assertThat(command.source()).isEqualTo("toggl");
        assertThat(command.sourceId()).endsWith("#1");
        assertThat(command.timeClass()).isEqualTo("BILLABLE");
        assertThat(command.author()).isEqualTo("local|local");
        assertThat(command.target().lineNo()).isEqualTo(1);
    }

    @Test
    void the_tracker_and_the_task_both_have_a_say_in_what_is_billable() {
        imported("profile=toggl", row("2026-03-05", "", "Portal", "", "No", "00:15:00"));
        assertThat(told().timeClass()).isEqualTo("NON_BILLABLE");
        imported("profile=toggl", row("2026-03-05", "", "Portal", "Design", "Yes", "00:15:00"));
        assertThat(told().timeClass()).isEqualTo("CREDITED");
        assertThat(told().target().lineNo()).isEqualTo(2);
    }

    @Test
    void a_longer_export_adds_only_what_is_new() {
        assertThat(counts(imported("", good("2026-03-06")))).containsExactly(1, 1, 0, 0);
        assertThat(counts(imported("", good("2026-03-06")))).containsExactly(1, 0, 1, 0);
        var before = commands.taken.size();
        var longer = imported("", good("2026-03-07") + good("2026-03-06") + good("2026-03-06"));
        assertThat(counts(longer)).containsExactly(3, 2, 1, 0);
        assertThat(longer.json().path("repeatedSeconds").asLong()).isEqualTo(900);
        assertThat(longer.json().path("warnings").path(0).path("code").asString())
                .isEqualTo("REPEATED");
        assertThat(commands.taken).hasSize(before + 2);
    }

    @Test
    void a_dry_run_tells_the_same_and_sends_nothing() {
        imported("", good("2026-03-09"));
        var before = commands.taken.size();
        var dry = imported("dry-run=true&submit=true", good("2026-03-09") + good("2026-03-10"));
        assertThat(counts(dry)).containsExactly(2, 1, 1, 0);
        assertThat(dry.json().path("dryRun").asBoolean()).isTrue();
        assertThat(dry.json().path("position").asLong()).isZero();
        assertThat(commands.taken).hasSize(before);
    }

    @Test
    void entries_are_submitted_once() {
        var first = imported("submit=true", good("2026-03-11"));
        assertThat(first.json().path("submitted").asInt()).isEqualTo(1);
        assertThat(commands.last()).isInstanceOf(SubmitTime.class);
        assertThat(imported("submit=true", good("2026-03-11"))
                        .json()
                        .path("submitted")
                        .asInt())
                .isZero();
    }

    @Test
    void files_as_a_whole_are_refused_by_name() {
        assertProblem(imported("profile=abacus", ""), 422, "PROFILE_UNKNOWN");
        assertProblem(imported("profile=../mapping.json", ""), 422, "PROFILE_UNKNOWN");
        assertProblem(imported("profile=harvest", ""), 422, "PROFILE_MISMATCH");
        assertProblem(upload("/v1/imports/time", Map.of("file", HEADER)), 400, "PART_MISSING");
        assertProblem(upload("/v1/imports/time", Map.of("file", HEADER, "mapping", "{")), 422, "JSON_INVALID");
        assertProblem(post("/v1/imports/time", "{}"), 415, "MEDIA_TYPE_UNSUPPORTED");
        var broken = HttpRequest.newBuilder(uri("/v1/imports/time"))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofString("--b\r\nbroken"));
        assertProblem(send(broken), 400, "MULTIPART_INVALID");
    }

    @Test
    void an_optional_part_that_is_empty_is_one_that_was_left_out() {
        var files = Map.of("file", HEADER, "mapping", MAPPING, "profile-file", "");
        assertThat(upload("/v1/imports/time?profile=toggl", files).status()).isEqualTo(200);
        assertProblem(upload("/v1/imports/time?profile=abacus", files), 422, "PROFILE_UNKNOWN");
    }

    @Test
    void a_file_may_be_larger_than_other_bodies() {
        assertProblem(imported("profile=abacus", "x".repeat(CallFilter.BODY_BYTES_MAX)), 422, "PROFILE_UNKNOWN");
    }

    @Test
    void of_many_refused_rows_the_first_thousand_are_told_and_all_are_counted() {
        var rows = new StringBuilder(good("2026-03-12"));
        for (int i = 0; i < 3_000; i++) {
            rows.append(row("2026-03-12", "Acme", i % 3 == 0 ? "Nowhere" : "Portal", "", "Yes", "soon"));
        }
        var answer = imported("dry-run=true", rows.toString());
        assertThat(counts(answer)).containsExactly(3_001, 1, 0, 3_000);
        var lines = answer.json().path("refusals").valueStream().map(row -> row.path("line")
                .asInt());
        assertThat(lines)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(3, 1_002).boxed().toList());
        assertThat(answer.json().path("refusedBy").valueStream().map(kind -> kind.path("count")
                        .asInt()))
                .isSortedAccordingTo(Comparator.reverseOrder())
                .satisfies(
                        all -> assertThat(all.stream().mapToInt(i -> i).sum()).isEqualTo(3_000));
    }

    @Test
    void of_many_rows_to_look_at_the_first_thousand_are_told() {
        var answer = imported("dry-run=true", good("2026-03-13").repeat(1_500));
        assertThat(answer.json().path("warned").asInt()).isGreaterThan(1_400);
        assertThat(answer.json().path("warnings")).hasSize(1_000);
    }
}
