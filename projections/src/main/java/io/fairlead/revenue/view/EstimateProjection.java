package io.fairlead.revenue.view;

import static io.fairlead.projection.db.Tables.ESTIMATE;

import io.fairlead.project.event.EstimateRevised;
import io.fairlead.projection.AppendOnlyTable;
import io.fairlead.projection.EventMetadata;
import io.fairlead.projection.Projection;
import io.fairlead.projection.TableBuffer;
import io.fairlead.projection.db.tables.records.EstimateRecord;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;

/** Every estimate at completion that was ever given; the last one up to a day holds. Read by closes. */
public final class EstimateProjection implements Projection {

    private final AppendOnlyTable<EstimateRecord> estimates = AppendOnlyTable.of(ESTIMATE);

    @Override
    public String name() {
        return "estimate";
    }

    @Override
    public List<TableBuffer<?>> tables() {
        return List.of(estimates);
    }

    @EventHandler
    void on(EstimateRevised event, EventMetadata facts) {
        var row = new EstimateRecord();
        row.setEventId(facts.eventId());
        row.setLeg("estimate");
        row.setPosition(facts.position());
        row.setRecordedAt(facts.recorded());
        row.setLegalEntityId(event.getLegalEntityId());
        row.setContractId(event.getContractId());
        row.setProjectId(event.getProjectId());
        row.setLineNo(event.getLineNo());
        row.setEstimateAmount(event.getEstimate());
        row.setAsOf(event.getAsOf());
        row.setReason(event.getReason());
        row.setRevisedBy(event.getRevisedBy());
        row.setCurrency(event.getCurrency());
        estimates.add(row);
    }
}
