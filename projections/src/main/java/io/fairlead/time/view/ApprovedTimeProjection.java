package io.fairlead.time.view;

import static io.fairlead.projection.db.Tables.TIME_MOVEMENT;

import io.fairlead.projection.Collector;
import io.fairlead.projection.Facts;
import io.fairlead.projection.Fold;
import io.fairlead.projection.Rows;
import io.fairlead.projection.db.tables.records.TimeMovementRecord;
import io.fairlead.time.event.TimeApprovalWithdrawn;
import io.fairlead.time.event.TimeApproved;
import io.fairlead.time.event.TimeCorrectedAfterApproval;
import io.fairlead.time.event.TimeCorrectedAfterBilling;
import java.time.LocalDate;
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
        var row = movement(facts, "approved", event.getTimeEntryId(), event.getWorkDate(), event.getSeconds());
        row.setLegalEntityId(event.getLegalEntityId());
        row.setCustomerId(event.getCustomerId());
        row.setContractId(event.getContractId());
        row.setProjectId(event.getProjectId());
        row.setLineNo(event.getLineNo());
        row.setPersonId(event.getPersonId());
        row.setTimeClass(event.getTimeClass());
        row.setAccountingDate(event.getWorkDate());
        movements.add(row);
    }

    @EventHandler
    void on(TimeCorrectedAfterApproval event, Facts facts) {
        var seconds = event.getSecondsDelta();
        var row = movement(facts, "corrected", event.getTimeEntryId(), event.getServiceDate(), seconds);
        row.setLegalEntityId(event.getLegalEntityId());
        row.setCustomerId(event.getCustomerId());
        row.setContractId(event.getContractId());
        row.setProjectId(event.getProjectId());
        row.setLineNo(event.getLineNo());
        row.setPersonId(event.getPersonId());
        row.setTimeClass(event.getTimeClass());
        row.setAccountingDate(event.getAccountingDate());
        movements.add(row);
    }

    @EventHandler
    void on(TimeCorrectedAfterBilling event, Facts facts) {
        var seconds = -event.getSeconds();
        var row = movement(facts, "corrected", event.getTimeEntryId(), event.getServiceDate(), seconds);
        row.setLegalEntityId(event.getLegalEntityId());
        row.setCustomerId(event.getCustomerId());
        row.setContractId(event.getContractId());
        row.setProjectId(event.getProjectId());
        row.setLineNo(event.getLineNo());
        row.setPersonId(event.getPersonId());
        row.setTimeClass(event.getTimeClass());
        row.setAccountingDate(event.getAccountingDate());
        movements.add(row);
    }

    @EventHandler
    void on(TimeApprovalWithdrawn event, Facts facts) {
        var seconds = -event.getSeconds();
        var row = movement(facts, "withdrawn", event.getTimeEntryId(), event.getServiceDate(), seconds);
        row.setLegalEntityId(event.getLegalEntityId());
        row.setCustomerId(event.getCustomerId());
        row.setContractId(event.getContractId());
        row.setProjectId(event.getProjectId());
        row.setLineNo(event.getLineNo());
        row.setPersonId(event.getPersonId());
        row.setTimeClass(event.getTimeClass());
        row.setAccountingDate(event.getAccountingDate());
        movements.add(row);
    }

    private static TimeMovementRecord movement(
            Facts facts, String kind, String entry, LocalDate serviceDate, int seconds) {
        var row = new TimeMovementRecord();
        row.setEventId(facts.eventId());
        row.setLeg(kind);
        row.setPosition(facts.position());
        row.setRecordedAt(facts.recorded());
        row.setTimeEntryId(entry);
        row.setKind(kind);
        row.setServiceDate(serviceDate);
        row.setSeconds(seconds);
        row.setRuleVersion(RULE_VERSION);
        return row;
    }
}
