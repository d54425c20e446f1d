package io.fairlead.gateway.erp;

import io.fairlead.billing.event.InvoiceApproved;
import io.fairlead.billing.event.InvoiceDrafted;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.InvoiceLinesAdded;
import io.fairlead.billing.invoice.InvoiceEvents;
import io.fairlead.billing.invoice.InvoiceLines;
import io.fairlead.contract.event.ContractSigned;
import io.fairlead.document.LineNames;
import io.fairlead.document.PayableAmounts;
import io.fairlead.shared.StreamHistory;
import io.fairlead.shared.StreamKey;
import io.fairlead.shared.Until;
import io.fairlead.shared.Waits;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/** When an invoice is approved, the ERP stages it; when it is issued, the ERP books it. */
@ProcessingGroup("process-deliver-invoice")
@DisallowReplay // A rebuilt read side must not call the ERP again.
@Waits(Until.NOTHING)
public final class WhenInvoiceApprovedOrIssuedThenDeliver {

    private final ErpGateway gateway;
    private final StreamHistory history;

    public WhenInvoiceApprovedOrIssuedThenDeliver(ErpGateway gateway, StreamHistory history) {
        this.gateway = gateway;
        this.history = history;
    }

    @EventHandler
    void react(InvoiceApproved event) {
        var draft = history.last(event.getInvoiceId(), InvoiceDrafted.class).orElseThrow();
        var contract = history.last(event.getContractId(), ContractSigned.class).orElseThrow();
        var taxes = new ErpTaxes(event.getTaxRows());
        var names = LineNames.of(history.all(event.getInvoiceId(), InvoiceLinesAdded.class));
        var lines = InvoiceLines.of(history, event.getInvoiceId()).lines().stream()
                .map(line -> InvoiceLine.of(line, names.described(line.getLineNo(), line.getDescription()), taxes))
                .toList();
        deliver(new DocumentDraft(
                event.getInvoiceId(),
                event.getApprovalNo(), // Approved anew after its return, it is another version of the same draft.
                StreamKey.keyOf(event.getLegalEntityId()),
                event.getCustomerId(),
                null,
                event.getCurrency(),
                event.getIssueDate(),
                event.getIssueDate().plusDays(contract.getPaymentTermsDays()),
                InvoiceEvents.orderOf(draft, event),
                lines,
                taxes.rows(),
                event.getNet(),
                event.getTax(),
                event.getGross(),
                event.getTaxTreatment() == null ? null : event.getTaxTreatment().getRounding(),
                null,
                PayableAmounts.rounding(event.getPayableRounding())));
    }

    @EventHandler
    void react(InvoiceIssued event) {
        deliver(DocumentPosting.of(event));
    }

    private void deliver(DeliveryPayload payload) {
        gateway.deliveries().enqueue(payload);
        gateway.wakeup();
    }
}
