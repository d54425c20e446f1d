package io.fairlead.app.parked;

import static io.fairlead.projection.db.Tables.TIME_MOVEMENT;

import io.fairlead.projection.AppendOnlyTable;
import io.fairlead.projection.EventMetadata;
import io.fairlead.projection.Projection;
import io.fairlead.projection.TableBuffer;
import io.fairlead.projection.db.tables.records.TimeMovementRecord;
import io.fairlead.time.event.TimeRejected;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.eventhandling.EventHandler;

/** A view with a fault that a test can mend: it cannot fold the events of one stream. */
final class StumblingFold implements Projection {

    static final String NAME = "view-under-test";

    private final AppendOnlyTable<TimeMovementRecord> movements = AppendOnlyTable.of(TIME_MOVEMENT);
    private final AtomicReference<String> poison;

    StumblingFold(AtomicReference<String> poison) {
        this.poison = poison;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<TableBuffer<?>> tables() {
        return List.of(movements);
    }

    @EventHandler
    void on(TimeRejected event, EventMetadata facts) {
        if (event.getTimeEntryId().equals(poison.get())) {
            throw new IllegalArgumentException("planted: cannot fold " + event.getTimeEntryId());
        }
        var row = new TimeMovementRecord();
        row.setEventId(facts.eventId());
        row.setLeg("rejected");
        row.setPosition(facts.position());
        row.setRecordedAt(facts.recorded());
        row.setLegalEntityId("");
        row.setCustomerId("");
        row.setContractId("");
        row.setProjectId("");
        row.setLineNo(1);
        row.setTimeEntryId(event.getTimeEntryId());
        row.setPersonId("");
        row.setKind("rejected");
        row.setTimeClass("");
        row.setServiceDate(LocalDate.EPOCH);
        row.setAccountingDate(LocalDate.EPOCH);
        row.setSeconds(event.getVersion());
        row.setRuleVersion(1);
        movements.add(row);
    }
}
