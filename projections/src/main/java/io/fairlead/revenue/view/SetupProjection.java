package io.fairlead.revenue.view;

import static io.fairlead.projection.db.Tables.SETUP_STEP;

import io.fairlead.contract.event.OpportunityWon;
import io.fairlead.project.event.ProjectProvisioned;
import io.fairlead.projection.Collector;
import io.fairlead.projection.Facts;
import io.fairlead.projection.Fold;
import io.fairlead.projection.Rows;
import io.fairlead.projection.db.tables.records.SetupStepRecord;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;

/** When deals were won and projects became known outside; read by the set-up lead time (R11). */
public final class SetupProjection implements Fold {

    private final Rows<SetupStepRecord> steps = Rows.of(SETUP_STEP);

    @Override
    public String name() {
        return "setup";
    }

    @Override
    public List<Collector<?>> tables() {
        return List.of(steps);
    }

    @EventHandler
    void on(OpportunityWon event, Facts facts) {
        steps.add(step(facts, event.getDealId(), "won", ""));
    }

    @EventHandler
    void on(ProjectProvisioned event, Facts facts) {
        steps.add(step(facts, event.getProjectId(), "provisioned", event.getTarget()));
    }

    private static SetupStepRecord step(Facts facts, String subjectId, String kind, String target) {
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
