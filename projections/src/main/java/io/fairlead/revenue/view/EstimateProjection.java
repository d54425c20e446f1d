package io.fairlead.revenue.view;

import static io.fairlead.projection.db.Tables.ESTIMATE;

import io.fairlead.project.event.EstimateRevised;
import io.fairlead.projection.Collector;
import io.fairlead.projection.Facts;
import io.fairlead.projection.Fold;
import io.fairlead.projection.Rows;
import io.fairlead.projection.db.tables.records.EstimateRecord;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;

/** Every estimate at completion that was ever given; the last one up to a day holds. Read by closes. */
public final class EstimateProjection implements Fold {

    private final Rows<EstimateRecord> estimates = Rows.of(ESTIMATE);

    @Override
    public String name() {
        return "estimate";
    }

    @Override
    public List<Collector<?>> tables() {
        return List.of(estimates);
    }

    @EventHandler
    void on(EstimateRevised event, Facts facts) {
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
