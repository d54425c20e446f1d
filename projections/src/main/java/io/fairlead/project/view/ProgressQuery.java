package io.fairlead.project.view;

import static io.fairlead.projection.db.Tables.PROGRESS_ITEM;
import static io.fairlead.projection.db.Tables.PROGRESS_REPORT;

import io.fairlead.view.Page;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;

/** How far projects are that are billed by percent complete; read by HTTP. */
public final class ProgressQuery {

    private final DSLContext db;

    public ProgressQuery(DSLContext db) {
        this.db = db;
    }

    /**
     * How far a project is.
     *
     * @param items agreed parts
     * @param reports in the order in which they were recorded
     */
    public record Progress(List<Part> items, List<Report> reports) {}

    /** One part; complete is 0..1. */
    public record Part(
            String progressItemId, int lineNo, String name, BigDecimal price, BigDecimal complete, String currency) {}

    /** One report; status is billable, unchanged, proposed, replaced or accepted. */
    public record Report(
            String reportId,
            int lineNo,
            BigDecimal valueToDate,
            BigDecimal valueChange,
            BigDecimal billedBefore,
            BigDecimal toBill,
            String currency,
            LocalDate reportedOn,
            String reportedBy,
            String status) {}

    /** At most 1,000 parts and the first 1,000 reports. */
    public Progress of(String projectId) {
        var items = db.selectFrom(PROGRESS_ITEM)
                .where(PROGRESS_ITEM.PROJECT_ID.eq(projectId))
                .orderBy(PROGRESS_ITEM.PROGRESS_ITEM_ID)
                .limit(Page.LIMIT_MAX)
                .fetch(row -> new Part(
                        row.getProgressItemId(),
                        row.getLineNo(),
                        row.getName(),
                        row.getPrice(),
                        row.getComplete(),
                        row.getCurrency()));
        var reports = db.selectFrom(PROGRESS_REPORT)
                .where(PROGRESS_REPORT.PROJECT_ID.eq(projectId))
                .orderBy(PROGRESS_REPORT.REPORTED_ON, PROGRESS_REPORT.POSITION)
                .limit(Page.LIMIT_MAX)
                .fetch(row -> new Report(
                        row.getReportId(),
                        row.getLineNo(),
                        row.getValueToDate(),
                        row.getValueChange(),
                        row.getBilledBefore(),
                        row.getToBill(),
                        row.getCurrency(),
                        row.getReportedOn(),
                        row.getReportedBy(),
                        row.getStatus()));
        return new Progress(items, reports);
    }
}
