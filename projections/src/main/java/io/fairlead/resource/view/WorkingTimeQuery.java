package io.fairlead.resource.view;

import static io.fairlead.projection.db.Tables.ABSENCE;
import static io.fairlead.projection.db.Tables.CAPACITY;
import static io.fairlead.projection.db.Tables.HOLIDAY_CALENDAR;

import io.fairlead.view.KeyedRows;
import io.fairlead.view.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** When people work and when they are off; read by HTTP and CLI. */
public final class WorkingTimeQuery {

    private final DSLContext db;

    public WorkingTimeQuery(DSLContext db) {
        this.db = db;
    }

    /** Days off of a company or site; weekdays from 1, Monday, to 7. */
    public record HolidayCalendar(
            String holidayCalendarId, String name, List<Integer> weekend, List<LocalDate> holidays) {}

    /** How long a person works, Monday to Sunday, from a day on. */
    public record Capacity(LocalDate from, List<Integer> weekdaySeconds) {}

    /** A person is away; null seconds mean whole days. */
    public record Absence(
            String absenceId,
            LocalDate fromDate,
            LocalDate toDate,
            @Nullable Integer secondsPerDay,
            String kind) {}

    /** By id. */
    public Page<HolidayCalendar> calendars(@Nullable String cursor, int limit) {
        var c = HOLIDAY_CALENDAR;
        var rows = db.selectFrom(c)
                .where(Page.after(c.HOLIDAY_CALENDAR_ID, cursor))
                .orderBy(c.HOLIDAY_CALENDAR_ID)
                .limit(Page.oneMoreThan(limit))
                .fetch(row -> new HolidayCalendar(
                        row.getHolidayCalendarId(),
                        row.getName(),
                        parts(row.getWeekend(), Integer::valueOf),
                        parts(row.getHolidays(), LocalDate::parse)));
        return Page.of(rows, limit, HolidayCalendar::holidayCalendarId);
    }

    /** Of a person, by first day. */
    public List<Capacity> capacities(String personId) {
        return db.selectFrom(CAPACITY)
                .where(CAPACITY.PERSON_ID.eq(personId))
                .orderBy(CAPACITY.FROM_DATE)
                .fetch(row -> new Capacity(row.getFromDate(), parts(row.getWeekdaySeconds(), Integer::valueOf)));
    }

    /** Of a person, by first day. */
    public Page<Absence> absences(String personId, @Nullable String cursor, int limit) {
        var key = ABSENCE.FROM_DATE.cast(SQLDataType.CLOB).concat("/").concat(ABSENCE.ABSENCE_ID);
        return new KeyedRows<>(ABSENCE, Absence.class, key, KeyedRows.BY_DAY)
                .page(db, ABSENCE.PERSON_ID.eq(personId), cursor, limit);
    }

    private static <T> List<T> parts(String joined, Function<String, T> read) {
        return joined.isEmpty()
                ? List.of()
                : Stream.of(joined.split(",", -1)).map(read).toList();
    }
}
