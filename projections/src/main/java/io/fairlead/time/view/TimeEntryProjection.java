package io.fairlead.time.view;

import io.fairlead.projection.EventMetadata;
import io.fairlead.projection.Projection;
import io.fairlead.projection.TableBuffer;
import io.fairlead.time.event.TimeChangeRefused;
import io.fairlead.time.event.TimeChangeRequested;
import io.fairlead.time.event.TimeCreditProposed;
import io.fairlead.time.event.TimeDeferred;
import io.fairlead.time.event.TimeOverlapNoted;
import io.fairlead.time.event.TimeRateOverridden;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;

/** Each time entry as it stands; read by {@link TimeEntryQuery}. */
public final class TimeEntryProjection implements Projection {

    private final TimeEntryRows rows = new TimeEntryRows();
    private final TimeEntryToApproval toApproval = new TimeEntryToApproval(rows);
    private final TimeEntryToInvoice toInvoice = new TimeEntryToInvoice(rows);

    @Override
    public String name() {
        return "time-entry";
    }

    @Override
    public List<TableBuffer<?>> tables() {
        return rows.tables();
    }

    @Override
    public List<Object> handlers() {
        return List.of(this, toApproval, toInvoice);
    }

    @EventHandler
    void on(TimeCreditProposed event, EventMetadata facts) {
        rows.change(facts, event.getTimeEntryId(), row -> {
            row.setProposedSeconds(event.getParts().isEmpty() ? null : (Integer) event.getWantedSeconds());
            row.setChangeAsked(null);
        });
    }

    @EventHandler
    void on(TimeChangeRequested event, EventMetadata facts) {
        rows.change(facts, event.getTimeEntryId(), row -> row.setChangeAsked(event.getChange()));
    }

    @EventHandler
    void on(TimeChangeRefused event, EventMetadata facts) {
        rows.change(facts, event.getTimeEntryId(), row -> row.setChangeAsked(null));
    }

    @EventHandler
    void on(TimeDeferred event, EventMetadata facts) {
        rows.change(facts, event.getTimeEntryId(), row -> {
            row.setDeferredUntil(event.getUntil());
            row.setDeferredBecause(event.getReason());
        });
    }

    @EventHandler
    void on(TimeOverlapNoted event, EventMetadata facts) {
        rows.change(
                facts,
                event.getTimeEntryId(),
                row -> row.setOverlapped(
                        event.getOtherIds().isEmpty() ? null : String.join(", ", event.getOtherIds())));
    }

    @EventHandler
    void on(TimeRateOverridden event, EventMetadata facts) {
        rows.change(facts, event.getTimeEntryId(), row -> row.setOwnRate(event.getRate()));
    }
}
