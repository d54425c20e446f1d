package io.fairlead.time.view;

import io.fairlead.projection.EventMetadata;
import io.fairlead.time.event.TimeApprovalChallenged;
import io.fairlead.time.event.TimeApprovalConfirmed;
import io.fairlead.time.event.TimeApprovalWithdrawn;
import io.fairlead.time.event.TimeApproved;
import io.fairlead.time.event.TimeCorrected;
import io.fairlead.time.event.TimeMoved;
import io.fairlead.time.event.TimeRecorded;
import io.fairlead.time.event.TimeRejected;
import io.fairlead.time.event.TimeRetold;
import io.fairlead.time.event.TimeSubmitted;
import org.axonframework.eventhandling.EventHandler;

/** An entry from its record to its approval, into doubt and out, and back when the approval is withdrawn. */
final class TimeEntryToApproval {

    private final TimeEntryRows rows;

    TimeEntryToApproval(TimeEntryRows rows) {
        this.rows = rows;
    }

    @EventHandler
    void on(TimeRecorded event, EventMetadata facts) {
        rows.put(facts, event.getTimeEntryId(), row -> TimeEntryApproval.recorded(row, event));
    }

    @EventHandler
    void on(TimeCorrected event, EventMetadata facts) {
        rows.change(facts, event.getTimeEntryId(), row -> TimeEntryApproval.corrected(row, event));
    }

    @EventHandler
    void on(TimeRetold event, EventMetadata facts) {
        rows.change(facts, event.getTimeEntryId(), row -> TimeEntryApproval.retold(row, event));
    }

    @EventHandler
    void on(TimeMoved event, EventMetadata facts) {
        rows.change(facts, event.getTimeEntryId(), row -> TimeEntryApproval.moved(row, event));
    }

    @EventHandler
    void on(TimeSubmitted event, EventMetadata facts) {
        rows.change(facts, event.getTimeEntryId(), row -> TimeEntryApproval.submitted(row, event));
    }

    @EventHandler
    void on(TimeApproved event, EventMetadata facts) {
        rows.change(facts, event.getTimeEntryId(), row -> TimeEntryApproval.approved(row, event));
    }

    @EventHandler
    void on(TimeRejected event, EventMetadata facts) {
        rows.change(facts, event.getTimeEntryId(), row -> TimeEntryApproval.rejected(row, event));
    }

    @EventHandler
    void on(TimeApprovalWithdrawn event, EventMetadata facts) {
        rows.change(facts, event.getTimeEntryId(), row -> TimeEntryParts.withdrawn(row, event));
    }

    @EventHandler
    void on(TimeApprovalChallenged event, EventMetadata facts) {
        rows.change(facts, event.getTimeEntryId(), row -> TimeEntryApproval.challenged(row, event));
    }

    @EventHandler
    void on(TimeApprovalConfirmed event, EventMetadata facts) {
        rows.change(facts, event.getTimeEntryId(), row -> TimeEntryApproval.confirmed(row, event));
    }
}
