package io.fairlead.cases.time;

import static io.fairlead.cases.time.TimeSteps.key;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.fairlead.cases.CaseStack;
import io.fairlead.cases.Firm;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * Exports of three trackers whose rows are edited at random, 200 times each, between imports, while some are approved and billed:
 * one entry for each row, which says what the row said last; billed ones by a proposal; nothing stands twice.
 */
@ExtendWith(CaseStack.class)
class TrackerEditsTest {

    private static final int EDITS = 200;
    private static final int EDITS_AT_ONCE = 8;
    private static final int QUARTER = 900;

    /** How each tracker writes a row; Harvest has no begin, so that two of its rows may differ in their hours alone. */
    private enum Tracker {
        TOGGL(
                "User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,"
                        + "Duration,Tags",
                "Ana,,,Support,,%1$s,Yes,%2$s,%4$s,,,%3$s,",
                Tracker::clock),
        CLOCKIFY(
                "Project,Client,Description,Task,User,Group,Email,Tags,Type,Billable,"
                        + "\"Start Date\",\"Start Time\",\"End Date\",\"End Time\",\"Duration (h)\",\"Duration (decimal)\"",
                "\"Support\",,\"%1$s\",,\"Ana\",,,,\"Regular\",\"Yes\",\"%2$s\",\"%4$s\",,,\"%3$s\",",
                Tracker::clock),
        HARVEST(
                "Date,Client,Project,Project Code,Task,Notes,Hours,Billable?,Invoiced?,Approved?,First Name,Last Name,"
                        + "Employee Id,Currency",
                "%2$s,,Support,,,%1$s,%3$s,Yes,No,No,Ana,,,Euro - EUR",
                seconds -> BigDecimal.valueOf(seconds, 2)
                        .divide(BigDecimal.valueOf(36))
                        .toPlainString());

        private final String header;
        private final String form;
        private final Function<Integer, String> duration;

        Tracker(String header, String form, Function<Integer, String> duration) {
            this.header = header;
            this.form = form;
            this.duration = duration;
        }

        private static String clock(int seconds) {
            return String.format(Locale.ROOT, "%02d:%02d:00", seconds / 3_600, seconds % 3_600 / 60);
        }

        String file(List<Row> rows) {
            var text = new StringBuilder(header).append('\n');
            rows.forEach(row -> text.append(form.formatted(row.note, row.day, duration.apply(row.seconds), row.start))
                    .append('\n'));
            return text.toString();
        }

        boolean hasBegin() {
            return this != HARVEST;
        }

        String profile() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final class Row {
        private final String note;
        private final String day;
        private final String start;
        private int seconds;

        Row(String note, String day, String start, int seconds) {
            this.note = note;
            this.day = day;
            this.start = start;
            this.seconds = seconds;
        }

        String said() {
            return day + " " + note + " " + seconds;
        }
    }

    @Test
    void each_row_of_toggl_is_one_entry_with_what_it_said_last(Firm firm) {
        edited(Tracker.TOGGL, firm);
    }

    @Test
    void each_row_of_clockify_is_one_entry_with_what_it_said_last(Firm firm) {
        edited(Tracker.CLOCKIFY, firm);
    }

    @Test
    void each_row_of_harvest_is_one_entry_with_what_it_said_last(Firm firm) {
        edited(Tracker.HARVEST, firm);
    }

    private static void edited(Tracker tracker, Firm firm) {
        TimeSteps.opened(firm, null);
        var chance = new Random(17);
        var rows = new ArrayList<Row>();
        for (int i = 0; i < 12; i++) {
            rows.add(row(tracker, rows.size(), chance));
        }
        var told = 0;
        for (int edited = 0; edited < EDITS; edited += EDITS_AT_ONCE) {
            var report = imported(firm, tracker, rows, ++told);
            assertThat(report.path("refused").asInt()).as(report.toString()).isZero();
            assertSaysLast(firm, rows);
            advance(firm, chance);
            for (int i = 0; i < EDITS_AT_ONCE; i++) {
                rows.get(chance.nextInt(rows.size())).seconds = QUARTER * (1 + chance.nextInt(12));
            }
            if (chance.nextInt(4) == 0) {
                rows.add(row(tracker, rows.size(), chance));
            }
            Collections.shuffle(rows, chance);
        }
        imported(firm, tracker, rows, ++told);
        assertSaysLast(firm, rows);

        assertThat(TimeSteps.counts(imported(firm, tracker, rows, ++told))).containsExactly(0, 0, rows.size(), 0);
        var entries = TimeSteps.entries(firm);
        assertThat(entries).anyMatch(TrackerEditsTest::isProposed);
        assertThat(entries).filteredOn(TrackerEditsTest::isProposed).allSatisfy(entry -> assertThat(
                        TimeSteps.open(firm, entry.path("timeEntryId").asString()))
                .containsExactly("BILLED_TIME_CORRECTED"));
        assertThat(entries).filteredOn(entry -> !isProposed(entry)).allSatisfy(entry -> assertThat(
                        TimeSteps.open(firm, entry.path("timeEntryId").asString()))
                .isEmpty());
    }

    /** Rows of Harvest stand two by two in one place: they differ in nothing but their hours. */
    private static Row row(Tracker tracker, int no, Random chance) {
        int place = tracker.hasBegin() ? no : no / 2;
        return new Row(
                "Work " + place,
                "2026-04-" + (10 + place % 15),
                place < 15 ? "08:00:00" : "14:00:00",
                QUARTER * (1 + chance.nextInt(12)));
    }

    @CanIgnoreReturnValue
    private static JsonNode imported(Firm firm, Tracker tracker, List<Row> rows, int no) {
        var mapping = """
                {"zone": "Europe/Berlin", "dateOrder": "YMD", "billable": "file", "persons": {"Ana": "person:%s"},
                 "projects": {"Support": "project:%s"}}
                """.formatted(firm.id("ana"), firm.id("work"));
        var report =
                firm.imported("importer" + no, "submit=true&profile=" + tracker.profile(), mapping, tracker.file(rows));
        firm.settled();
        return report;
    }

    private static void assertSaysLast(Firm firm, List<Row> rows) {
        var said = TimeSteps.entries(firm).stream()
                .map(entry -> entry.path("workDate").asString() + " "
                        + entry.path("note").asString() + " "
                        + (isProposed(entry) ? entry.path("proposedSeconds") : entry.path("seconds")).asInt())
                .toList();
        assertThat(said)
                .containsExactlyInAnyOrderElementsOf(
                        rows.stream().map(Row::said).toList());
    }

    private static boolean isProposed(JsonNode entry) {
        return !entry.path("proposedSeconds").isMissingNode()
                && !entry.path("proposedSeconds").isNull();
    }

    /** Some of what waits is approved, and now and then all that is approved is billed. */
    private static void advance(Firm firm, Random chance) {
        TimeSteps.entries(firm).stream()
                .filter(entry -> entry.path("status").asString().equals("submitted") && chance.nextInt(2) == 0)
                .forEach(entry -> firm.approve(key(entry)));
        if (chance.nextInt(4) == 0) {
            firm.bill("2026-04-30")
                    .forEach(draft -> firm.issue(draft.path("invoiceId").asString()));
        }
    }
}
