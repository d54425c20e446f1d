package io.fairlead.gateway.erp;

import io.fairlead.billing.event.CreditNoteApproved;
import io.fairlead.billing.event.CreditNoteDrafted;
import io.fairlead.billing.event.CreditNoteIssued;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.InvoiceLinesAdded;
import io.fairlead.document.LineNames;
import io.fairlead.document.PayableAmounts;
import io.fairlead.shared.StreamHistory;
import io.fairlead.shared.StreamKey;
import io.fairlead.shared.Until;
import io.fairlead.shared.Waits;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/** When a credit note is approved, the ERP stages it; when it is issued, the ERP books it. As invoices, in the same queue. */
@ProcessingGroup("process-deliver-credit")
@DisallowReplay // A rebuilt read side must not call the ERP again.
@Waits(Until.NOTHING)
public final class WhenCreditNoteApprovedOrIssuedThenDeliver {

    private final ErpGateway gateway;
    private final StreamHistory history;

    public WhenCreditNoteApprovedOrIssuedThenDeliver(ErpGateway gateway, StreamHistory history) {
        this.gateway = gateway;
        this.history = history;
    }

    @EventHandler
    void react(CreditNoteApproved event) {
        var draft =
                history.last(event.getCreditNoteId(), CreditNoteDrafted.class).orElseThrow();
        var invoice = history.last(event.getInvoiceId(), InvoiceIssued.class).orElseThrow();
        var of = new ErpTaxes(invoice.getTaxRows());
        var names = LineNames.of(history.all(event.getInvoiceId(), InvoiceLinesAdded.class));
        deliver(new DocumentDraft(
                draft.getCreditNoteId(),
                1,
                StreamKey.keyOf(draft.getLegalEntityId()),
                draft.getCustomerId(),
                null,
                draft.getCurrency(),
                draft.getIssueDate(),
                draft.getIssueDate(),
                invoice.getPoNumber(),
                draft.getLines().stream()
                        .map(line -> InvoiceLine.of(
                                line, names.described(line.getInvoiceLineNo(), line.getDescription()), of))
                        .toList(),
                new ErpTaxes(draft.getTaxRows()).rows(),
                draft.getNet(),
                draft.getTax(),
                draft.getGross(),
                null, // The ERP is told a credit's tax.
                draft.getInvoiceId(),
                PayableAmounts.rounding(draft.getPayableRounding())));
    }

    @EventHandler
    void react(CreditNoteIssued event) {
        deliver(DocumentPosting.of(event));
    }

    private void deliver(DeliveryPayload payload) {
        gateway.deliveries().enqueue(payload);
        gateway.wakeup();
    }
}
