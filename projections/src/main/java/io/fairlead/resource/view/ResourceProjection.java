package io.fairlead.resource.view;

import static io.fairlead.projection.db.Tables.COST_RATE;
import static io.fairlead.projection.db.Tables.HOLIDAY_CALENDAR;
import static io.fairlead.projection.db.Tables.MAPPED_IDENTITY;
import static io.fairlead.projection.db.Tables.PERSON;
import static io.fairlead.projection.db.Tables.PERSON_ALIAS;

import io.fairlead.projection.AppendOnlyTable;
import io.fairlead.projection.EventMetadata;
import io.fairlead.projection.Projection;
import io.fairlead.projection.ReadableText;
import io.fairlead.projection.TableBuffer;
import io.fairlead.projection.UpsertTable;
import io.fairlead.projection.db.tables.records.CostRateRecord;
import io.fairlead.projection.db.tables.records.HolidayCalendarRecord;
import io.fairlead.projection.db.tables.records.MappedIdentityRecord;
import io.fairlead.projection.db.tables.records.PersonAliasRecord;
import io.fairlead.projection.db.tables.records.PersonRecord;
import io.fairlead.resource.event.CostRateSet;
import io.fairlead.resource.event.HolidayCalendarSet;
import io.fairlead.resource.event.IdentityMapped;
import io.fairlead.resource.event.ResourceEnded;
import io.fairlead.resource.event.ResourceOnboarded;
import java.util.List;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.EventHandler;

/** Directory of people, what they cost and when they are off; read by {@link PersonQuery} and by costing. */
public final class ResourceProjection implements Projection {

    private final UpsertTable<PersonRecord> people = UpsertTable.of(PERSON, "person");
    private final AppendOnlyTable<PersonAliasRecord> aliases = AppendOnlyTable.of(PERSON_ALIAS);
    private final UpsertTable<CostRateRecord> costRates = UpsertTable.of(COST_RATE, "person");
    private final UpsertTable<HolidayCalendarRecord> calendars = UpsertTable.of(HOLIDAY_CALENDAR, "holiday-calendar");

    private final AppendOnlyTable<MappedIdentityRecord> identities = AppendOnlyTable.of(MAPPED_IDENTITY);

    @Override
    public String name() {
        return "resource";
    }

    @Override
    public List<TableBuffer<?>> tables() {
        return List.of(people, aliases, costRates, calendars, identities);
    }

    @EventHandler
    void on(ResourceOnboarded event, EventMetadata facts) {
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
    void on(CostRateSet event, EventMetadata facts) {
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
    void on(ResourceEnded event, EventMetadata facts) {
        people.change(facts, row -> row.setLastDay(event.getLastDay()), event.getPersonId());
    }

    @EventHandler
    void on(HolidayCalendarSet event, EventMetadata facts) {
        calendars.put(
                facts,
                row -> {
                    row.setName(event.getName());
                    row.setWeekend(joined(event.getWeekend()));
                    row.setHolidays(joined(event.getHolidays()));
                },
                event.getHolidayCalendarId());
    }

    @EventHandler
    void on(IdentityMapped event, EventMetadata facts) {
        identities.add(new MappedIdentityRecord(
                event.getIdentityId(), event.getIssuer(), event.getSubject(), event.getName(), facts.position()));
    }

    private static String joined(List<?> days) {
        return days.stream().map(Object::toString).collect(Collectors.joining(","));
    }
}
