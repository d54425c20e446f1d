package io.fairlead.billing.view;

import static io.fairlead.projection.db.Tables.BILLING_RUN;
import static io.fairlead.projection.db.Tables.PLANNED_INVOICE;

import io.fairlead.billing.event.BillingRunCompleted;
import io.fairlead.billing.event.BillingRunStarted;
import io.fairlead.billing.event.InvoicePlanned;
import io.fairlead.projection.AppendOnlyTable;
import io.fairlead.projection.EventMetadata;
import io.fairlead.projection.Projection;
import io.fairlead.projection.TableBuffer;
import io.fairlead.projection.UpsertTable;
import io.fairlead.projection.db.tables.records.BillingRunRecord;
import io.fairlead.projection.db.tables.records.PlannedInvoiceRecord;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;

/** Billing runs and the invoices they planned; read by {@link InvoiceQuery}. */
public final class BillingRunProjection implements Projection {

    private final UpsertTable<BillingRunRecord> runs = UpsertTable.of(BILLING_RUN, "billing-run");
    private final AppendOnlyTable<PlannedInvoiceRecord> planned = AppendOnlyTable.of(PLANNED_INVOICE);

    @Override
    public String name() {
        return "billing-run";
    }

    @Override
    public List<TableBuffer<?>> tables() {
        return List.of(runs, planned);
    }

    @EventHandler
    void on(BillingRunStarted event, EventMetadata facts) {
        runs.put(
                facts,
                row -> {
                    row.setLegalEntityId(event.getLegalEntityId());
                    row.setCutOff(event.getCutOff());
                    row.setIssueDate(event.getIssueDate());
                    row.setContractId(event.getContractId());
                    row.setPreparer(event.getPreparer());
                    row.setStartedAt(event.getStartedAt().atOffset(ZoneOffset.UTC));
                    row.setStatus("started");
                },
                event.getBillingRunId());
    }

    @EventHandler
    void on(InvoicePlanned event, EventMetadata facts) {
        planned.add(new PlannedInvoiceRecord(
                event.getBillingRunId(),
                event.getInvoiceId(),
                event.getContractId(),
                event.getCustomerId(),
                event.getLegalEntityId(),
                event.getPoNumber(),
                event.getCurrency(),
                event.getCutOff(),
                event.getIssueDate(),
                event.getPreparer(),
                facts.position()));
    }

    @EventHandler
    void on(BillingRunCompleted event, EventMetadata facts) {
        runs.change(
                facts,
                row -> {
                    row.setInvoicesPlanned(event.getInvoicesPlanned());
                    row.setCompletedAt(event.getCompletedAt().atOffset(ZoneOffset.UTC));
                    row.setStatus("completed");
                },
                event.getBillingRunId());
    }
}
