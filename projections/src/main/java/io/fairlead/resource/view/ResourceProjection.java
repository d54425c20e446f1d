package io.fairlead.resource.view;

import static io.fairlead.projection.db.Tables.COST_RATE;
import static io.fairlead.projection.db.Tables.HOLIDAY_CALENDAR;
import static io.fairlead.projection.db.Tables.PERSON;
import static io.fairlead.projection.db.Tables.PERSON_ALIAS;

import io.fairlead.projection.Collector;
import io.fairlead.projection.Facts;
import io.fairlead.projection.Fold;
import io.fairlead.projection.ReadableText;
import io.fairlead.projection.Rows;
import io.fairlead.projection.States;
import io.fairlead.projection.db.tables.records.CostRateRecord;
import io.fairlead.projection.db.tables.records.HolidayCalendarRecord;
import io.fairlead.projection.db.tables.records.PersonAliasRecord;
import io.fairlead.projection.db.tables.records.PersonRecord;
import io.fairlead.resource.event.CostRateSet;
import io.fairlead.resource.event.HolidayCalendarSet;
import io.fairlead.resource.event.ResourceEnded;
import io.fairlead.resource.event.ResourceOnboarded;
import java.util.List;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.EventHandler;

/** Directory of people, what they cost and when they are off; read by {@link PersonQuery} and by costing. */
public final class ResourceProjection implements Fold {

    private final States<PersonRecord> people = States.of(PERSON, "person");
    private final Rows<PersonAliasRecord> aliases = Rows.of(PERSON_ALIAS);
    private final States<CostRateRecord> costRates = States.of(COST_RATE, "person");
    private final States<HolidayCalendarRecord> calendars = States.of(HOLIDAY_CALENDAR, "holiday-calendar");

    @Override
    public String name() {
        return "resource";
    }

    @Override
    public List<Collector<?>> tables() {
        return List.of(people, aliases, costRates, calendars);
    }

    @EventHandler
    void on(ResourceOnboarded event, Facts facts) {
        people.put(
                facts,
                row -> {
                    row.setLegalEntityId(event.getLegalEntityId());
                    row.setName(ReadableText.of(event.getName()));
                    row.setRole(event.getRole());
                    row.setEmployment(event.getEmployment());
                    row.setStartDate(event.getStartDate());
                    row.setLastDay(null);
                },
                event.getPersonId());
        for (var text : event.getAliases()) {
            var alias = ReadableText.of(text);
            if (alias != null) {
                aliases.add(new PersonAliasRecord(event.getPersonId(), alias, facts.position()));
            }
        }
    }

    @EventHandler
    void on(CostRateSet event, Facts facts) {
        costRates.put(
                facts,
                row -> {
                    row.setFromDate(event.getFrom());
                    row.setToDate(event.getTo());
                    row.setRate(event.getRate());
                    row.setCurrency(event.getCurrency());
                    row.setReason(event.getReason());
                },
                event.getPersonId(),
                event.getCostRateId());
    }

    @EventHandler
    void on(ResourceEnded event, Facts facts) {
        people.change(facts, row -> row.setLastDay(event.getLastDay()), event.getPersonId());
    }

    @EventHandler
    void on(HolidayCalendarSet event, Facts facts) {
        calendars.put(
                facts,
                row -> {
                    row.setName(event.getName());
                    row.setWeekend(joined(event.getWeekend()));
                    row.setHolidays(joined(event.getHolidays()));
                },
                event.getHolidayCalendarId());
    }

    private static String joined(List<?> days) {
        return days.stream().map(Object::toString).collect(Collectors.joining(","));
    }
}
