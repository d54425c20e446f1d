package io.fairlead.gateway.expense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.gateway.intake.FileRefused;
import io.fairlead.gateway.intake.RawFile;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A CSV of expenses, cell by cell. */
class ExpenseReaderTest {

    private static final String HEADER = "id,person,project,category,spent_on,amount,currency\n";

    private static List<ExpenseRow> read(String csv) {
        var rows = new ArrayList<ExpenseRow>();
        ExpenseReader.read(RawFile.read(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8))), rows::add);
        return rows;
    }

    private static ExpenseRow.Unread unread(String csv) {
        return (ExpenseRow.Unread) read(csv).getFirst();
    }

    @Test
    void a_row_is_what_its_cells_mean_and_nothing_where_it_has_none() {
        assertThat(read(HEADER + "7,ana,portal,TRAVEL,2026-03-02,595.00,EUR\n"))
                .containsExactly(new ExpenseRow.Read(
                        2,
                        "7",
                        "ana",
                        "portal",
                        null,
                        "TRAVEL",
                        LocalDate.of(2026, 3, 2),
                        new BigDecimal("595.00"),
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        "EUR",
                        true,
                        false,
                        null,
                        null,
                        null));
    }

    @Test
    void semicolons_quotes_and_a_byte_order_mark_are_read() {
        var rows = read("\uFEFFid;person;project;category;spent_on;amount;currency;tax;disbursement;line;note\n"
                + "7;ana;portal;TRAVEL;2026-03-02;595;EUR;95.00;yes;2;\"out; and back\"\n");

        assertThat(rows).singleElement().isInstanceOfSatisfying(ExpenseRow.Read.class, row -> {
            assertThat(row.tax()).isEqualByComparingTo("95");
            assertThat(row.disbursement()).isTrue();
            assertThat(row.lineNo()).isEqualTo(2);
            assertThat(row.note()).isEqualTo("out; and back");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7,ana,portal,TRAVEL,02.03.2026,595.00,EUR | spent_on | it is no date",
                "7,ana,portal,TRAVEL,2026-03-02,595.00001,EUR | amount | it is no amount",
                "7,ana,portal,TRAVEL,2026-03-02,1e3,EUR | amount | it is no amount",
                "7,ana,portal,TRAVEL,2026-03-02,-5,EUR | amount | it is below 0",
                "7,,portal,TRAVEL,2026-03-02,5,EUR | person | person is empty",
                "7,ana,portal,TRAVEL,2026-03-02,1,000.00,EUR | row | it has 8 cells and the header 7",
                "7,ana | row | it has 2 cells and the header 7"
            })
    void a_bad_cell_names_its_column_reason_and_remedy(String row, String column, String reason) {
        var unread = unread(HEADER + row + "\n");

        assertThat(unread.line()).isEqualTo(2);
        assertThat(unread.column()).isEqualTo(column);
        assertThat(unread.reason()).isEqualTo(reason);
        assertThat(unread.remedy()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id,person | COLUMNS_MISSING",
                "id,person,project,category,spent_on,amount,currency,taxx | COLUMN_UNKNOWN",
                "id,person,project,category,spent_on,amount,currency,id | COLUMN_TWICE",
                "id,person,project,category,spent_on,amount,currency | FILE_EMPTY"
            })
    void a_file_that_cannot_be_used_is_refused_before_a_row_is_handed_on(String header, String code) {
        assertThatThrownBy(() -> read(header + "\n"))
                .isInstanceOfSatisfying(
                        FileRefused.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
