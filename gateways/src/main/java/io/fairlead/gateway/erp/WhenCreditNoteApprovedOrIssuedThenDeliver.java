package io.fairlead.gateway.erp;

import io.fairlead.billing.event.CreditLine;
import io.fairlead.billing.event.CreditNoteApproved;
import io.fairlead.billing.event.CreditNoteDrafted;
import io.fairlead.billing.event.CreditNoteIssued;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.document.PayableAmounts;
import io.fairlead.shared.StreamHistory;
import io.fairlead.shared.StreamKey;
import io.fairlead.shared.Until;
import io.fairlead.shared.Waits;
import java.math.BigDecimal;
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
                draft.getLines().stream().map(line -> line(line, of)).toList(),
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

    private static InvoiceLine line(CreditLine line, ErpTaxes taxes) {
        var seconds = line.getSeconds();
        var secondsPerUnit = line.getSecondsPerUnit();
        var price = line.getPrice();
        // Time at its price is not what a credit of money alone, or of an adjusted line, says.
        boolean byTime = seconds != null
                && seconds > 0
                && secondsPerUnit != null
                && price != null
                && line.getNet().compareTo(line.getSourceAmount()) == 0;
        return new InvoiceLine(
                line.getDescription(),
                line.getProjectId(),
                byTime ? WhenInvoiceApprovedOrIssuedThenDeliver.units(seconds, secondsPerUnit) : BigDecimal.ONE,
                byTime ? (secondsPerUnit == 3600 ? "HUR" : "DAY") : "EA",
                byTime ? price : line.getNet(),
                line.getNet(),
                ErpTaxes.codes(line),
                taxes.rates(line));
    }

    private void deliver(DeliveryPayload payload) {
        gateway.deliveries().enqueue(payload);
        gateway.wakeup();
    }
}
