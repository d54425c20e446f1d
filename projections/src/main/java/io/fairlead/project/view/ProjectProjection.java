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
import io.fairlead.projection.Collector;
import io.fairlead.projection.Facts;
import io.fairlead.projection.Fold;
import io.fairlead.projection.States;
import io.fairlead.projection.db.tables.records.MilestoneRecord;
import io.fairlead.projection.db.tables.records.ProjectRecord;
import io.fairlead.projection.db.tables.records.ProjectReferenceRecord;
import io.fairlead.projection.db.tables.records.TaskRecord;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;

/** Projects, tasks and milestones; read by {@link ProjectQuery} and {@link Directory}. */
public final class ProjectProjection implements Fold {

    private final States<ProjectRecord> projects = States.of(PROJECT, "project");
    private final States<TaskRecord> tasks = States.of(TASK, "project");
    private final States<MilestoneRecord> milestones = States.of(MILESTONE, "project");
    private final States<ProjectReferenceRecord> references = States.of(PROJECT_REFERENCE, "project");

    @Override
    public String name() {
        return "project";
    }

    @Override
    public List<Collector<?>> tables() {
        return List.of(projects, tasks, milestones, references);
    }

    @EventHandler
    void on(ProjectOpened event, Facts facts) {
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
    void on(TaskAdded event, Facts facts) {
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
    void on(MilestoneScheduled event, Facts facts) {
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
    void on(MilestoneReached event, Facts facts) {
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
    void on(MilestoneAccepted event, Facts facts) {
        milestones.put(
                facts,
                row -> {
                    row.setContractId(event.getContractId());
                    row.setLineNo(event.getLineNo());
                    row.setName(event.getName());
                    row.setAmount(event.getAmount());
                    row.setCurrency(event.getCurrency());
                    row.setAcceptedOn(event.getAcceptedOn());
                    row.setAcceptedBy(event.getAcceptedBy());
                    row.setEvidence(event.getEvidence());
                    row.setStatus("accepted");
                },
                event.getProjectId(),
                event.getMilestoneId());
    }

    @EventHandler
    void on(ProjectProvisioned event, Facts facts) {
        references.put(facts, row -> row.setExternalId(event.getExternalId()), event.getProjectId(), event.getTarget());
    }

    @EventHandler
    void on(ProjectClosed event, Facts facts) {
        projects.change(facts, row -> row.setClosedOn(event.getClosedOn()), event.getProjectId());
    }
}
