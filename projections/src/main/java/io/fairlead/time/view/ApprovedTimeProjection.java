package io.fairlead.time.view;

import static io.fairlead.projection.db.Tables.TIME_MOVEMENT;

import io.fairlead.projection.Collector;
import io.fairlead.projection.Facts;
import io.fairlead.projection.Fold;
import io.fairlead.projection.Rows;
import io.fairlead.projection.db.tables.records.TimeMovementRecord;
import io.fairlead.time.event.TimeApproved;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;

/** Approved seconds as signed movements, billable or not; read by {@code bi.fact_time_movement}. */
public final class ApprovedTimeProjection implements Fold {

    private static final int RULE_VERSION = 1;

    private final Rows<TimeMovementRecord> movements = Rows.of(TIME_MOVEMENT);

    @Override
    public String name() {
        return "approved-time";
    }

    @Override
    public List<Collector<?>> tables() {
        return List.of(movements);
    }

    @EventHandler
    void on(TimeApproved event, Facts facts) {
        var row = new TimeMovementRecord();
        row.setEventId(facts.eventId());
        row.setLeg("approved");
        row.setPosition(facts.position());
        row.setRecordedAt(facts.recorded());
        row.setLegalEntityId(event.getLegalEntityId());
        row.setCustomerId(event.getCustomerId());
        row.setContractId(event.getContractId());
        row.setProjectId(event.getProjectId());
        row.setLineNo(event.getLineNo());
        row.setTimeEntryId(event.getTimeEntryId());
        row.setPersonId(event.getPersonId());
        row.setKind("approved");
        row.setTimeClass(event.getTimeClass());
        row.setServiceDate(event.getWorkDate());
        row.setAccountingDate(event.getWorkDate());
        row.setSeconds(event.getSeconds());
        row.setRuleVersion(RULE_VERSION);
        movements.add(row);
    }
}
