package io.fairlead.funding;

import io.fairlead.billing.event.CreditLine;
import io.fairlead.billing.event.CreditNoteIssued;
import io.fairlead.billing.event.InvoiceDiscarded;
import io.fairlead.billing.event.InvoiceDrafted;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.InvoiceLine;
import io.fairlead.billing.event.InvoiceLineRemoved;
import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.billing.invoice.InvoiceLines;
import io.fairlead.contract.ContractId;
import io.fairlead.shared.Commands;
import io.fairlead.shared.RuleViolated;
import io.fairlead.shared.StreamHistory;
import io.fairlead.shared.Until;
import io.fairlead.shared.Waits;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/**
 * When an invoice of a limited contract is issued, its funds are used; when its draft is discarded or loses a line, they are let
 * go; when it is credited, they are given back.
 */
@ProcessingGroup("process-settle-funds")
@DisallowReplay // A rebuilt read side must not use funds again.
@Waits(Until.MASTER_DATA_SEEN)
public class WhenInvoiceIssuedOrDroppedThenConsumeOrReleaseFunds {

    private static final String UNKNOWN = "G-03";

    private final LimitsLookup limits;
    private final Commands commands;
    private final StreamHistory history;
    private final Disbursements disbursements;

    public WhenInvoiceIssuedOrDroppedThenConsumeOrReleaseFunds(
            LimitsLookup limits, Commands commands, StreamHistory history) {
        this.limits = limits;
        this.commands = commands;
        this.history = history;
        this.disbursements = new Disbursements(history);
    }

    @EventHandler
    void react(InvoiceIssued event) {
        if (limits.limited(event.getContractId()).any()) {
            var funding = FundingId.of(new ContractId(event.getContractId()));
            var invoice = event.getInvoiceId();
            var lines = InvoiceLines.of(history, invoice).lines();
            lines.forEach(line -> disbursements
                    .giveUp(funding, line)
                    .ifPresent(nothing -> settle(nothing, "outside/" + invoice + "/" + line.getLineNo())));
            var used = FundsOfLines.of(disbursements.without(lines, InvoiceLine::getSourceId));
            settle(new ConsumeFunds(funding, new InvoiceId(invoice), event.getPoNumber(), used), "consume/" + invoice);
        }
    }

    @EventHandler
    void react(InvoiceDiscarded event) {
        release(event.getContractId(), event.getInvoiceId(), List.of(), event.getReason(), event.getInvoiceId());
    }

    @EventHandler
    void react(InvoiceLineRemoved event) {
        var lineLeft = InvoiceLines.of(history, event.getInvoiceId()).lines().stream()
                .anyMatch(line -> line.getSourceId().equals(event.getSourceId()));
        if (!lineLeft) {
            history.last(event.getInvoiceId(), InvoiceDrafted.class)
                    .ifPresent(draft -> release(
                            draft.getContractId(),
                            event.getInvoiceId(),
                            List.of(event.getSourceId()),
                            event.getReason(),
                            event.getInvoiceId() + "/" + event.getLineNo()));
        }
    }

    private void release(String contractId, String invoiceId, List<String> sources, String reason, String key) {
        if (limits.limited(contractId).any()) {
            settle(
                    new TakeFundsOffDraft(
                            FundingId.of(new ContractId(contractId)), new InvoiceId(invoiceId), sources, reason),
                    "unfund/" + key);
        }
    }

    /** Less is billed; work that is unbilled again asks for funds as it did at first. */
    @EventHandler
    void react(CreditNoteIssued event) {
        if (limits.limited(event.getContractId()).any()) {
            settle(
                    new RestoreFunds(
                            FundingId.of(new ContractId(event.getContractId())),
                            event.getCreditNoteId(),
                            event.getPoNumber(),
                            FundsOfLines.ofCredit(disbursements.without(event.getLines(), CreditLine::getSourceId))),
                    "restore/" + event.getCreditNoteId());
        }
    }

    /** Limits that are agreed and not watched yet take what is billed from the views as soon as they are. */
    private void settle(Object command, String key) {
        try {
            commands.send(command, key);
        } catch (RuleViolated refused) {
            if (!refused.code().equals(UNKNOWN)) {
                throw refused;
            }
        }
    }
}
