package io.fairlead.resource.view;

import static io.fairlead.projection.db.Tables.ABSENCE;
import static io.fairlead.projection.db.Tables.CAPACITY;

import io.fairlead.projection.EventMetadata;
import io.fairlead.projection.Projection;
import io.fairlead.projection.TableBuffer;
import io.fairlead.projection.UpsertTable;
import io.fairlead.projection.db.tables.records.AbsenceRecord;
import io.fairlead.projection.db.tables.records.CapacityRecord;
import io.fairlead.resource.event.AbsenceRecorded;
import io.fairlead.resource.event.CapacitySet;
import java.util.List;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.EventHandler;

/** How long people work and when they are away; read by utilization (R9). */
public final class CapacityProjection implements Projection {

    private final UpsertTable<CapacityRecord> capacities = UpsertTable.of(CAPACITY, "person");
    private final UpsertTable<AbsenceRecord> absences = UpsertTable.of(ABSENCE, "person");

    @Override
    public String name() {
        return "capacity";
    }

    @Override
    public List<TableBuffer<?>> tables() {
        return List.of(capacities, absences);
    }

    @EventHandler
    void on(CapacitySet event, EventMetadata facts) {
        capacities.put(
                facts,
                row -> row.setWeekdaySeconds(
                        event.getWeekdaySeconds().stream().map(String::valueOf).collect(Collectors.joining(","))),
                event.getPersonId(),
                event.getFrom());
    }

    @EventHandler
    void on(AbsenceRecorded event, EventMetadata facts) {
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
