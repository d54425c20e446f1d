package io.fairlead.billing.credit;

import io.fairlead.billing.event.CreditNoteDiscarded;
import io.fairlead.billing.event.CreditReserved;
import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.shared.Commands;
import io.fairlead.shared.RuleViolated;
import io.fairlead.shared.Until;
import io.fairlead.shared.Waits;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/**
 * When an invoice grants a credit, its credit note is drawn up; when that is discarded, or its id is
 * another invoice's credit note, the invoice has its part back.
 */
@ProcessingGroup("process-draft-credit")
@DisallowReplay // A rebuilt read side must not draw up again.
@Waits(Until.NOTHING)
public class WhenCreditGrantedThenDraft {

    private final Commands commands;

    public WhenCreditGrantedThenDraft(Commands commands) {
        this.commands = commands;
    }

    @EventHandler
    void react(CreditReserved event) {
        var creditNote = new CreditNoteId(event.getCreditNoteId());
        var key = creditNote + "/" + event.getInvoiceId();
        try {
            commands.send(new DraftCreditNote(creditNote, event), "draft/" + key);
        } catch (RuleViolated isOfAnotherInvoice) {
            commands.send(
                    new ReleaseCredit(new InvoiceId(event.getInvoiceId()), creditNote, isOfAnotherInvoice.reason()),
                    "release/" + key);
        }
    }

    @EventHandler
    void react(CreditNoteDiscarded event) {
        var creditNote = new CreditNoteId(event.getCreditNoteId());
        commands.send(
                new ReleaseCredit(new InvoiceId(event.getInvoiceId()), creditNote, event.getReason()),
                "release/" + creditNote);
    }
}
