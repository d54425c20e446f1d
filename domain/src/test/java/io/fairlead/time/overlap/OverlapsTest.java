package io.fairlead.time.overlap;

import static io.fairlead.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OverlapsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 6);
    private static final Span NINE = span("a", "09:00", 3);
    private static final Span TEN = span("b", "10:00", 3);
    private static final Span NOON = span("c", "12:00", 1);

    private static Span span(String key, @Nullable String start, int hours) {
        var begin = start == null ? null : Instant.parse(DAY + "T" + start + ":00Z");
        return new Span("time-entry:" + key, "legal-entity:GMBH", begin, DAY, hours * 3_600, false);
    }

    @Test
    void of_two_that_meet_the_later_one_names_the_other() {
        var around = List.of(NINE, TEN);
        assertThat(Overlaps.of(TEN, around)).isEqualTo(new Overlaps.Found(List.of("time-entry:a"), 6 * 3_600));
        assertThat(Overlaps.of(NINE, around).isNothing()).isTrue();
    }

    @Test
    void what_ends_when_the_other_begins_does_not_meet_it() {
        assertThat(Overlaps.of(NOON, List.of(NINE, NOON)).isNothing()).isTrue();
        assertThat(Overlaps.of(NOON, List.of(TEN, NOON)).others()).containsExactly("time-entry:b");
    }

    @Test
    void what_was_rejected_meets_nothing() {
        var rejected = span("b", "10:00", 0);
        assertThat(Overlaps.of(rejected, List.of(NINE, rejected)).isNothing()).isTrue();
        assertThat(Overlaps.of(NOON, List.of(rejected, NOON)).isNothing()).isTrue();
    }

    @Test
    void more_than_a_day_is_told_by_the_last_entry_of_it() {
        var one = span("a", null, 13);
        var other = span("b", null, 11);
        var more = span("c", null, 1);
        assertThat(Overlaps.of(other, List.of(one, other)).isNothing())
                .as("24 h are a day")
                .isTrue();
        assertThat(Overlaps.of(more, List.of(one, other, more)))
                .isEqualTo(new Overlaps.Found(List.of("time-entry:a", "time-entry:b"), 25 * 3_600));
        assertThat(Overlaps.of(other, List.of(one, other, more)).isNothing()).isTrue();
    }

    @Test
    void work_over_midnight_meets_that_of_the_next_day() {
        var night = span("a", "22:00", 4);
        var early = new Span(
                "time-entry:b",
                "legal-entity:GMBH",
                Instant.parse("2026-03-07T01:00:00Z"),
                DAY.plusDays(1),
                3_600,
                false);
        assertThat(Overlaps.of(early, List.of(night, early)).others()).containsExactly("time-entry:a");
    }

    @Test
    void a_company_that_takes_none_refuses_whichever_is_later_and_a_day_that_is_too_long() {
        assertRefused("T-20", "start", () -> Overlaps.requireNone(NINE, List.of(TEN)));
        assertRefused("T-20", "start", () -> Overlaps.requireNone(TEN, List.of(NINE)));
        assertRefused("T-20", "seconds", () -> Overlaps.requireNone(span("a", null, 12), List.of(span("b", null, 13))));
        Overlaps.requireNone(NINE, List.of(NINE, NOON));
    }
}
