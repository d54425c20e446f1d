package io.fairlead.billing.view;

import static io.fairlead.projection.db.Tables.BILLING_ITEM;

import io.fairlead.billing.event.BillingItemBilled;
import io.fairlead.billing.event.BillingItemCorrected;
import io.fairlead.billing.event.BillingItemDeferred;
import io.fairlead.billing.event.BillingItemPutOnDraft;
import io.fairlead.billing.event.BillingItemReady;
import io.fairlead.billing.event.BillingItemReopened;
import io.fairlead.billing.event.BillingItemScheduled;
import io.fairlead.billing.event.BillingItemTakenOffDraft;
import io.fairlead.billing.event.BillingItemWithdrawn;
import io.fairlead.billing.event.BillingItemWrittenOff;
import io.fairlead.billing.event.UnitsDelivered;
import io.fairlead.projection.EventMetadata;
import io.fairlead.projection.Projection;
import io.fairlead.projection.TableBuffer;
import io.fairlead.projection.UpsertTable;
import io.fairlead.projection.db.tables.records.BillingItemRecord;
import java.math.BigDecimal;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;

/** Each billing item as it stands; read by {@link BillableWork}. */
public final class BillingItemProjection implements Projection {

    private final UpsertTable<BillingItemRecord> items = UpsertTable.of(BILLING_ITEM, "billing-item");

    @Override
    public String name() {
        return "billing-item";
    }

    @Override
    public List<TableBuffer<?>> tables() {
        return List.of(items);
    }

    @EventHandler
    void on(BillingItemScheduled event, EventMetadata facts) {
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
                    row.setStatus(event.getAmount().signum() < 0 ? "proposed" : "scheduled");
                },
                event.getBillingItemId());
    }

    @EventHandler
    void on(BillingItemReady event, EventMetadata facts) {
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
                    row.setAuthor(event.getAuthor());
                    row.setStatus("ready");
                },
                event.getBillingItemId());
    }

    @EventHandler
    void on(BillingItemPutOnDraft event, EventMetadata facts) {
        items.change(
                facts,
                row -> {
                    row.setInvoiceId(event.getInvoiceId());
                    row.setStatus("drafted");
                },
                event.getBillingItemId());
    }

    @EventHandler
    void on(BillingItemTakenOffDraft event, EventMetadata facts) {
        items.change(
                facts,
                row -> {
                    row.setInvoiceId(null);
                    row.setStatus("ready");
                },
                event.getBillingItemId());
    }

    @EventHandler
    void on(BillingItemBilled event, EventMetadata facts) {
        items.change(
                facts,
                row -> {
                    row.setInvoiceId(event.getInvoiceId());
                    row.setInvoiceNumber(event.getInvoiceNumber());
                    row.setStatus("billed");
                },
                event.getBillingItemId());
    }

    @EventHandler
    void on(UnitsDelivered event, EventMetadata facts) {
        items.put(
                facts,
                row -> {
                    row.setKind("UNIT_DELIVERY");
                    row.setContractId(event.getContractId());
                    row.setProjectId(event.getProjectId());
                    row.setCustomerId(event.getCustomerId());
                    row.setLegalEntityId(event.getLegalEntityId());
                    row.setLineNo(event.getLineNo());
                    row.setDescription(event.getDescription());
                    row.setAmount(event.getAmount());
                    row.setCurrency(event.getCurrency());
                    row.setQuantity(event.getQuantity());
                    row.setUnit(event.getUnit());
                    row.setUnitPrice(event.getUnitPrice());
                    row.setAcceptedBy(WhoTook.units(event));
                    row.setEvidence(event.getEvidence());
                    row.setStatus("scheduled");
                },
                event.getBillingItemId());
    }

    @EventHandler
    void on(BillingItemWithdrawn event, EventMetadata facts) {
        items.change(
                facts,
                row -> {
                    row.setStatus("withdrawn");
                    row.setWithdrawal(event.getReason());
                },
                event.getBillingItemId());
    }

    @EventHandler
    void on(BillingItemDeferred event, EventMetadata facts) {
        items.change(facts, row -> row.setDeferredUntil(event.getUntil()), event.getBillingItemId());
    }

    @EventHandler
    void on(BillingItemReopened event, EventMetadata facts) {
        items.change(
                facts,
                row -> {
                    row.setInvoiceId(null);
                    row.setInvoiceNumber(null);
                    row.setStatus("ready");
                },
                event.getBillingItemId());
    }

    @EventHandler
    void on(BillingItemCorrected event, EventMetadata facts) {
        ended(facts, event.getBillingItemId(), event.getAmount(), "credited");
    }

    @EventHandler
    void on(BillingItemWrittenOff event, EventMetadata facts) {
        ended(facts, event.getBillingItemId(), event.getAmount(), "written off");
    }

    /** What ends in part stands as it stood. */
    private void ended(EventMetadata facts, String item, BigDecimal amount, String status) {
        items.change(
                facts, row -> row.setStatus(row.getAmount().compareTo(amount) == 0 ? status : row.getStatus()), item);
    }
}
