package io.fairlead.billing.credit;

import io.fairlead.billing.event.CreditNoteIssued;
import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.billing.run.SourceOrders;
import io.fairlead.shared.Commands;
import io.fairlead.shared.Commands.Accepted;
import io.fairlead.shared.Commands.Refused;
import io.fairlead.shared.Until;
import io.fairlead.shared.Waits;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/** When a credit note is issued, less is open of its invoice, and each source learns what becomes of its part (R12). */
@ProcessingGroup("process-settle-credit")
@DisallowReplay // A rebuilt read side must not apply a credit again.
@Waits(Until.NOTHING)
public class WhenCreditNoteIssuedThenApply {

    private final Commands commands;

    public WhenCreditNoteIssuedThenApply(Commands commands) {
        this.commands = commands;
    }

    @EventHandler
    void react(CreditNoteIssued event) {
        var creditNote = new CreditNoteId(event.getCreditNoteId());
        commands.send(
                new ApplyCredit(
                        new InvoiceId(event.getInvoiceId()), creditNote, event.getNumber(), event.getIssueDate()),
                "apply/" + creditNote);
        var orders = event.getLines().stream()
                .filter(SourceOrders::givesBack)
                .map(line -> SourceOrders.credit(line, event))
                .toList();
        for (var answer : commands.sendAll(orders)) {
            switch (answer) {
                case Accepted() -> {}
                case Refused(var reason) -> throw reason;
            }
        }
    }
}
