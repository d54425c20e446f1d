package io.fairlead.billing.view;

import static io.fairlead.projection.db.Tables.BILLING_ITEM;

import io.fairlead.billing.event.BillingItemBilled;
import io.fairlead.billing.event.BillingItemPutOnDraft;
import io.fairlead.billing.event.BillingItemReady;
import io.fairlead.billing.event.BillingItemScheduled;
import io.fairlead.billing.event.BillingItemTakenOffDraft;
import io.fairlead.projection.Collector;
import io.fairlead.projection.Facts;
import io.fairlead.projection.Fold;
import io.fairlead.projection.States;
import io.fairlead.projection.db.tables.records.BillingItemRecord;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;

/** Each billing item as it stands; read by {@link BillableWork}. */
public final class BillingItemProjection implements Fold {

    private final States<BillingItemRecord> items = States.of(BILLING_ITEM, "billing-item");

    @Override
    public String name() {
        return "billing-item";
    }

    @Override
    public List<Collector<?>> tables() {
        return List.of(items);
    }

    @EventHandler
    void on(BillingItemScheduled event, Facts facts) {
        items.put(
                facts,
                row -> {
                    row.setKind(event.getKind());
                    row.setContractId(event.getContractId());
                    row.setProjectId(event.getProjectId());
                    row.setCustomerId(event.getCustomerId());
                    row.setLegalEntityId(event.getLegalEntityId());
                    row.setLineNo(event.getLineNo());
                    row.setMilestoneId(event.getMilestoneId());
                    row.setDescription(event.getDescription());
                    row.setAmount(event.getAmount());
                    row.setCurrency(event.getCurrency());
                    row.setDueOn(event.getDueOn());
                    row.setStatus("scheduled");
                },
                event.getBillingItemId());
    }

    @EventHandler
    void on(BillingItemReady event, Facts facts) {
        items.put(
                facts,
                row -> {
                    row.setKind(event.getKind());
                    row.setContractId(event.getContractId());
                    row.setProjectId(event.getProjectId());
                    row.setCustomerId(event.getCustomerId());
                    row.setLegalEntityId(event.getLegalEntityId());
                    row.setLineNo(event.getLineNo());
                    row.setDescription(event.getDescription());
                    row.setAmount(event.getAmount());
                    row.setCurrency(event.getCurrency());
                    row.setServiceDate(event.getServiceDate());
                    row.setStatus("ready");
                },
                event.getBillingItemId());
    }

    @EventHandler
    void on(BillingItemPutOnDraft event, Facts facts) {
        items.change(
                facts,
                row -> {
                    row.setInvoiceId(event.getInvoiceId());
                    row.setStatus("drafted");
                },
                event.getBillingItemId());
    }

    @EventHandler
    void on(BillingItemTakenOffDraft event, Facts facts) {
        items.change(
                facts,
                row -> {
                    row.setInvoiceId(null);
                    row.setStatus("ready");
                },
                event.getBillingItemId());
    }

    @EventHandler
    void on(BillingItemBilled event, Facts facts) {
        items.change(
                facts,
                row -> {
                    row.setInvoiceId(event.getInvoiceId());
                    row.setInvoiceNumber(event.getInvoiceNumber());
                    row.setStatus("billed");
                },
                event.getBillingItemId());
    }
}
