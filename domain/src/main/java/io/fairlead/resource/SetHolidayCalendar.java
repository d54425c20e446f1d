package io.fairlead.resource;

import io.fairlead.shared.Check;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Set the days off of a company or site.
 *
 * @param holidayCalendarId its code
 * @param name what people call it
 * @param weekend 1 Monday to 7 Sunday
 * @param holidays days off besides
 */
public record SetHolidayCalendar(
        @TargetAggregateIdentifier HolidayCalendarId holidayCalendarId,
        String name,
        List<Integer> weekend,
        List<LocalDate> holidays) {

    public SetHolidayCalendar {
        Check.text("name", name, 200);
        weekend.forEach(day -> Check.range("weekend", day, 1, 7));
        weekend = weekend.stream().sorted().distinct().toList();
        holidays.forEach(day -> Check.day("holidays", day));
        holidays = holidays.stream().sorted().distinct().toList();
    }
}
