package io.fairlead.revenue.view;

import static io.fairlead.projection.db.Tables.SETUP_STEP;

import io.fairlead.contract.event.OpportunityWon;
import io.fairlead.project.event.ProjectProvisioned;
import io.fairlead.projection.AppendOnlyTable;
import io.fairlead.projection.EventMetadata;
import io.fairlead.projection.Projection;
import io.fairlead.projection.TableBuffer;
import io.fairlead.projection.db.tables.records.SetupStepRecord;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;

/** When deals were won and projects became known outside; read by the set-up lead time (R11). */
public final class SetupProjection implements Projection {

    private final AppendOnlyTable<SetupStepRecord> steps = AppendOnlyTable.of(SETUP_STEP);

    @Override
    public String name() {
        return "setup";
    }

    @Override
    public List<TableBuffer<?>> tables() {
        return List.of(steps);
    }

    @EventHandler
    void on(OpportunityWon event, EventMetadata facts) {
        steps.add(step(facts, event.getDealId(), "won", ""));
    }

    @EventHandler
    void on(ProjectProvisioned event, EventMetadata facts) {
        steps.add(step(facts, event.getProjectId(), "provisioned", event.getTarget()));
    }

    private static SetupStepRecord step(EventMetadata facts, String subjectId, String kind, String target) {
        var row = new SetupStepRecord();
        row.setEventId(facts.eventId());
        row.setLeg(kind);
        row.setPosition(facts.position());
        row.setRecordedAt(facts.recorded());
        row.setSubjectId(subjectId);
        row.setKind(kind);
        row.setTarget(target);
        return row;
    }
}
