package io.fairlead.billing.view;

import static io.fairlead.projection.db.Tables.INVOICE_DISPUTE;
import static io.fairlead.projection.db.Tables.RECEIVABLE_POLICY;

import io.fairlead.billing.event.DisputeSettled;
import io.fairlead.billing.event.InvoiceDisputed;
import io.fairlead.billing.event.ReceivablePolicySet;
import io.fairlead.projection.EventMetadata;
import io.fairlead.projection.Projection;
import io.fairlead.projection.TableBuffer;
import io.fairlead.projection.UpsertTable;
import io.fairlead.projection.db.tables.records.InvoiceDisputeRecord;
import io.fairlead.projection.db.tables.records.ReceivablePolicyRecord;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;

/**
 * How companies treat money that comes in, and the last dispute of each invoice, also after it was settled; read by
 * {@link ReceivableRecordQuery}.
 */
public final class ReceivableRecordProjection implements Projection {

    private final UpsertTable<ReceivablePolicyRecord> policies = UpsertTable.of(RECEIVABLE_POLICY, "receivable-policy");
    private final UpsertTable<InvoiceDisputeRecord> disputes = UpsertTable.of(INVOICE_DISPUTE, "invoice");

    @Override
    public String name() {
        return "receivable-record";
    }

    @Override
    public List<TableBuffer<?>> tables() {
        return List.of(policies, disputes);
    }

    @EventHandler
    void on(ReceivablePolicySet event, EventMetadata facts) {
        policies.put(
                facts,
                row -> {
                    row.setLegalEntityId(event.getLegalEntityId());
                    row.setApplication(event.getApplication());
                    row.setSmallRest(event.getSmallRest());
                    row.setCurrency(event.getCurrency());
                    row.setDiscountRate(event.getDiscountRate());
                    row.setDiscountDays(event.getDiscountDays());
                    row.setBadDebtTax(event.getBadDebtTax());
                    row.setSetBy(event.getSetBy());
                },
                event.getReceivablePolicyId(),
                event.getFrom());
    }

    @EventHandler
    void on(InvoiceDisputed event, EventMetadata facts) {
        disputes.put(
                facts,
                row -> {
                    row.setDisputedOn(event.getDisputedOn());
                    row.setDisputeReason(event.getReason());
                    row.setDisputedBy(event.getDisputedBy());
                    row.setSettledOn(null);
                    row.setSettlementReason(null);
                    row.setSettledBy(null);
                },
                event.getInvoiceId());
    }

    @EventHandler
    void on(DisputeSettled event, EventMetadata facts) {
        disputes.change(
                facts,
                row -> {
                    row.setSettledOn(event.getSettledOn());
                    row.setSettlementReason(event.getReason());
                    row.setSettledBy(event.getSettledBy());
                },
                event.getInvoiceId());
    }
}
