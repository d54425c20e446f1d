package io.fairlead.project.view;

import static io.fairlead.projection.db.Tables.PROGRESS_ITEM;
import static io.fairlead.projection.db.Tables.PROGRESS_REPORT;

import io.fairlead.project.event.ProgressItemAgreed;
import io.fairlead.project.event.ProgressReductionAccepted;
import io.fairlead.project.event.ProgressReported;
import io.fairlead.projection.EventMetadata;
import io.fairlead.projection.Projection;
import io.fairlead.projection.TableBuffer;
import io.fairlead.projection.UpsertTable;
import io.fairlead.projection.db.tables.records.ProgressItemRecord;
import io.fairlead.projection.db.tables.records.ProgressReportRecord;
import java.math.BigDecimal;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;

/** What is billed by percent complete and how far it is; read by {@link ProgressQuery}. */
public final class ProgressProjection implements Projection {

    private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(6);

    private final UpsertTable<ProgressItemRecord> items = UpsertTable.of(PROGRESS_ITEM, "project");
    private final UpsertTable<ProgressReportRecord> reports = UpsertTable.of(PROGRESS_REPORT, "project");

    @Override
    public String name() {
        return "progress";
    }

    @Override
    public List<TableBuffer<?>> tables() {
        return List.of(items, reports);
    }

    @EventHandler
    void on(ProgressItemAgreed event, EventMetadata facts) {
        items.put(
                facts,
                row -> {
                    row.setLineNo(event.getLineNo());
                    row.setName(event.getName());
                    row.setSeconds(event.getSeconds());
                    row.setRate(event.getRate());
                    row.setPrice(event.getPrice());
                    row.setComplete(NOTHING);
                    row.setCurrency(event.getCurrency());
                },
                event.getProjectId(),
                event.getProgressItemId());
    }

    @EventHandler
    void on(ProgressReported event, EventMetadata facts) {
        for (var part : event.getItems()) {
            items.change(
                    facts, row -> row.setComplete(part.getComplete()), event.getProjectId(), part.getProgressItemId());
        }
        var replaced = event.getReplacesProposalOf();
        if (replaced != null) {
            reports.change(facts, row -> row.setStatus("replaced"), event.getProjectId(), replaced);
        }
        reports.put(
                facts,
                row -> {
                    row.setContractId(event.getContractId());
                    row.setLineNo(event.getLineNo());
                    row.setValueToDate(event.getValueToDate());
                    row.setValueChange(event.getValueChange());
                    row.setBilledBefore(event.getBilledBefore());
                    row.setToBill(event.getToBill());
                    row.setCurrency(event.getCurrency());
                    row.setReportedOn(event.getReportedOn());
                    row.setReportedBy(event.getReportedBy());
                    row.setEvidence(event.getEvidence());
                    row.setStatus(status(event.getToBill().signum()));
                },
                event.getProjectId(),
                event.getReportId());
    }

    @EventHandler
    void on(ProgressReductionAccepted event, EventMetadata facts) {
        reports.change(facts, row -> row.setStatus("accepted"), event.getProjectId(), event.getReportId());
    }

    private static String status(int sign) {
        if (sign == 0) {
            return "unchanged";
        }
        return sign > 0 ? "billable" : "proposed";
    }
}
