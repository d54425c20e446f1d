package io.fairlead.time.view;

import static io.fairlead.projection.db.Tables.TIME_ENTRY;
import static io.fairlead.projection.db.Tables.TIME_ENTRY_STATUS;

import io.fairlead.projection.EventMetadata;
import io.fairlead.projection.Projection;
import io.fairlead.projection.TableBuffer;
import io.fairlead.projection.UpsertTable;
import io.fairlead.projection.db.tables.records.TimeEntryRecord;
import io.fairlead.projection.db.tables.records.TimeEntryStatusRecord;
import io.fairlead.time.event.TimeApprovalChallenged;
import io.fairlead.time.event.TimeApprovalConfirmed;
import io.fairlead.time.event.TimeApprovalWithdrawn;
import io.fairlead.time.event.TimeApproved;
import io.fairlead.time.event.TimeBilled;
import io.fairlead.time.event.TimeChangeRefused;
import io.fairlead.time.event.TimeChangeRequested;
import io.fairlead.time.event.TimeCorrected;
import io.fairlead.time.event.TimeCorrectedAfterApproval;
import io.fairlead.time.event.TimeCorrectedAfterBilling;
import io.fairlead.time.event.TimeCreditProposed;
import io.fairlead.time.event.TimeDeferred;
import io.fairlead.time.event.TimePriced;
import io.fairlead.time.event.TimePutOnDraft;
import io.fairlead.time.event.TimeRateOverridden;
import io.fairlead.time.event.TimeRecorded;
import io.fairlead.time.event.TimeRejected;
import io.fairlead.time.event.TimeReopened;
import io.fairlead.time.event.TimeRepriced;
import io.fairlead.time.event.TimeSubmitted;
import io.fairlead.time.event.TimeTakenOffDraft;
import io.fairlead.time.event.TimeWrittenOff;
import java.util.List;
import java.util.function.Consumer;
import org.axonframework.eventhandling.EventHandler;

/** Each time entry as it stands; read by {@link TimeEntryQuery}. */
public final class TimeEntryProjection implements Projection {

    private final UpsertTable<TimeEntryRecord> entries = UpsertTable.of(TIME_ENTRY, "time-entry");
    private final UpsertTable<TimeEntryStatusRecord> statuses = UpsertTable.of(TIME_ENTRY_STATUS, "time-entry");

    @Override
    public String name() {
        return "time-entry";
    }

    @Override
    public List<TableBuffer<?>> tables() {
        return List.of(entries, statuses);
    }

    @EventHandler
    void on(TimeRecorded event, EventMetadata facts) {
        var id = event.getTimeEntryId();
        entries.put(facts, row -> TimeEntryApproval.recorded(row, event), id);
        follow(facts, id);
    }

    @EventHandler
    void on(TimeCorrected event, EventMetadata facts) {
        change(facts, row -> TimeEntryApproval.corrected(row, event), event.getTimeEntryId());
    }

    @EventHandler
    void on(TimeSubmitted event, EventMetadata facts) {
        change(facts, row -> TimeEntryApproval.submitted(row, event), event.getTimeEntryId());
    }

    @EventHandler
    void on(TimeApproved event, EventMetadata facts) {
        change(facts, row -> TimeEntryApproval.approved(row, event), event.getTimeEntryId());
    }

    @EventHandler
    void on(TimeRejected event, EventMetadata facts) {
        change(facts, row -> TimeEntryApproval.rejected(row, event), event.getTimeEntryId());
    }

    @EventHandler
    void on(TimePriced event, EventMetadata facts) {
        change(facts, row -> TimeEntryParts.priced(row, event), event.getTimeEntryId());
    }

    @EventHandler
    void on(TimeRepriced event, EventMetadata facts) {
        change(facts, row -> TimeEntryParts.repriced(row, event), event.getTimeEntryId());
    }

    @EventHandler
    void on(TimePutOnDraft event, EventMetadata facts) {
        change(
                facts,
                row -> {
                    row.setInvoiceId(event.getInvoiceId());
                    TimeEntryParts.move(row, -event.getSeconds(), event.getSeconds(), 0, 0);
                },
                event.getTimeEntryId());
    }

    @EventHandler
    void on(TimeTakenOffDraft event, EventMetadata facts) {
        change(
                facts,
                row -> {
                    row.setInvoiceId(null);
                    TimeEntryParts.move(row, event.getSeconds(), -event.getSeconds(), 0, 0);
                },
                event.getTimeEntryId());
    }

    @EventHandler
    void on(TimeBilled event, EventMetadata facts) {
        change(
                facts,
                row -> {
                    row.setInvoiceId(event.getInvoiceId());
                    row.setInvoiceNumber(event.getInvoiceNumber());
                    TimeEntryParts.move(row, 0, -event.getSeconds(), event.getSeconds(), 0);
                },
                event.getTimeEntryId());
    }

    @EventHandler
    void on(TimeReopened event, EventMetadata facts) {
        int seconds = event.getSeconds();
        change(facts, row -> TimeEntryParts.move(row, seconds, 0, -seconds, 0), event.getTimeEntryId());
    }

    @EventHandler
    void on(TimeWrittenOff event, EventMetadata facts) {
        int seconds = event.getSeconds();
        boolean billed = event.getCreditNoteId() != null;
        change(
                facts,
                row -> TimeEntryParts.move(row, billed ? 0 : -seconds, 0, billed ? -seconds : 0, seconds),
                event.getTimeEntryId());
    }

    @EventHandler
    void on(TimeCorrectedAfterBilling event, EventMetadata facts) {
        change(facts, row -> TimeEntryParts.corrected(row, event), event.getTimeEntryId());
    }

    @EventHandler
    void on(TimeCorrectedAfterApproval event, EventMetadata facts) {
        change(facts, row -> TimeEntryParts.corrected(row, event), event.getTimeEntryId());
    }

    @EventHandler
    void on(TimeCreditProposed event, EventMetadata facts) {
        change(
                facts,
                row -> {
                    row.setProposedSeconds(event.getParts().isEmpty() ? null : (Integer) event.getWantedSeconds());
                    row.setChangeAsked(null);
                },
                event.getTimeEntryId());
    }

    @EventHandler
    void on(TimeApprovalWithdrawn event, EventMetadata facts) {
        change(facts, row -> TimeEntryParts.withdrawn(row, event), event.getTimeEntryId());
    }

    @EventHandler
    void on(TimeApprovalChallenged event, EventMetadata facts) {
        change(facts, row -> TimeEntryApproval.challenged(row, event), event.getTimeEntryId());
    }

    @EventHandler
    void on(TimeApprovalConfirmed event, EventMetadata facts) {
        change(facts, row -> TimeEntryApproval.confirmed(row, event), event.getTimeEntryId());
    }

    @EventHandler
    void on(TimeChangeRequested event, EventMetadata facts) {
        change(facts, row -> row.setChangeAsked(event.getChange()), event.getTimeEntryId());
    }

    @EventHandler
    void on(TimeChangeRefused event, EventMetadata facts) {
        change(facts, row -> row.setChangeAsked(null), event.getTimeEntryId());
    }

    @EventHandler
    void on(TimeDeferred event, EventMetadata facts) {
        change(
                facts,
                row -> {
                    row.setDeferredUntil(event.getUntil());
                    row.setDeferredBecause(event.getReason());
                },
                event.getTimeEntryId());
    }

    @EventHandler
    void on(TimeRateOverridden event, EventMetadata facts) {
        change(facts, row -> row.setOwnRate(event.getRate()), event.getTimeEntryId());
    }

    private void change(EventMetadata facts, Consumer<TimeEntryRecord> change, String timeEntryId) {
        entries.change(facts, change, timeEntryId);
        follow(facts, timeEntryId);
    }

    private void follow(EventMetadata facts, String timeEntryId) {
        var status = entries.get(timeEntryId).getStatus();
        var known = statuses.find(timeEntryId);
        if (known == null || !known.getStatus().equals(status)) {
            statuses.put(facts, row -> row.setStatus(status), timeEntryId);
        }
    }
}
