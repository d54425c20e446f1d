package io.fairlead.billing.credit;

import io.fairlead.billing.event.CreditNoteDrafted;
import io.fairlead.billing.event.CreditNoteStaged;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.NumberAssigned;
import io.fairlead.billing.invoice.AssignNumber;
import io.fairlead.billing.invoice.NumberSeries;
import io.fairlead.party.LegalEntityId;
import io.fairlead.shared.Commands;
import io.fairlead.shared.StreamHistory;
import io.fairlead.shared.Until;
import io.fairlead.shared.Waits;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/** When the ERP accepted a credit note, it gets its number; when it has its number, it is issued. */
@ProcessingGroup("process-issue-credit")
@DisallowReplay // A rebuilt read side must not issue again.
@Waits(Until.NOTHING)
public class WhenCreditNoteStagedThenIssue {

    private final Commands commands;
    private final StreamHistory history;

    public WhenCreditNoteStagedThenIssue(Commands commands, StreamHistory history) {
        this.commands = commands;
        this.history = history;
    }

    @EventHandler
    void react(CreditNoteStaged event) {
        var draft = draftOf(event.getCreditNoteId());
        var year = draft.getIssueDate().getYear();
        commands.send(
                new AssignNumber(
                        NumberSeries.idOf(draft.getLegalEntityId(), CreditNote.SERIES, year),
                        new LegalEntityId(draft.getLegalEntityId()),
                        CreditNote.SERIES,
                        year,
                        event.getCreditNoteId(),
                        draft.getIssueDate()),
                "number/" + event.getCreditNoteId());
    }

    @EventHandler
    void react(NumberAssigned event) {
        if (!CreditNoteId.isOne(event.getDocumentId())) {
            return; // Numbers of invoices have a process of their own.
        }
        var invoice = history.last(draftOf(event.getDocumentId()).getInvoiceId(), InvoiceIssued.class)
                .orElseThrow();
        commands.send(
                new IssueCreditNote(
                        new CreditNoteId(event.getDocumentId()),
                        event.getText(),
                        event.getSeries(),
                        event.getYear(),
                        event.getIssueDate(),
                        invoice),
                "issue/" + event.getDocumentId());
    }

    private CreditNoteDrafted draftOf(String creditNoteId) {
        return history.last(creditNoteId, CreditNoteDrafted.class).orElseThrow();
    }
}
