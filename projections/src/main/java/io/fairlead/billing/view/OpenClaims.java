package io.fairlead.billing.view;

import io.fairlead.billing.event.DeductionTaken;
import io.fairlead.billing.event.DeductionTakenBack;
import io.fairlead.billing.event.DisputeSettled;
import io.fairlead.billing.event.InvoiceDisputed;
import io.fairlead.projection.EventMetadata;
import io.fairlead.projection.UpsertTable;
import io.fairlead.projection.db.tables.records.OpenItemRecord;
import org.axonframework.eventhandling.EventHandler;

/** Open items as their payers see them: what they deduct, and which invoices they contest. */
final class OpenClaims {

    private final UpsertTable<OpenItemRecord> items;

    OpenClaims(UpsertTable<OpenItemRecord> items) {
        this.items = items;
    }

    @EventHandler
    void on(DeductionTaken event, EventMetadata facts) {
        items.change(facts, row -> row.setOpenAmount(event.getOpen()), event.getInvoiceId());
    }

    @EventHandler
    void on(DeductionTakenBack event, EventMetadata facts) {
        items.change(facts, row -> row.setOpenAmount(event.getOpen()), event.getInvoiceId());
    }

    @EventHandler
    void on(InvoiceDisputed event, EventMetadata facts) {
        items.change(
                facts,
                row -> {
                    row.setDisputedSince(event.getDisputedOn());
                    row.setDisputeReason(event.getReason());
                },
                event.getInvoiceId());
    }

    @EventHandler
    void on(DisputeSettled event, EventMetadata facts) {
        items.change(
                facts,
                row -> {
                    row.setDisputedSince(null);
                    row.setDisputeReason(null);
                },
                event.getInvoiceId());
    }
}
