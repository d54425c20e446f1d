package io.fairlead.resource.view;

import static io.fairlead.projection.db.Tables.ABSENCE;
import static io.fairlead.projection.db.Tables.CAPACITY;

import io.fairlead.projection.Collector;
import io.fairlead.projection.Facts;
import io.fairlead.projection.Fold;
import io.fairlead.projection.States;
import io.fairlead.projection.db.tables.records.AbsenceRecord;
import io.fairlead.projection.db.tables.records.CapacityRecord;
import io.fairlead.resource.event.AbsenceRecorded;
import io.fairlead.resource.event.CapacitySet;
import java.util.List;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.EventHandler;

/** How long people work and when they are away; read by utilization (R9). */
public final class CapacityProjection implements Fold {

    private final States<CapacityRecord> capacities = States.of(CAPACITY, "person");
    private final States<AbsenceRecord> absences = States.of(ABSENCE, "person");

    @Override
    public String name() {
        return "capacity";
    }

    @Override
    public List<Collector<?>> tables() {
        return List.of(capacities, absences);
    }

    @EventHandler
    void on(CapacitySet event, Facts facts) {
        capacities.put(
                facts,
                row -> row.setWeekdaySeconds(
                        event.getWeekdaySeconds().stream().map(String::valueOf).collect(Collectors.joining(","))),
                event.getPersonId(),
                event.getFrom());
    }

    @EventHandler
    void on(AbsenceRecorded event, Facts facts) {
        absences.put(
                facts,
                row -> {
                    row.setFromDate(event.getFrom());
                    row.setToDate(event.getTo());
                    row.setSecondsPerDay(event.getSecondsPerDay());
                    row.setKind(event.getKind());
                },
                event.getPersonId(),
                event.getAbsenceId());
    }
}
