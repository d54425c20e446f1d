package io.fairlead.gateway.timesheet;

import static io.fairlead.gateway.timesheet.Sheets.TOGGL_HEADER;
import static io.fairlead.gateway.timesheet.Sheets.accepted;
import static io.fairlead.gateway.timesheet.Sheets.read;
import static io.fairlead.gateway.timesheet.Sheets.refused;
import static io.fairlead.gateway.timesheet.Sheets.toggl;
import static io.fairlead.gateway.timesheet.Sheets.warnings;
import static io.fairlead.gateway.timesheet.Sheets.withDuration;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.gateway.timesheet.RowResult.Accepted;
import io.fairlead.gateway.timesheet.RowResult.Kind;
import io.fairlead.gateway.timesheet.RowResult.Refused;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesheetReaderTest {

    private static final String HARVEST_HEADER = "Date,Client,Project,Project Code,Task,Notes,Hours,"
            + "Billable?,Invoiced?,Approved?,First Name,Last Name,Currency\n";
    private static final String CLOCKIFY_HEADER =
            "\"Project\",\"Description\",\"User\",\"Email\",\"Type\",\"Billable\","
                    + "\"Start Date\",\"Start Time\",\"End Date\","
                    + "\"End Time\",\"Duration (h)\",\"Duration (decimal)\",\"Billable Amount (EUR)\"\n";

    @Test
    void a_toggl_row_is_read_with_mark_quotes_and_header_case_as_they_come() {
        var sheet = read(
                "toggl",
                "\uFEFF" + TOGGL_HEADER.toUpperCase(java.util.Locale.ROOT)
                        + "Ana Ruiz,ana@example.test,Nordwind,Rollout,Build,\"one,\n\"\"two\"\"\",Yes,"
                        + "2026-03-02,23:30:00,2026-03-03,00:15:00,00:45:00,\"a, b\"\n");

        var row = accepted(sheet).getFirst();
        assertThat(row.description()).isEqualTo("one,\n\"two\"");
        assertThat(row.personId()).isEqualTo("person:ana");
        assertThat(row.projectId()).isEqualTo("project:nw");
        assertThat(row.workDate()).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(row.start()).isEqualTo(LocalTime.of(23, 30));
        assertThat(row.seconds()).isEqualTo(2_700);
        assertThat(row.billable()).isTrue();
        assertThat(warnings(sheet)).isEmpty();
    }

    @Test
    void a_clockify_row_takes_the_exact_duration_and_leaves_breaks_out() {
        var sheet = read(
                "clockify",
                CLOCKIFY_HEADER
                        + "\"Rollout\",\"\",\"Bo\",\"bo@example.test\",\"Regular\",\"Yes\",\"14/03/2026\",\"01:10 PM\","
                        + "\"14/03/2026\",\"02:51 PM\",\"1:41\",\"1.68\",\"252.50\"\n"
                        + "\"Rollout\",\"\",\"Bo\",\"bo@example.test\",\"Break\",\"No\",\"14/03/2026\",\"03:00 PM\","
                        + "\"14/03/2026\",\"03:30 PM\",\"0:30\",\"0.50\",\"0\"\n");

        var row = accepted(sheet).getFirst();
        assertThat(row.seconds()).isEqualTo(6_060);
        assertThat(row.start()).isEqualTo(LocalTime.of(13, 10));
        assertThat(row.currency()).isEqualTo("EUR");
        assertThat(refused(sheet)).singleElement().satisfies(row2 -> assertThat(
                        row2.line() + row2.column() + row2.value())
                .isEqualTo("3TypeBreak"));
        assertThat(sheet.totals().dateOrder()).isEqualTo(DateOrder.DMY);
    }

    @Test
    void a_harvest_row_has_hours_approval_invoice_and_currency() {
        var sheet = read(
                "harvest",
                HARVEST_HEADER + "2026-03-02,Nordwind,Portal,NW-01,Design,,\"1,68\",Yes,Yes,No,Ana,Ruiz,Euro - EUR\n");

        var row = accepted(sheet).getFirst();
        assertThat(row.seconds()).isEqualTo(6_048);
        assertThat(row.person()).isEqualTo("Ana Ruiz");
        assertThat(row.projectId()).isEqualTo("project:code");
        assertThat(row.start()).isNull();
        assertThat(row.approved()).isFalse();
        assertThat(row.invoiced()).isTrue();
        assertThat(row.currency()).isEqualTo("EUR");
        assertThat(warnings(sheet)).containsExactly(Kind.ALREADY_INVOICED);
    }

    @ParameterizedTest
    @CsvSource({
        "01:00:00, 3600",
        "0:13, 780",
        "18:25 min, 1105",
        "40 sec, 40",
        "0.42, 1512",
        "0.0001389, 1",
        "1.68, 6048",
        "00:00:01, 1",
        "24:00:00, 86400",
        "24.0, 86400"
    })
    void durations_are_whole_seconds(String text, int seconds) {
        assertThat(withDuration(text)).isInstanceOfSatisfying(Accepted.class, taken -> assertThat(
                        taken.row().seconds())
                .isEqualTo(seconds));
    }

    @ParameterizedTest
    @CsvSource({
        "'', it has no duration; the timer may still run",
        "-01:00:00, the duration is negative or still running",
        "0:00, no time was worked",
        "0.0001, no time was worked",
        "24:00:01, it is more than 24 hours",
        "999999.9, it is more than 24 hours",
        "8, 'a whole number may be hours, minutes or seconds'",
        "1:60, it is no duration",
        "eight, it is no duration",
        "1e3, it is no duration",
        "'\"1,5\"', its decimal separator is not '.' as in the rest of the file"
    })
    void other_durations_are_refused(String text, String reason) {
        assertThat(withDuration(text.replace("'.'", "."))).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.column()).isEqualTo("Duration");
            assertThat(refused.line()).isEqualTo(2);
            assertThat(refused.reason().replace("'", "")).isEqualTo(reason.replace("'", ""));
            assertThat(refused.remedy()).isNotBlank();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "Ana Ruiz, Rollout, Yes, 2026-02-30, 09:00, Start date, written YMD",
        "Ana Ruiz, Rollout, Yes, 1999-12-31, 09:00, Start date, written YMD",
        "Ana Ruiz, Rollout, Yes, '', 09:00, Start date, written YMD",
        "Ana Ruiz, Rollout, Yes, 2026-03-02, 25:00, Start time, no time of day",
        "Ana Ruiz, Rollout, Yes, 2026-03-02, 13:00 PM, Start time, no time of day",
        "Ana Ruiz, Rollout, perhaps, 2026-03-02, 09:00, Billable, neither yes nor no",
        "Ana Ruiz, Rollout, '', 2026-03-02, 09:00, Billable, whether the row is billable",
        "Cy Twain, Rollout, Yes, 2026-03-02, 09:00, User, person is not mapped",
        "'', Rollout, Yes, 2026-03-02, 09:00, User, nobody is named",
        "Ana Ruiz, Unknown, Yes, 2026-03-02, 09:00, Project, project is not mapped",
        "Ana\u0007Ruiz, Rollout, Yes, 2026-03-02, 09:00, User, control character"
    })
    void a_bad_cell_refuses_its_row_and_no_other(
            String user, String project, String billable, String date, String start, String column, String reason) {
        var bad = user + ",,," + project + ",,," + billable + "," + date + "," + start + ",,,1:00,\n";
        var good = toggl("2026-03-02", "09:00", "10:00", "1:00");

        var sheet = read("toggl", TOGGL_HEADER + bad + good);

        assertThat(refused(sheet)).singleElement().satisfies(refused -> {
            assertThat(refused.line()).isEqualTo(2);
            assertThat(refused.column()).isEqualTo(column);
            assertThat(refused.reason()).contains(reason);
        });
        assertThat(accepted(sheet)).hasSize(1);
    }

    @Test
    void the_remedy_for_an_unmapped_name_is_the_key_to_add() {
        var sheet = read(
                "toggl",
                TOGGL_HEADER + "Cy,,,Rollout,,,Yes,2026-03-02,,,,1:00,\nAna Ruiz,,,X,,,Yes,2026-03-02,,,,1:00,\n");

        assertThat(refused(sheet))
                .extracting(Refused::remedy)
                .containsExactly(
                        "add \"Cy\" under \"persons\" in the mapping file",
                        "add \"X\" under \"projects\" in the mapping file");
    }

    @Test
    void a_row_with_too_few_or_too_many_cells_is_refused() {
        var sheet = read("toggl", TOGGL_HEADER + "Ana Ruiz,,,Rollout\n" + "x,".repeat(20) + "\n");

        assertThat(refused(sheet))
                .extracting(Refused::reason)
                .containsExactly("it has 4 cells where the header has 13", "it has 21 cells where the header has 13");
    }

    @Test
    void a_duration_unlike_end_minus_start_is_a_warning_and_wins() {
        var sheet = read("toggl", TOGGL_HEADER + toggl("2026-03-02", "09:00:00", "10:00:00", "00:30:00"));

        assertThat(accepted(sheet).getFirst().seconds()).isEqualTo(1_800);
        assertThat(warnings(sheet)).containsExactly(Kind.DURATION_DISAGREES);
    }

    @Test
    void a_change_of_clocks_is_no_disagreement() {
        var sheet = read("toggl", TOGGL_HEADER + toggl("2025-03-30", "01:34:15", "03:02:55", "00:28:40"));

        assertThat(warnings(sheet)).isEmpty();
    }

    @Test
    void totals_reconcile() {
        var csv = TOGGL_HEADER
                + toggl("2026-03-02", "09:00", "10:00", "1:00")
                + toggl("2026-03-02", "10:00", "10:30", "0:30")
                + toggl("2026-03-02", "10:30", "", "");

        var totals = read("toggl", csv).totals();

        assertThat(totals)
                .extracting(
                        Timesheet.Totals::rows,
                        Timesheet.Totals::accepted,
                        Timesheet.Totals::refused,
                        Timesheet.Totals::seconds,
                        Timesheet.Totals::bytes)
                .containsExactly(3, 2, 1, 5_400L, csv.length());
        assertThat(totals.sha256()).isEqualTo(Sheets.file(csv).sha256()).hasSize(64);
    }
}
