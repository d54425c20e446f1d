package io.fairlead.contract;

import static io.fairlead.testing.Cast.wire;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.shared.Rate;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which days of work a change of a card concerns. */
class RateChangeTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-01, , ", // An open row concerns all days from the change on,
        "2026-03-01, 2026-03-31, 2026-03-31", // one with an end those before it,
        "2026-03-01, 2026-03-02, 2026-03-02",
        "2026-03-01, 2026-03-01, ", // and one that ends with the change all days on which it held before.
        "2026-03-01, 2026-02-01, "
    })
    void a_row_concerns_days_from_its_change_on(LocalDate from, LocalDate end, LocalDate to) {
        var row = row(end);

        assertThat(RateChange.of(row, from)).isEqualTo(new RateChange(row, from, to));
    }

    @ParameterizedTest
    @CsvSource({
        "          , 2026-03-01, 2026-03-01, ", // An open row that ends concerns all days from its end on,
        "2026-03-31, 2026-03-01, 2026-03-01, 2026-03-31", // one that ends earlier the days until its end before,
        "2026-03-01, 2026-03-31, 2026-03-01, 2026-03-31" // and one that ends later the days until its end then.
    })
    void a_row_whose_end_moves_concerns_the_days_between_both_ends(
            LocalDate before, LocalDate end, LocalDate from, LocalDate to) {
        assertThat(RateChange.ended(row(before), end)).isEqualTo(new RateChange(row(end), from, to));
    }

    private static RateRow row(LocalDate end) {
        var first = LocalDate.of(2026, 1, 1);
        return new RateRow(
                "card",
                "r1",
                "project:P-1",
                null,
                null,
                null,
                null,
                Rate.hourly(wire("1"), "EUR"),
                "HOUR",
                first,
                end,
                1);
    }
}
