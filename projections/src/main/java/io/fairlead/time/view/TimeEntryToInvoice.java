package io.fairlead.time.view;

import io.fairlead.projection.EventMetadata;
import io.fairlead.time.event.TimeBilled;
import io.fairlead.time.event.TimeCorrectedAfterApproval;
import io.fairlead.time.event.TimeCorrectedAfterBilling;
import io.fairlead.time.event.TimePriced;
import io.fairlead.time.event.TimePutOnDraft;
import io.fairlead.time.event.TimeReopened;
import io.fairlead.time.event.TimeRepriced;
import io.fairlead.time.event.TimeTakenOffDraft;
import io.fairlead.time.event.TimeWrittenOff;
import org.axonframework.eventhandling.EventHandler;

/** An entry from its price to drafts, invoices and credit notes; how its parts move is told by {@link TimeEntryParts}. */
final class TimeEntryToInvoice {

    private final TimeEntryRows rows;

    TimeEntryToInvoice(TimeEntryRows rows) {
        this.rows = rows;
    }

    @EventHandler
    void on(TimePriced event, EventMetadata facts) {
        rows.change(facts, event.getTimeEntryId(), row -> TimeEntryParts.priced(row, event));
    }

    @EventHandler
    void on(TimeRepriced event, EventMetadata facts) {
        rows.change(facts, event.getTimeEntryId(), row -> TimeEntryParts.repriced(row, event));
    }

    @EventHandler
    void on(TimePutOnDraft event, EventMetadata facts) {
        rows.change(facts, event.getTimeEntryId(), row -> {
            row.setInvoiceId(event.getInvoiceId());
            TimeEntryParts.move(row, -event.getSeconds(), event.getSeconds(), 0, 0);
        });
    }

    @EventHandler
    void on(TimeTakenOffDraft event, EventMetadata facts) {
        rows.change(facts, event.getTimeEntryId(), row -> {
            row.setInvoiceId(null);
            TimeEntryParts.move(row, event.getSeconds(), -event.getSeconds(), 0, 0);
        });
    }

    @EventHandler
    void on(TimeBilled event, EventMetadata facts) {
        rows.change(facts, event.getTimeEntryId(), row -> {
            row.setInvoiceId(event.getInvoiceId());
            row.setInvoiceNumber(event.getInvoiceNumber());
            TimeEntryParts.move(row, 0, -event.getSeconds(), event.getSeconds(), 0);
        });
    }

    @EventHandler
    void on(TimeReopened event, EventMetadata facts) {
        int seconds = event.getSeconds();
        rows.change(facts, event.getTimeEntryId(), row -> TimeEntryParts.move(row, seconds, 0, -seconds, 0));
    }

    @EventHandler
    void on(TimeWrittenOff event, EventMetadata facts) {
        int seconds = event.getSeconds();
        boolean billed = event.getCreditNoteId() != null;
        rows.change(
                facts,
                event.getTimeEntryId(),
                row -> TimeEntryParts.move(row, billed ? 0 : -seconds, 0, billed ? -seconds : 0, seconds));
    }

    @EventHandler
    void on(TimeCorrectedAfterBilling event, EventMetadata facts) {
        rows.change(facts, event.getTimeEntryId(), row -> TimeEntryParts.corrected(row, event));
    }

    @EventHandler
    void on(TimeCorrectedAfterApproval event, EventMetadata facts) {
        rows.change(facts, event.getTimeEntryId(), row -> TimeEntryParts.corrected(row, event));
    }
}
