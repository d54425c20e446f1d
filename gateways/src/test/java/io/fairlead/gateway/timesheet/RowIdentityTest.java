package io.fairlead.gateway.timesheet;

import static io.fairlead.gateway.timesheet.Sheets.MAPPING;
import static io.fairlead.gateway.timesheet.Sheets.TOGGL_HEADER;
import static io.fairlead.gateway.timesheet.Sheets.accepted;
import static io.fairlead.gateway.timesheet.Sheets.read;
import static io.fairlead.gateway.timesheet.Sheets.toggl;
import static io.fairlead.gateway.timesheet.Sheets.warnings;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.gateway.timesheet.RowResult.Kind;
import org.junit.jupiter.api.Test;

class RowIdentityTest {

    private static final String MORNING = toggl("2026-03-02", "09:00", "10:00", "1:00");
    private static final String NOON = toggl("2026-03-02", "12:00", "13:00", "1:00");

    @Test
    void the_same_file_twice_has_the_same_ids() {
        var once = read("toggl", TOGGL_HEADER + MORNING + NOON);
        var again = read("toggl", TOGGL_HEADER + MORNING + NOON);

        assertThat(again).isEqualTo(once);
    }

    @Test
    void a_longer_export_keeps_the_ids_of_what_was_there() {
        var before = read("toggl", TOGGL_HEADER + MORNING);
        var after = read("toggl", TOGGL_HEADER + NOON + MORNING);

        assertThat(accepted(after).get(1).sourceId())
                .isEqualTo(accepted(before).getFirst().sourceId());
    }

    @Test
    void an_edited_duration_is_another_row_in_the_same_place_and_another_text_or_begin_is_not() {
        var before = accepted(read("toggl", TOGGL_HEADER + MORNING)).getFirst();
        var longer = accepted(read("toggl", TOGGL_HEADER + toggl("2026-03-02", "09:00", "10:30", "1:30")))
                .getFirst();
        var later = accepted(read("toggl", TOGGL_HEADER + NOON)).getFirst();

        assertThat(longer.placeId()).isEqualTo(before.placeId());
        assertThat(longer.sourceId()).isNotEqualTo(before.sourceId());
        assertThat(later.placeId()).isNotEqualTo(before.placeId());
    }

    @Test
    void equal_rows_are_told_apart_by_their_ordinal_and_remarked() {
        var sheet = read("toggl", TOGGL_HEADER + MORNING + MORNING);

        assertThat(accepted(sheet)).extracting(TimeRow::sourceId).doesNotHaveDuplicates();
        assertThat(warnings(sheet)).containsExactly(Kind.REPEATED);
    }

    @Test
    void rows_that_differ_in_start_only_are_near_duplicates() {
        var sheet = read("toggl", TOGGL_HEADER + MORNING + NOON);

        assertThat(accepted(sheet)).extracting(TimeRow::sourceId).doesNotHaveDuplicates();
        assertThat(warnings(sheet)).containsExactly(Kind.NEAR_DUPLICATE);
    }

    @Test
    void a_corrected_mapping_keeps_ids_even_among_equal_rows() {
        var unsaid = MORNING.replace(",Yes,", ",,");
        var before = read("toggl", TOGGL_HEADER + unsaid + MORNING);
        var after = read(
                "toggl",
                TOGGL_HEADER + unsaid + MORNING,
                MAPPING.replace("{\"zone\"", "{\"billable\":\"no\",\"zone\""));

        assertThat(before.totals().accepted()).isEqualTo(1);
        assertThat(accepted(after).get(1).sourceId())
                .isEqualTo(accepted(before).getFirst().sourceId());
    }

    @Test
    void the_way_a_date_is_written_does_not_matter() {
        var iso = read("clockify", clockify("2026-03-14"));
        var german = read("clockify", clockify("14.03.2026"));

        assertThat(accepted(german).getFirst().sourceId())
                .isEqualTo(accepted(iso).getFirst().sourceId());
    }

    @Test
    void another_profile_is_another_source() {
        var header = "User,Project,Billable,Start date,Duration (h),Duration\n";
        var row = "Ana Ruiz,Rollout,Yes,2026-03-02,1:00,1:00\n";

        assertThat(accepted(read("clockify", header + row)).getFirst().sourceId())
                .isNotEqualTo(accepted(read("toggl", header + row)).getFirst().sourceId());
    }

    private static String clockify(String date) {
        return "User,Project,Billable,Start Date,Duration (h)\nAna Ruiz,Rollout,Yes," + date + ",1:00\n";
    }
}
