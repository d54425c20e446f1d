package io.fairlead.demo;

import static io.fairlead.demo.ReceivablesData.CONSULTANT;
import static io.fairlead.demo.ReceivablesData.request;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.fairlead.demo.StoryClient.Seen;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The time of the company that shows receivables: entered, edited in a tracker, moved, refused and mended, and told twice. */
final class ReceivablesTime {

    private static final int HOUR = 3_600;
    private static final String CLERK = "show-clerk";
    private static final String LEAD = "show-lead";

    /** What the tracker calls the consultant and the work. */
    private static final String TRACKED_AS = "Erik (receivables)";

    private static final String HEADER = "User,Email,Client,Project,Task,Description,Billable,Start date,Start time,"
            + "End date,End time,Duration,Tags\n";

    private static final String BILLED_ROW = row("2026-01-20", "09:00:00", "11:00:00", "02:00:00");
    private static final String EDITED_ROW = row("2026-01-20", "09:00:00", "10:30:00", "01:30:00");
    private static final String REFUSED_ROW = row("2026-02-17", "13:00:00", "14:00:00", "01:00:00");

    /** Entry of which the hours meet those of another one. */
    static final String OVERLAPPING = "money-05-2026-03-06-ten";

    private static final String OVERLAPPED = "money-05-2026-03-06-nine";

    private final StoryClient steps;

    ReceivablesTime(StoryClient steps) {
        this.steps = steps;
    }

    /** January: time by hand, and a row of a tracker that is edited when it is billed. */
    void january() {
        day("money-01", "2026-01-12", 8 * HOUR);
        day("money-02", "2026-01-13", 4 * HOUR);
        day("money-03", "2026-01-14", 2 * HOUR);
        day("money-04", "2026-01-15", 6 * HOUR);
        day("money-07", "2026-01-16", 3 * HOUR);
        take("money-05", BILLED_ROW);
        approve(tracked("2026-01-20", "money-05"));
    }

    /** February: one entry moves to another customer's work, and a row that is refused comes in under a mended mapping. */
    void february() {
        day("money-01", "2026-02-10", 2 * HOUR);
        day("money-02", "2026-02-11", 2 * HOUR);
        day("money-03", "2026-02-12", 4 * HOUR);
        day("money-04", "2026-02-13", 5_400);
        var moved = day("money-05", "2026-02-16", 2 * HOUR);
        steps.awaitViews();
        steps.send(
                LEAD,
                "/v1/time-entries/" + moved + "/move",
                "receivables/move/" + moved,
                RequestFields.of("project", "money-06", "reason", "it was for the paper mill"));
        take("money-05", REFUSED_ROW);
        var refused = tracked("2026-02-17", "money-05");
        steps.send(
                LEAD,
                "/v1/time-entries/" + refused + "/rejection",
                "receivables/reject/" + refused,
                Map.of("reason", "wrong project"));
        steps.awaitViews();
        take("money-06", REFUSED_ROW);
        approve(tracked("2026-02-17", "money-06"));
    }

    /** March: three hours and three hours of which two are the same, until the first are one. */
    void march() {
        day("money-01", "2026-03-10", HOUR);
        day("money-03", "2026-03-11", HOUR);
        day("money-04", "2026-03-12", 3 * HOUR);
        hours(OVERLAPPED, "09:00:00", "12:00:00");
        steps.awaitViews();
        hours(OVERLAPPING, "10:00:00", "13:00:00");
        steps.await(
                "the overlap",
                () -> Seen.of(
                        !steps.readAll("/v1/exceptions?code=OVERLAP&subject=time-entry:" + OVERLAPPING)
                                .isEmpty(),
                        "nobody was told"));
        steps.send(
                CLERK,
                "/v1/time-entries/" + OVERLAPPED + "/corrections",
                "receivables/correct/" + OVERLAPPED,
                RequestFields.of("workDate", "2026-03-06", "seconds", HOUR, "reason", "until ten"));
        for (var entry : List.of(OVERLAPPED, OVERLAPPING)) {
            submit(entry);
            approve(entry);
        }
    }

    /** April. */
    void april() {
        day("money-01", "2026-04-10", HOUR);
        day("money-03", "2026-04-13", HOUR);
        day("money-07", "2026-04-14", HOUR);
    }

    /** The tracker says by now that the billed row was half an hour shorter: a credit is proposed. */
    void edited() {
        take("money-05", EDITED_ROW);
        var entry = tracked("2026-01-20", "money-05");
        steps.await(
                "the proposed credit",
                () -> Seen.of(
                        !steps.readAll("/v1/exceptions?code=BILLED_TIME_CORRECTED&subject=time-entry:" + entry)
                                .isEmpty(),
                        "nobody was told"));
    }

    /** Entered, submitted and approved. */
    @CanIgnoreReturnValue
    private String day(String project, String day, int seconds) {
        var id = project + "-" + day;
        steps.send(request(
                CLERK,
                "/v1/time-entries",
                "time/" + id,
                RequestFields.of(
                        "id", id, "person", CONSULTANT, "project", project, "workDate", day, "seconds", seconds)));
        submit(id);
        approve(id);
        return id;
    }

    private void hours(String id, String from, String to) {
        steps.send(request(
                CLERK,
                "/v1/time-entries",
                "time/" + id,
                RequestFields.of(
                        "id",
                        id,
                        "person",
                        CONSULTANT,
                        "project",
                        "money-05",
                        "start",
                        "2026-03-06T" + from,
                        "end",
                        "2026-03-06T" + to)));
    }

    private void submit(String entry) {
        steps.send(CLERK, "/v1/time-entries/" + entry + "/submission", "receivables/submit/" + entry, Map.of());
    }

    private void approve(String entry) {
        steps.send(LEAD, "/v1/time-entries/" + entry + "/approval", "receivables/approve/" + entry, Map.of());
    }

    private static String row(String day, String start, String end, String duration) {
        return TRACKED_AS + ",,,Receivables,,Workshop,Yes," + day + "," + start + "," + day + "," + end + "," + duration
                + ",\n";
    }

    /** A row of the tracker's export; its only project is this one. */
    private void take(String project, String row) {
        var mapping = """
                {"zone": "Europe/Stockholm", "billable": "file", "persons": {"%s": "person:%s"},
                 "projects": {"Receivables": "project:%s"}}
                """.formatted(TRACKED_AS, CONSULTANT, project);
        var files = new LinkedHashMap<String, byte[]>();
        files.put("mapping", mapping.getBytes(StandardCharsets.UTF_8));
        files.put("file", (HEADER + row).getBytes(StandardCharsets.UTF_8));
        var report = steps.upload(CLERK, "/v1/imports/time?profile=toggl&submit=true", files);
        if (report.path("refused").asInt(1) != 0) {
            throw new IllegalStateException("a row of the tracker was refused: " + report);
        }
    }

    /** Key of the entry that a row of the tracker is. */
    private String tracked(String day, String project) {
        return steps.readAll("/v1/time-entries?person=" + CONSULTANT).stream()
                .filter(entry -> isOf(entry, day, project))
                .map(entry -> Billing.keyOf(entry.path("timeEntryId").asString("")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no entry of " + day + " for " + project));
    }

    private static boolean isOf(JsonNode entry, String day, String project) {
        return entry.path("workDate").asString("").equals(day)
                && entry.path("projectId").asString("").equals("project:" + project);
    }
}
