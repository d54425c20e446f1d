package io.fairlead.billing;

import io.fairlead.billing.event.InvoiceApproved;
import io.fairlead.billing.event.InvoiceStaged;
import io.fairlead.billing.event.NumberAssigned;
import io.fairlead.party.LegalEntityId;
import io.fairlead.party.event.LegalEntityRegistered;
import io.fairlead.shared.Commands;
import io.fairlead.shared.History;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/** When the ERP accepted an invoice, it gets its number; when it has its number, it is issued. */
@ProcessingGroup("process-issue-invoice")
@DisallowReplay // A rebuilt read side must not issue again.
public class WhenInvoiceStagedThenIssue {

    private final PartiesLookup parties;
    private final Commands commands;
    private final History history;

    public WhenInvoiceStagedThenIssue(PartiesLookup parties, Commands commands, History history) {
        this.parties = parties;
        this.commands = commands;
        this.history = history;
    }

    @EventHandler
    void react(InvoiceStaged event) {
        var approval = history.last(event.getInvoiceId(), InvoiceApproved.class).orElseThrow();
        var entity = history.last(approval.getLegalEntityId(), LegalEntityRegistered.class)
                .orElseThrow();
        var year = approval.getIssueDate().getYear();
        // A draft below zero becomes a credit note (R12).
        var series = approval.getNet().signum() < 0 ? CreditNote.SERIES : entity.getInvoiceSeries();
        commands.send(
                new AssignNumber(
                        NumberSeries.idOf(entity.getLegalEntityId(), series, year),
                        new LegalEntityId(entity.getLegalEntityId()),
                        series,
                        year,
                        event.getInvoiceId(),
                        approval.getIssueDate()),
                "number/" + event.getInvoiceId());
    }

    @EventHandler
    void react(NumberAssigned event) {
        if (CreditNoteId.isOne(event.getDocumentId())) {
            return; // Numbers of credit notes have a process of their own.
        }
        var approval =
                history.last(event.getDocumentId(), InvoiceApproved.class).orElseThrow();
        commands.send(
                new IssueInvoice(
                        new InvoiceId(event.getDocumentId()),
                        event.getText(),
                        event.getSeries(),
                        event.getYear(),
                        event.getIssueDate(),
                        parties.of(approval.getLegalEntityId(), approval.getCustomerId(), approval.getContractId())),
                "issue/" + event.getDocumentId());
    }
}
