package io.fairlead.project.view;

import static io.fairlead.projection.db.Tables.PROGRESS_ITEM;
import static io.fairlead.projection.db.Tables.PROGRESS_REPORT;

import io.fairlead.view.ColumnsOf;
import io.fairlead.view.Page;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;

/** How far projects are that are billed by percent complete; read by HTTP. */
public final class ProgressQuery {

    private static final Field<?>[] PART_COLUMNS = ColumnsOf.row(PROGRESS_ITEM, Part.class);
    private static final Field<?>[] REPORT_COLUMNS = ColumnsOf.row(PROGRESS_REPORT, Report.class);

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
        var items = db.select(PART_COLUMNS)
                .from(PROGRESS_ITEM)
                .where(PROGRESS_ITEM.PROJECT_ID.eq(projectId))
                .orderBy(PROGRESS_ITEM.PROGRESS_ITEM_ID)
                .limit(Page.LIMIT_MAX)
                .fetchInto(Part.class);
        var reports = db.select(REPORT_COLUMNS)
                .from(PROGRESS_REPORT)
                .where(PROGRESS_REPORT.PROJECT_ID.eq(projectId))
                .orderBy(PROGRESS_REPORT.REPORTED_ON, PROGRESS_REPORT.POSITION)
                .limit(Page.LIMIT_MAX)
                .fetchInto(Report.class);
        return new Progress(items, reports);
    }
}
