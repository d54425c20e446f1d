package io.fairlead.project.view;

import static io.fairlead.projection.db.Tables.MILESTONE;
import static io.fairlead.projection.db.Tables.PROJECT;
import static io.fairlead.projection.db.Tables.PROJECT_REFERENCE;
import static io.fairlead.projection.db.Tables.TASK;

import io.fairlead.project.event.MilestoneAccepted;
import io.fairlead.project.event.MilestoneReached;
import io.fairlead.project.event.MilestoneScheduled;
import io.fairlead.project.event.ProjectClosed;
import io.fairlead.project.event.ProjectOpened;
import io.fairlead.project.event.ProjectProvisioned;
import io.fairlead.project.event.TaskAdded;
import io.fairlead.projection.EventMetadata;
import io.fairlead.projection.Projection;
import io.fairlead.projection.TableBuffer;
import io.fairlead.projection.UpsertTable;
import io.fairlead.projection.db.tables.records.MilestoneRecord;
import io.fairlead.projection.db.tables.records.ProjectRecord;
import io.fairlead.projection.db.tables.records.ProjectReferenceRecord;
import io.fairlead.projection.db.tables.records.TaskRecord;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;

/** Projects, tasks and milestones; read by {@link ProjectQuery} and {@link Directory}. */
public final class ProjectProjection implements Projection {

    private final UpsertTable<ProjectRecord> projects = UpsertTable.of(PROJECT, "project");
    private final UpsertTable<TaskRecord> tasks = UpsertTable.of(TASK, "project");
    private final UpsertTable<MilestoneRecord> milestones = UpsertTable.of(MILESTONE, "project");
    private final UpsertTable<ProjectReferenceRecord> references = UpsertTable.of(PROJECT_REFERENCE, "project");

    @Override
    public String name() {
        return "project";
    }

    @Override
    public List<TableBuffer<?>> tables() {
        return List.of(projects, tasks, milestones, references);
    }

    @EventHandler
    void on(ProjectOpened event, EventMetadata facts) {
        projects.put(
                facts,
                row -> {
                    row.setContractId(event.getContractId());
                    row.setCustomerId(event.getCustomerId());
                    row.setLegalEntityId(event.getLegalEntityId());
                    row.setName(event.getName());
                    row.setCurrency(event.getCurrency());
                    row.setZone(event.getZone());
                    row.setLineNo(event.getLineNo());
                    row.setOpenedOn(event.getOpenedOn());
                },
                event.getProjectId());
    }

    @EventHandler
    void on(TaskAdded event, EventMetadata facts) {
        tasks.put(
                facts,
                row -> {
                    row.setName(event.getName());
                    row.setLineNo(event.getLineNo());
                    row.setTimeClass(event.getTimeClass());
                },
                event.getProjectId(),
                event.getTaskId());
    }

    @EventHandler
    void on(MilestoneScheduled event, EventMetadata facts) {
        milestones.put(
                facts,
                row -> {
                    row.setContractId(event.getContractId());
                    row.setLineNo(event.getLineNo());
                    row.setName(event.getName());
                    row.setAmount(event.getAmount());
                    row.setCurrency(event.getCurrency());
                    row.setDueOn(event.getDueOn());
                    row.setStatus("scheduled");
                },
                event.getProjectId(),
                event.getMilestoneId());
    }

    @EventHandler
    void on(MilestoneReached event, EventMetadata facts) {
        milestones.change(
                facts,
                row -> {
                    row.setReachedOn(event.getReachedOn());
                    row.setStatus("reached");
                },
                event.getProjectId(),
                event.getMilestoneId());
    }

    @EventHandler
    void on(MilestoneAccepted event, EventMetadata facts) {
        milestones.put(
                facts,
                row -> {
                    row.setContractId(event.getContractId());
                    row.setLineNo(event.getLineNo());
                    row.setName(event.getName());
                    row.setAmount(event.getAmount());
                    row.setCurrency(event.getCurrency());
                    row.setAcceptedOn(event.getAcceptedOn());
                    row.setAcceptedBy(WhoAccepted.result(event));
                    row.setEvidence(event.getEvidence());
                    row.setStatus("accepted");
                },
                event.getProjectId(),
                event.getMilestoneId());
    }

    @EventHandler
    void on(ProjectProvisioned event, EventMetadata facts) {
        references.put(facts, row -> row.setExternalId(event.getExternalId()), event.getProjectId(), event.getTarget());
    }

    @EventHandler
    void on(ProjectClosed event, EventMetadata facts) {
        projects.change(facts, row -> row.setClosedOn(event.getClosedOn()), event.getProjectId());
    }
}
