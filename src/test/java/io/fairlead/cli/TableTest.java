package io.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables as text and as CSV. */
class TableTest {

    private final Table table = new Table(
            "Unbilled",
            List.of("customer", "amount"),
            List.of(List.of("Acme, \"Inc\"", "1,250.00 EUR"), List.of("Bob", "7.50 EUR")));

    @Test
    void numbers_stand_to_the_right() {
        assertThat(table.asText().lines())
                .containsExactly(
                        "Unbilled",
                        "customer           amount",
                        "-----------  ------------",
                        "Acme, \"Inc\"  1,250.00 EUR",
                        "Bob              7.50 EUR");
    }

    @Test
    void csv_quotes_what_needs_it() {
        assertThat(table.asCsv())
                .isEqualTo("customer,amount\r\n\"Acme, \"\"Inc\"\"\",\"1,250.00 EUR\"\r\nBob,7.50 EUR\r\n");
    }

    @Test
    void a_text_becomes_no_formula_and_a_number_below_zero_stays_one() {
        var odd = new Table("", List.of("customer", "amount"), List.of(List.of("=HYPERLINK(1)", "-7.50 EUR")));

        assertThat(odd.asCsv()).isEqualTo("customer,amount\r\n'=HYPERLINK(1),-7.50 EUR\r\n");
    }

    @Test
    void text_from_outside_moves_no_cursor_and_ends_no_line() {
        var odd = new Table(
                "Of \u001b]0;pwned\u0007",
                List.of("name"),
                List.of(List.of("a\u001b[2J"), List.of("b\r\nforged"), List.of("\u009b\u202ec"), List.of("\t=1+1")));

        for (var text : List.of(odd.asText(), odd.asCsv())) {
            assertThat(text.chars().filter(c -> Character.isISOControl(c) && c != '\n' && c != '\r' || c == '\u202e'))
                    .isEmpty();
        }
        assertThat(odd.asText()).contains("a\\u001b[2J", "b\\r\\nforged").hasLineCount(7);
        assertThat(odd.asCsv().lines()).contains("\\t=1+1").hasSize(5);
    }

    @Test
    void several_are_one_under_the_headings_of_all_and_one_stays_as_it_is() {
        var other = new Table("Paid", List.of("amount", "day"), List.of(List.of("7.50 EUR", "2026-03-01")));

        assertThat(Table.joined(List.of(table, other)).asCsv())
                .isEqualTo("section,customer,amount,day\r\n"
                        + "Unbilled,\"Acme, \"\"Inc\"\"\",\"1,250.00 EUR\",\r\n"
                        + "Unbilled,Bob,7.50 EUR,\r\n"
                        + "Paid,,7.50 EUR,2026-03-01\r\n");
        assertThat(Table.joined(List.of(table))).isEqualTo(table);
    }

    @Test
    void a_title_may_have_lines_but_no_empty_one() {
        assertThat(new Table("Changes: 1\nEvents: 153", List.of("a"), List.of())
                        .asText()
                        .lines())
                .startsWith("Changes: 1", "Events: 153", "a");
        assertThatThrownBy(() -> new Table("\nUnbilled", List.of("a"), List.of()))
                .hasMessage("a title with an empty line: \\nUnbilled");
    }

    @Test
    void a_row_of_another_length_is_refused() {
        assertThatThrownBy(() -> new Table("", List.of("a", "b"), List.of(List.of("1"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a row of 1 cells under 2 headings");
    }
}
