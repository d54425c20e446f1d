package io.fairlead.resource;

import static io.fairlead.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.resource.event.HolidayCalendarSet;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SetHolidayCalendarTest {

    private static final LocalDate EASTER_MONDAY = LocalDate.of(2026, 4, 6);
    private static final LocalDate MAY_DAY = LocalDate.of(2026, 5, 1);

    private final FixtureConfiguration<HolidayCalendar> calendar = new AggregateTestFixture<>(HolidayCalendar.class);

    @Test
    void days_off_are_sorted_and_counted_once() {
        calendar.givenNoPriorActivity()
                .when(set(List.of(7, 6, 7), List.of(MAY_DAY, EASTER_MONDAY, MAY_DAY)))
                .expectEvents(daysOff(EASTER_MONDAY, MAY_DAY));
    }

    @Test
    void the_same_days_again_change_nothing() {
        calendar.given(daysOff(EASTER_MONDAY, MAY_DAY))
                .when(set(List.of(6, 7), List.of(MAY_DAY, EASTER_MONDAY)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void other_days_replace_them() {
        calendar.given(daysOff(EASTER_MONDAY, MAY_DAY))
                .when(set(List.of(6, 7), List.of(MAY_DAY)))
                .expectEvents(daysOff(MAY_DAY));
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "7, true", "8, false"})
    void a_week_has_seven_days(int day, boolean taken) {
        if (taken) {
            assertThat(set(List.of(day), List.of()).weekend()).containsExactly(day);
        } else {
            assertRefused("G-02", "weekend", () -> set(List.of(day), List.of()));
        }
    }

    @Test
    void a_day_that_no_calendar_has_is_refused() {
        assertRefused("G-02", "holidays", () -> set(List.of(7), List.of(MAY_DAY, LocalDate.of(2200, 1, 1))));
    }

    private static SetHolidayCalendar set(List<Integer> weekend, List<LocalDate> holidays) {
        return new SetHolidayCalendar(HolidayCalendarId.of("BE"), "Berlin", weekend, holidays);
    }

    private static HolidayCalendarSet daysOff(LocalDate... holidays) {
        return HolidayCalendarSet.newBuilder()
                .setHolidayCalendarId("holiday-calendar:BE")
                .setName("Berlin")
                .setWeekend(List.of(6, 7))
                .setHolidays(List.of(holidays))
                .build();
    }
}
