package io.fairlead.contract;

import static io.fairlead.testing.Cast.ANA;
import static io.fairlead.testing.Cast.CARD;
import static io.fairlead.testing.Cast.GMBH;
import static io.fairlead.testing.Cast.wire;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.shared.Rate;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
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

    /** A day is paid as eight hours. */
    @ParameterizedTest
    @CsvSource({"HOUR, 3600", "DAY, 28800"})
    void a_row_that_would_be_set_concerns_the_days_on_which_it_would_hold(String unit, int secondsPerUnit) {
        var first = LocalDate.of(2026, 3, 1);
        var end = LocalDate.of(2026, 3, 31);
        var command = new SetRate(
                CARD,
                "r2",
                GMBH.value(),
                2,
                ANA,
                "lead",
                "travel",
                wire("150"),
                "EUR",
                unit,
                first,
                end,
                "agreed late");

        var change = RateChange.of(command);

        assertThat(change.from()).isEqualTo(first);
        assertThat(change.to()).isEqualTo(end);
        assertThat(change.row())
                .isEqualTo(new RateRow(
                        "rate-card:standard",
                        "r2",
                        "legal-entity:GMBH",
                        2,
                        "person:ana",
                        "lead",
                        "travel",
                        new Rate(wire("150"), CurrencyUnit.EUR, secondsPerUnit),
                        unit,
                        first,
                        end,
                        Long.MAX_VALUE));
    }

    @Test
    void a_row_that_would_be_set_for_everybody_names_nobody() {
        var command = new SetRate(
                CARD,
                "r2",
                GMBH.value(),
                null,
                null,
                null,
                null,
                wire("150"),
                "EUR",
                "HOUR",
                LocalDate.of(2026, 3, 1),
                null,
                "agreed late");

        assertThat(RateChange.of(command).row().personId()).isNull();
        assertThat(RateChange.of(command).to()).isNull();
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
