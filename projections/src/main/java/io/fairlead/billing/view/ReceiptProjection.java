package io.fairlead.billing.view;

import static io.fairlead.projection.db.Tables.RECEIPT;
import static io.fairlead.projection.db.Tables.RECEIPT_PART;

import io.fairlead.billing.event.MoneyReceived;
import io.fairlead.billing.event.MoneyRefunded;
import io.fairlead.billing.event.MoneySentBack;
import io.fairlead.billing.event.PaymentReceived;
import io.fairlead.billing.event.ReceiptApplied;
import io.fairlead.billing.event.ReceiptAssigned;
import io.fairlead.billing.event.ReceiptUnapplied;
import io.fairlead.projection.EventMetadata;
import io.fairlead.projection.Projection;
import io.fairlead.projection.TableBuffer;
import io.fairlead.projection.UpsertTable;
import io.fairlead.projection.db.tables.records.ReceiptPartRecord;
import io.fairlead.projection.db.tables.records.ReceiptRecord;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;

/** Money that came in, with its parts, as it stands; read by {@link ReceiptQuery}. */
public final class ReceiptProjection implements Projection {

    private final UpsertTable<ReceiptRecord> receipts = UpsertTable.of(RECEIPT, "receipt");
    private final UpsertTable<ReceiptPartRecord> parts = UpsertTable.of(RECEIPT_PART, "receipt");

    @Override
    public String name() {
        return "receipt";
    }

    @Override
    public List<TableBuffer<?>> tables() {
        return List.of(receipts, parts);
    }

    @EventHandler
    void on(PaymentReceived event, EventMetadata facts) {
        receipts.put(facts, row -> ReceiptRows.received(row, event), event.getReceiptId());
    }

    @EventHandler
    void on(MoneyReceived event, EventMetadata facts) {
        receipts.put(facts, row -> ReceiptRows.received(row, event), event.getReceiptId());
    }

    @EventHandler
    void on(ReceiptAssigned event, EventMetadata facts) {
        receipts.change(
                facts,
                row -> {
                    row.setLegalEntityId(event.getLegalEntityId());
                    row.setCustomerId(event.getCustomerId());
                },
                event.getReceiptId());
    }

    @EventHandler
    void on(ReceiptApplied event, EventMetadata facts) {
        receipts.change(
                facts, row -> ReceiptRows.applied(row, event.getAmount(), event.getLeft()), event.getReceiptId());
        parts.put(facts, row -> ReceiptRows.part(row, event), event.getReceiptId(), event.getApplicationId());
    }

    @EventHandler
    void on(ReceiptUnapplied event, EventMetadata facts) {
        receipts.change(
                facts,
                row -> ReceiptRows.applied(row, event.getAmount().negate(), event.getLeft()),
                event.getReceiptId());
        parts.change(
                facts,
                row -> {
                    row.setStatus("taken back");
                    row.setUndoneOn(event.getValueDate());
                    row.setReason(event.getReason());
                },
                event.getReceiptId(),
                event.getApplicationId());
    }

    @EventHandler
    void on(MoneyRefunded event, EventMetadata facts) {
        receipts.change(
                facts,
                row -> {
                    row.setRefundedAmount(row.getRefundedAmount().add(event.getAmount()));
                    row.setReason(event.getReason());
                    ReceiptRows.left(row, event.getLeft());
                },
                event.getReceiptId());
        parts.put(facts, row -> ReceiptRows.part(row, event), event.getReceiptId(), "refund/" + event.getRefundId());
    }

    @EventHandler
    void on(MoneySentBack event, EventMetadata facts) {
        receipts.change(facts, row -> ReceiptRows.sentBack(row, event), event.getReceiptId());
    }
}
