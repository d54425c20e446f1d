package io.fairlead.gateway.timesheet;

import static io.fairlead.gateway.timesheet.Sheets.MAPPING;
import static io.fairlead.gateway.timesheet.Sheets.TOGGL_HEADER;
import static io.fairlead.gateway.timesheet.Sheets.accepted;
import static io.fairlead.gateway.timesheet.Sheets.file;
import static io.fairlead.gateway.timesheet.Sheets.mapping;
import static io.fairlead.gateway.timesheet.Sheets.read;
import static io.fairlead.gateway.timesheet.Sheets.toggl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.gateway.intake.FileRefused;
import io.fairlead.gateway.intake.RawFile;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WholeFileTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-02, 2026-03-14, YMD, 2026-03-02",
        "02/03/2026, 14/03/2026, DMY, 2026-03-02",
        "02/03/2026, 03/14/2026, MDY, 2026-02-03",
        "2.3.2026, 14.03.2026, DMY, 2026-03-02"
    })
    void one_telling_date_settles_the_order_of_all(String unclear, String telling, DateOrder order, LocalDate first) {
        var sheet = read("toggl", TOGGL_HEADER + toggl(unclear, "", "", "1:00") + toggl(telling, "", "", "1:00"));

        assertThat(sheet.totals().dateOrder()).isEqualTo(order);
        assertThat(accepted(sheet).getFirst().workDate()).isEqualTo(first);
    }

    @Test
    void an_order_that_nothing_settles_is_asked_for() {
        refusal("DATE_ORDER_UNSETTLED", TOGGL_HEADER + toggl("02/03/2026", "", "", "1:00"), MAPPING)
                .hasMessageContaining("\"dateOrder\" to \"DMY\" or \"MDY\"");
    }

    @Test
    void a_declared_order_settles_it() {
        var declared = MAPPING.replace("{\"zone\"", "{\"dateOrder\":\"MDY\",\"zone\"");

        var sheet = read("toggl", TOGGL_HEADER + toggl("02/03/2026", "", "", "1:00"), declared);

        assertThat(accepted(sheet).getFirst().workDate()).isEqualTo(LocalDate.of(2026, 2, 3));
    }

    @Test
    void a_date_against_the_declared_order_refuses_the_file_instead_of_misreading_the_rest() {
        var declared = MAPPING.replace("{\"zone\"", "{\"dateOrder\":\"DMY\",\"zone\"");
        var csv = TOGGL_HEADER + toggl("02/03/2026", "", "", "1:00") + toggl("03/14/2026", "", "", "1:00");

        refusal("DATE_ORDER_CONTRADICTED", csv, declared).hasMessageContaining("line 3");
    }

    @Test
    void two_orders_in_one_file_refuse_it() {
        var csv = TOGGL_HEADER + toggl("14/03/2026", "", "", "1:00") + toggl("03/14/2026", "", "", "1:00");

        refusal("DATE_ORDER_MIXED", csv, MAPPING).hasMessageContaining("line 3");
    }

    @Test
    void two_decimal_separators_in_one_file_refuse_it() {
        var csv = "Date,Project,Hours,Billable?,First Name,Last Name\n"
                + "2026-03-02,Rollout,\"1,5\",Yes,Ana,Ruiz\n2026-03-02,Rollout,1.5,Yes,Ana,Ruiz\n";

        assertThatThrownBy(() -> read("harvest", csv))
                .hasMessageStartingWith("DECIMALS_MIXED")
                .hasMessageContaining("line 3");
    }

    @Test
    void a_zone_is_asked_for() {
        refusal("ZONE_UNKNOWN", TOGGL_HEADER, MAPPING.replace("\"zone\": \"Europe/Berlin\",", ""))
                .hasMessageContaining("set \"zone\"");
    }

    @Test
    void missing_columns_are_named_with_what_may_stand_for_them() {
        refusal("COLUMNS_MISSING", "Client,Tags\n", MAPPING)
                .hasMessageContaining("\"Start date\"; \"Duration\"; \"User\"; \"Project\"")
                .hasMessageContaining("\"Billable\"");
    }

    @Test
    void project_and_billable_may_come_from_the_mapping() {
        var sheet = read(
                "harvest",
                "Employee?,First Name,Last Name,Date,Hours\nYes,Ana,Ruiz,2026-03-02,4.5\n",
                "{\"zone\":\"UTC\",\"billable\":\"no\",\"persons\":{\"Ana Ruiz\":\"person:ana\"},"
                        + "\"projects\":{\"*\":\"project:misc\"}}");

        assertThat(accepted(sheet).getFirst().projectId()).isEqualTo("project:misc");
        assertThat(accepted(sheet).getFirst().billable()).isFalse();
    }

    @Test
    void a_wrong_separator_is_suspected_where_the_header_is_one_column() {
        refusal("COLUMNS_MISSING", TOGGL_HEADER.replace(',', ';'), MAPPING)
                .hasMessageContaining("separator may be wrong");
    }

    @Test
    void a_needed_column_twice_refuses_the_file() {
        var _ = refusal("COLUMN_TWICE", TOGGL_HEADER.replace("Tags", "duration"), MAPPING);
    }

    @Test
    void an_empty_file_has_no_header() {
        var _ = refusal("FILE_EMPTY", "", MAPPING);
    }

    @Test
    void a_header_alone_is_a_file_of_no_rows() {
        assertThat(read("toggl", TOGGL_HEADER).totals().rows()).isZero();
    }

    @Test
    void an_open_quotation_mark_refuses_the_file() {
        var _ = refusal("CSV_INVALID", TOGGL_HEADER + "\"Ana\n" + toggl("2026-03-02", "", "", "1:00"), MAPPING);
    }

    @Test
    void bytes_that_are_no_text_refuse_the_file() {
        var latin = new ByteArrayInputStream(new byte[] {'U', 's', 'e', 'r', (byte) 0xFC, '\n'});

        assertThatThrownBy(() -> TimesheetReader.read(latin, Profile.builtIn("toggl"), mapping(MAPPING)))
                .hasMessageStartingWith("NOT_TEXT");
    }

    @Test
    void a_mapping_of_another_source_refuses_the_file() {
        var _ = refusal(
                "PROFILE_MISMATCH", TOGGL_HEADER, MAPPING.replace("{\"zone\"", "{\"profile\":\"harvest\",\"zone\""));
    }

    @Test
    void nothing_is_handed_on_of_a_file_that_breaks_at_its_end() {
        var rows = new ArrayList<RowResult>();
        var broken = file(TOGGL_HEADER + toggl("2026-03-02", "", "", "1:00") + "\"Ana\"x,,\n");

        assertThatThrownBy(() -> TimesheetReader.read(broken, Profile.builtIn("toggl"), mapping(MAPPING), rows::add))
                .isInstanceOf(FileRefused.class)
                .hasMessageStartingWith("CSV_INVALID");
        assertThat(rows).isEmpty();
    }

    @Test
    void a_file_beyond_the_limit_is_refused() {
        assertThatThrownBy(() -> RawFile.read(new Endless()))
                .isInstanceOf(FileRefused.class)
                .hasMessageStartingWith("FILE_TOO_LARGE");
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> refusal(String code, String csv, String mapping) {
        return assertThatThrownBy(() -> read("toggl", csv, mapping))
                .isInstanceOf(FileRefused.class)
                .hasMessageStartingWith(code + ":");
    }

    /** Bytes without end. */
    private static final class Endless extends java.io.InputStream {
        @Override
        public int read() {
            return 'x';
        }

        @Override
        public int read(byte[] into, int from, int length) {
            return length;
        }
    }

    @Test
    void each_refusal_names_field_reason_and_remedy() {
        var refused = new FileRefused("CODE", "field", "reason", "remedy");

        assertThat(List.of(refused.code(), refused.field(), refused.reason(), refused.remedy()))
                .containsExactly("CODE", "field", "reason", "remedy");
    }
}
