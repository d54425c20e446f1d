package io.fairlead.gateway.refused;

import io.fairlead.billing.event.CreditNoteDiscarded;
import io.fairlead.billing.event.InvoiceReturned;
import io.fairlead.gateway.erp.ErpGateway;
import io.fairlead.shared.Until;
import io.fairlead.shared.Waits;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/** When an approved invoice goes back to draft, or a credit note is given up that the ERP refused, nobody sends it any more. */
@ProcessingGroup("process-withdraw-delivery")
@DisallowReplay // A rebuilt read side must not withdraw what was put in since.
@Waits(Until.NOTHING)
public final class WhenDocumentIsGivenUpThenWithdraw {

    private final ErpGateway gateway;

    public WhenDocumentIsGivenUpThenWithdraw(ErpGateway gateway) {
        this.gateway = gateway;
    }

    @EventHandler
    void react(InvoiceReturned event) {
        gateway.deliveries().parked().withdraw(event.getInvoiceId(), "returned: " + event.getReason());
    }

    @EventHandler
    void react(CreditNoteDiscarded event) {
        gateway.deliveries().parked().withdraw(event.getCreditNoteId(), "discarded: " + event.getReason());
    }
}
