package io.fairlead.resource;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import io.fairlead.resource.event.HolidayCalendarSet;
import io.fairlead.shared.Recording;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The days off of a company or site; set as a whole, as often as needed. */
@AggregateRoot
public class HolidayCalendar {

    @AggregateIdentifier
    private @Nullable HolidayCalendarId id;

    private @Nullable HolidayCalendarSet set;

    HolidayCalendar() {} // Axon creates it empty, then evolves it from its events.

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void decide(SetHolidayCalendar command) {
        var event = HolidayCalendarSet.newBuilder()
                .setHolidayCalendarId(command.holidayCalendarId().value())
                .setName(command.name())
                .setWeekend(command.weekend())
                .setHolidays(command.holidays())
                .build();
        if (!event.equals(set)) {
            Recording.record(event);
        }
    }

    @EventSourcingHandler
    void evolve(HolidayCalendarSet event) {
        id = new HolidayCalendarId(event.getHolidayCalendarId());
        set = event;
    }
}
