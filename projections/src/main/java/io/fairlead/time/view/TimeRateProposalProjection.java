package io.fairlead.time.view;

import static io.fairlead.projection.db.Tables.TIME_RATE_PROPOSAL;

import io.fairlead.projection.EventMetadata;
import io.fairlead.projection.Projection;
import io.fairlead.projection.TableBuffer;
import io.fairlead.projection.UpsertTable;
import io.fairlead.projection.db.tables.records.TimeRateProposalRecord;
import io.fairlead.time.event.TimeRateOverridden;
import io.fairlead.time.event.TimeRateProposed;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;

/**
 * The rate last proposed for each time entry, and whether it waits for a second person; read by {@link TimeRateProposalQuery}.
 * Only acceptance ends a proposal, and another one takes its place: corrections, withdrawals and invoices leave it open.
 */
public final class TimeRateProposalProjection implements Projection {

    private final UpsertTable<TimeRateProposalRecord> proposals = UpsertTable.of(TIME_RATE_PROPOSAL, "time-entry");

    @Override
    public String name() {
        return "time-rate-proposal";
    }

    @Override
    public List<TableBuffer<?>> tables() {
        return List.of(proposals);
    }

    @EventHandler
    void on(TimeRateProposed event, EventMetadata facts) {
        proposals.put(
                facts,
                row -> {
                    row.setLegalEntityId(event.getLegalEntityId());
                    row.setRate(event.getRate());
                    row.setCurrency(event.getCurrency());
                    row.setReason(event.getReason());
                    row.setProposedBy(event.getProposedBy());
                    row.setProposedAt(facts.recorded());
                    row.setStatus(TimeRateProposalQuery.OPEN);
                    row.setApprovedBy(null);
                    row.setApprovedAt(null);
                },
                event.getTimeEntryId());
    }

    @EventHandler
    void on(TimeRateOverridden event, EventMetadata facts) {
        // The row stays: by its position an event that comes twice is known.
        proposals.change(
                facts,
                row -> {
                    row.setStatus("accepted");
                    row.setApprovedBy(event.getApprovedBy());
                    row.setApprovedAt(event.getApprovedAt().atOffset(ZoneOffset.UTC));
                },
                event.getTimeEntryId());
    }
}
