package io.fairlead.gateway.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetRowsTest {

    @Test
    void cells_are_quoted_where_they_must_be() {
        var rows = List.of(List.of("a,b", "say \"hi\""), List.of("", "two\nlines"));

        assertThat(SpreadsheetRows.of(List.of("One", "Other"), rows))
                .isEqualTo("One,Other\r\n\"a,b\",\"say \"\"hi\"\"\"\r\n,\"two\nlines\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1+1|cmd", "@SUM(A1)", "\t=1", "\r=1"})
    void a_text_never_becomes_a_formula(String text) {
        assertThat(SpreadsheetRows.text(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @CsvSource({"Workshop", "''", "a=b", "'12.50'"})
    void other_texts_stay_as_they_are(String text) {
        assertThat(SpreadsheetRows.text(text)).isEqualTo(text);
    }
}
