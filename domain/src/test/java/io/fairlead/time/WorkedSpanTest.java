package io.fairlead.time;

import static io.fairlead.testing.Refusals.assertRefused;
import static io.fairlead.time.WorkedSpan.SPLIT_AT_MIDNIGHT;
import static io.fairlead.time.WorkedSpan.START_DATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.shared.Rate;
import io.fairlead.time.WorkedSpan.Part;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Case 16: cut-off, zones and midnight. */
class WorkedSpanTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Rate RATE = Rate.hourly(new BigDecimal("150"), "USD");
    private static final Instant LATE =
            LocalDateTime.of(2026, 3, 31, 23, 30).atZone(NEW_YORK).toInstant();

    @Test
    void work_over_midnight_belongs_to_the_day_it_began() {
        assertThat(new WorkedSpan(LATE, 3_600).parts(NEW_YORK, START_DATE))
                .containsExactly(new Part(LATE, LocalDate.of(2026, 3, 31), 3_600));
    }

    @Test
    void the_contracts_zone_decides_which_day_that_is() {
        assertThat(new WorkedSpan(LATE, 3_600).parts(LONDON, START_DATE))
                .extracting(Part::workDate)
                .containsExactly(LocalDate.of(2026, 4, 1));
    }

    @Test
    void split_at_midnight_gives_each_day_its_part_and_price() {
        var parts = new WorkedSpan(LATE, 3_600).parts(NEW_YORK, SPLIT_AT_MIDNIGHT);

        assertThat(parts)
                .containsExactly(
                        new Part(LATE, LocalDate.of(2026, 3, 31), 1_800),
                        new Part(LATE.plusSeconds(1_800), LocalDate.of(2026, 4, 1), 1_800));
        assertThat(parts)
                .extracting(part -> RATE.times(part.seconds()).toString())
                .containsOnly("USD 75.00");
    }

    @Test
    void work_that_ends_at_midnight_is_one_part() {
        assertThat(new WorkedSpan(LATE, 1_800).parts(NEW_YORK, SPLIT_AT_MIDNIGHT))
                .hasSize(1);
    }

    @Test
    void a_short_day_may_take_three_parts() {
        // 24 hours from 23:30 before the day of 23 hours.
        var begin = LocalDateTime.of(2026, 3, 7, 23, 30).atZone(NEW_YORK).toInstant();

        assertThat(new WorkedSpan(begin, 86_400).parts(NEW_YORK, SPLIT_AT_MIDNIGHT))
                .extracting(Part::seconds)
                .containsExactly(1_800, 82_800, 1_800);
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "86400, true", "86401, false", "-1, false"})
    void between_start_and_end_lies_worked_time_of_one_day(int seconds, boolean taken) {
        if (taken) {
            assertThat(WorkedSpan.between(LATE, LATE.plusSeconds(seconds))).isEqualTo(new WorkedSpan(LATE, seconds));
        } else {
            assertRefused("T-01", "end", () -> WorkedSpan.between(LATE, LATE.plusSeconds(seconds)));
            assertRefused("T-01", "seconds", () -> new WorkedSpan(LATE, seconds));
        }
    }

    @Test
    void the_clock_skips_an_hour_and_work_does_not() {
        var span =
                WorkedSpan.between(LocalDateTime.of(2026, 3, 8, 1, 30), LocalDateTime.of(2026, 3, 8, 3, 30), NEW_YORK);

        assertThat(span.seconds()).isEqualTo(3_600);
        assertThat(RATE.times(span.seconds())).hasToString("USD 150.00");
    }

    @Test
    void a_begin_that_the_clock_skips_is_refused_and_one_that_it_shows_twice_is_the_first() {
        var skipped = LocalDateTime.of(2026, 3, 8, 2, 30);
        assertRefused("T-21", "start", () -> WorkedSpan.begin(skipped, NEW_YORK));
        assertRefused("T-21", "start", () -> WorkedSpan.between(skipped, skipped.plusHours(2), NEW_YORK));
        assertThat(WorkedSpan.begin(skipped.plusMinutes(30), NEW_YORK))
                .isEqualTo(Instant.parse("2026-03-08T07:00:00Z"));
        assertThat(WorkedSpan.begin(LocalDateTime.of(2026, 11, 1, 1, 30), NEW_YORK))
                .isEqualTo(Instant.parse("2026-11-01T05:30:00Z"));
    }

    @Test
    void the_clock_repeats_an_hour_and_work_counts_it() {
        assertThat(WorkedSpan.between(
                                LocalDateTime.of(2026, 11, 1, 0, 30), LocalDateTime.of(2026, 11, 1, 2, 30), NEW_YORK)
                        .seconds())
                .isEqualTo(10_800);
    }

    @Test
    void the_parts_are_the_whole() {
        for (int seconds = 1; seconds <= 86_400; seconds += 997) {
            assertThat(new WorkedSpan(LATE, seconds)
                            .parts(NEW_YORK, SPLIT_AT_MIDNIGHT).stream()
                                    .mapToInt(Part::seconds)
                                    .sum())
                    .isEqualTo(seconds);
        }
    }

    @Test
    void an_end_before_the_start_and_an_unknown_policy_are_refused() {
        assertRefused("T-01", "end", () -> WorkedSpan.between(LATE, LATE));
        assertRefused("T-01", "end", () -> WorkedSpan.between(LATE, LATE.plusSeconds(86_401)));
        assertRefused("G-02", "midnight", () -> new WorkedSpan(LATE, 60).parts(NEW_YORK, "NOON"));
    }
}
