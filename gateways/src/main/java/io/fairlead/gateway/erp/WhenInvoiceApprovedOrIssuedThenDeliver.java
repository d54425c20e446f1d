package io.fairlead.gateway.erp;

import io.fairlead.billing.event.InvoiceApproved;
import io.fairlead.billing.event.InvoiceDrafted;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.invoice.InvoiceEvents;
import io.fairlead.billing.invoice.InvoiceLines;
import io.fairlead.billing.tax.TaxCodes;
import io.fairlead.contract.event.ContractSigned;
import io.fairlead.document.PayableAmounts;
import io.fairlead.shared.StreamHistory;
import io.fairlead.shared.StreamKey;
import io.fairlead.shared.Until;
import io.fairlead.shared.Waits;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/** When an invoice is approved, the ERP stages it; when it is issued, the ERP books it. */
@ProcessingGroup("process-deliver-invoice")
@DisallowReplay // A rebuilt read side must not call the ERP again.
@Waits(Until.NOTHING)
public final class WhenInvoiceApprovedOrIssuedThenDeliver {

    /** The ERP takes quantities with at most this many decimals; the net of a line is ours, it is not recomputed. */
    private static final int QUANTITY_DECIMALS = 6;

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
        var lines = InvoiceLines.of(history, event.getInvoiceId()).lines().stream()
                .map(line -> line(line, taxes))
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

    private static InvoiceLine line(io.fairlead.billing.event.InvoiceLine line, ErpTaxes taxes) {
        var seconds = line.getSeconds();
        var secondsPerUnit = line.getSecondsPerUnit();
        var price = line.getPrice();
        boolean adjusted = InvoiceLines.adjustment(line).signum() != 0; // Then time at its price is not what it says.
        boolean byTime = !adjusted && seconds != null && secondsPerUnit != null && price != null;
        return new InvoiceLine(
                line.getDescription(),
                line.getProjectId(),
                byTime ? units(seconds, secondsPerUnit) : BigDecimal.ONE,
                byTime ? (secondsPerUnit == 3600 ? "HUR" : "DAY") : "EA",
                byTime ? price : line.getNet(),
                line.getNet(),
                String.join(",", TaxCodes.of(line)),
                taxes.rates(TaxCodes.of(line), TaxCodes.dayOf(line)));
    }

    static BigDecimal units(int seconds, int secondsPerUnit) {
        return BigDecimal.valueOf(seconds)
                .divide(BigDecimal.valueOf(secondsPerUnit), QUANTITY_DECIMALS, RoundingMode.HALF_UP);
    }

    private void deliver(DeliveryPayload payload) {
        gateway.deliveries().enqueue(payload);
        gateway.wakeup();
    }
}
