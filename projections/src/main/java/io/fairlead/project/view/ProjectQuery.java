package io.fairlead.project.view;

import static io.fairlead.projection.db.Tables.ESTIMATE;
import static io.fairlead.projection.db.Tables.MILESTONE;
import static io.fairlead.projection.db.Tables.PROJECT;
import static io.fairlead.projection.db.Tables.PROJECT_REFERENCE;
import static io.fairlead.projection.db.Tables.TASK;
import static org.jooq.impl.DSL.noCondition;

import io.fairlead.view.ColumnsOf;
import io.fairlead.view.Page;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Projects with tasks and milestones; read by HTTP, CLI and pages. */
public final class ProjectQuery {

    private static final Field<?>[] TASK_COLUMNS = ColumnsOf.row(TASK, Task.class);
    private static final Field<?>[] MILESTONE_COLUMNS = ColumnsOf.row(MILESTONE, Milestone.class);
    private static final Field<?>[] ESTIMATE_COLUMNS = ColumnsOf.row(ESTIMATE, Estimate.class);
    private static final Field<?>[] PROJECT_COLUMNS = ColumnsOf.row(PROJECT, Project.class);

    private final DSLContext db;

    public ProjectQuery(DSLContext db) {
        this.db = db;
    }

    /** One project; fields as the table's columns. */
    public record Project(
            String projectId,
            String contractId,
            String customerId,
            String legalEntityId,
            String name,
            String currency,
            String zone,
            int lineNo,
            LocalDate openedOn,
            @Nullable LocalDate closedOn) {}

    /** A piece of the work breakdown. */
    public record Task(String taskId, String name, int lineNo, String timeClass) {}

    /** A billable result; {@code status} is scheduled, reached or accepted. */
    public record Milestone(
            String milestoneId,
            int lineNo,
            String name,
            BigDecimal amount,
            String currency,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate reachedOn,
            @Nullable LocalDate acceptedOn,
            @Nullable String acceptedBy,
            @Nullable String evidence,
            String status) {}

    /** What the work of a contract line will have cost in the end, as somebody said on a day. */
    public record Estimate(
            int lineNo, BigDecimal estimateAmount, String currency, LocalDate asOf, String reason, String revisedBy) {}

    /** A project with its parts and the identifiers that outside systems gave it, by system. */
    public record Detail(
            Project project,
            List<Task> tasks,
            List<Milestone> milestones,
            List<Estimate> estimates,
            Map<String, String> externalIds) {}

    public Optional<Detail> byId(String projectId) {
        return db.select(PROJECT_COLUMNS)
                .from(PROJECT)
                .where(PROJECT.PROJECT_ID.eq(projectId))
                .fetchOptionalInto(Project.class)
                .map(project -> new Detail(
                        project,
                        tasks(projectId),
                        milestones(projectId),
                        estimates(projectId),
                        externalIds(projectId)));
    }

    /**
     * @param contractId only this contract; null means all
     * @param cursor from the page before; null means from the beginning
     */
    public Page<Project> list(@Nullable String contractId, @Nullable String cursor, int limit) {
        var rows = db.select(PROJECT_COLUMNS)
                .from(PROJECT)
                .where(contractId == null ? noCondition() : PROJECT.CONTRACT_ID.eq(contractId))
                .and(Page.after(PROJECT.PROJECT_ID, cursor))
                .orderBy(PROJECT.PROJECT_ID)
                .limit(Page.oneMoreThan(limit))
                .fetchInto(Project.class);
        return Page.of(rows, limit, Project::projectId);
    }

    private List<Task> tasks(String projectId) {
        return db.select(TASK_COLUMNS)
                .from(TASK)
                .where(TASK.PROJECT_ID.eq(projectId))
                .orderBy(TASK.TASK_ID)
                .fetchInto(Task.class);
    }

    private List<Milestone> milestones(String projectId) {
        return db.select(MILESTONE_COLUMNS)
                .from(MILESTONE)
                .where(MILESTONE.PROJECT_ID.eq(projectId))
                .orderBy(MILESTONE.MILESTONE_ID)
                .fetchInto(Milestone.class);
    }

    private List<Estimate> estimates(String projectId) {
        return db.select(ESTIMATE_COLUMNS)
                .from(ESTIMATE)
                .where(ESTIMATE.PROJECT_ID.eq(projectId))
                .orderBy(ESTIMATE.POSITION, ESTIMATE.LEG)
                .fetchInto(Estimate.class);
    }

    private Map<String, String> externalIds(String projectId) {
        return db.select(PROJECT_REFERENCE.TARGET, PROJECT_REFERENCE.EXTERNAL_ID)
                .from(PROJECT_REFERENCE)
                .where(PROJECT_REFERENCE.PROJECT_ID.eq(projectId))
                .fetchMap(PROJECT_REFERENCE.TARGET, PROJECT_REFERENCE.EXTERNAL_ID);
    }
}
