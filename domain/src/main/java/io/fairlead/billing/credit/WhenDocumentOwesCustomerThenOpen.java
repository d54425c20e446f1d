package io.fairlead.billing.credit;

import io.fairlead.billing.event.CreditApplied;
import io.fairlead.billing.event.CreditReserved;
import io.fairlead.billing.event.CustomerCreditOpened;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.invoice.Payable;
import io.fairlead.shared.Commands;
import io.fairlead.shared.StreamHistory;
import io.fairlead.shared.Until;
import io.fairlead.shared.Waits;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/** When a credit note gives back more than is open of its invoice, or an invoice is below 0, that is owed to the customer. */
@ProcessingGroup("process-open-customer-credit")
@DisallowReplay // A rebuilt read side must not open again.
@Waits(Until.NOTHING)
public class WhenDocumentOwesCustomerThenOpen {

    private final Commands commands;
    private final StreamHistory history;

    public WhenDocumentOwesCustomerThenOpen(Commands commands, StreamHistory history) {
        this.commands = commands;
        this.history = history;
    }

    @EventHandler
    void react(CreditApplied event) {
        if (event.getGross().compareTo(event.getApplied()) > 0) {
            var askedBy = history.all(event.getInvoiceId(), CreditReserved.class).stream()
                    .filter(asked -> asked.getCreditNoteId().equals(event.getCreditNoteId()))
                    .map(CreditReserved::getPreparer)
                    .findFirst();
            open(CustomerCreditEvents.opened(event, askedBy.orElse(null)));
        }
    }

    @EventHandler
    void react(InvoiceIssued event) {
        if (Payable.of(event).isNegative()) {
            open(CustomerCreditEvents.opened(event));
        }
    }

    private void open(CustomerCreditOpened owed) {
        var id = new CustomerCreditId(owed.getCustomerCreditId());
        commands.send(new OpenCustomerCredit(id, owed), "open/" + id);
    }
}
