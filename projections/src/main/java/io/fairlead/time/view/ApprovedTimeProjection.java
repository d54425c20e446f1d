package io.fairlead.time.view;

import static io.fairlead.projection.db.Tables.TIME_MOVEMENT;

import io.fairlead.projection.AppendOnlyTable;
import io.fairlead.projection.EventMetadata;
import io.fairlead.projection.Projection;
import io.fairlead.projection.TableBuffer;
import io.fairlead.projection.db.tables.records.TimeMovementRecord;
import io.fairlead.source.Work;
import io.fairlead.time.event.TimeApprovalWithdrawn;
import io.fairlead.time.event.TimeApproved;
import io.fairlead.time.event.TimeCorrectedAfterApproval;
import io.fairlead.time.event.TimeCorrectedAfterBilling;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;

/**
 * Approved seconds as signed movements, billable or not; read by {@code bi.fact_time_movement}. Worked seconds are of no billable
 * source: most of these events move them before there is a price, so each is read itself.
 */
public final class ApprovedTimeProjection implements Projection {

    private static final int RULE_VERSION = 1;

    private final AppendOnlyTable<TimeMovementRecord> movements = AppendOnlyTable.of(TIME_MOVEMENT);

    @Override
    public String name() {
        return "approved-time";
    }

    @Override
    public List<TableBuffer<?>> tables() {
        return List.of(movements);
    }

    @EventHandler
    void on(TimeApproved event, EventMetadata facts) {
        var of = new Approved(event.getTimeEntryId(), Work.of(event), event.getTimeClass(), event.getWorkDate());
        add(facts, "approved", of, event.getSeconds(), event.getWorkDate());
    }

    @EventHandler
    void on(TimeCorrectedAfterApproval event, EventMetadata facts) {
        var of = new Approved(event.getTimeEntryId(), Work.of(event), event.getTimeClass(), event.getServiceDate());
        add(facts, "corrected", of, event.getSecondsDelta(), event.getAccountingDate());
    }

    @EventHandler
    void on(TimeCorrectedAfterBilling event, EventMetadata facts) {
        var of = new Approved(event.getTimeEntryId(), Work.of(event), event.getTimeClass(), event.getServiceDate());
        add(facts, "corrected", of, -event.getSeconds(), event.getAccountingDate());
    }

    @EventHandler
    void on(TimeApprovalWithdrawn event, EventMetadata facts) {
        var of = new Approved(event.getTimeEntryId(), Work.of(event), event.getTimeClass(), event.getServiceDate());
        add(facts, "withdrawn", of, -event.getSeconds(), event.getAccountingDate());
    }

    /** What stays the same of an entry, whatever becomes of its seconds. */
    private record Approved(String timeEntryId, Work work, String timeClass, LocalDate serviceDate) {}

    private void add(EventMetadata facts, String leg, Approved of, int seconds, LocalDate accountingDate) {
        var row = new TimeMovementRecord();
        row.setEventId(facts.eventId());
        row.setLeg(leg);
        row.setPosition(facts.position());
        row.setRecordedAt(facts.recorded());
        row.setTimeEntryId(of.timeEntryId());
        row.setKind(leg);
        row.setLegalEntityId(of.work().legalEntityId());
        row.setCustomerId(of.work().customerId());
        row.setContractId(of.work().contractId());
        row.setProjectId(of.work().projectId());
        row.setLineNo(of.work().lineNo());
        row.setPersonId(of.work().personId());
        row.setTimeClass(of.timeClass());
        row.setServiceDate(of.serviceDate());
        row.setAccountingDate(accountingDate);
        row.setSeconds(seconds);
        row.setRuleVersion(RULE_VERSION);
        movements.add(row);
    }
}
