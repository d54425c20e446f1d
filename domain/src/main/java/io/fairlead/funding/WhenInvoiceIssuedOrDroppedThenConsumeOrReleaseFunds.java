package io.fairlead.funding;

import io.fairlead.billing.event.CreditNoteIssued;
import io.fairlead.billing.event.InvoiceDiscarded;
import io.fairlead.billing.event.InvoiceDrafted;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.InvoiceLine;
import io.fairlead.billing.event.InvoiceLineRemoved;
import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.billing.invoice.InvoiceLines;
import io.fairlead.contract.ContractId;
import io.fairlead.party.CustomerId;
import io.fairlead.project.ProjectId;
import io.fairlead.shared.Commands;
import io.fairlead.shared.RuleViolated;
import io.fairlead.shared.StreamHistory;
import io.fairlead.shared.Until;
import io.fairlead.shared.Waits;
import java.math.BigDecimal;
import java.time.Instant;
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
            var all = InvoiceLines.of(history, event.getInvoiceId()).lines();
            giveUp(event, all);
            var lines = FundsOfLines.of(all.stream()
                    .filter(line -> !disbursements.has(line.getSourceId()))
                    .toList());
            settle(
                    new ConsumeFunds(
                            FundingId.of(new ContractId(event.getContractId())),
                            new InvoiceId(event.getInvoiceId()),
                            event.getPoNumber(),
                            lines),
                    "consume/" + event.getInvoiceId());
        }
    }

    /** Disbursements that asked for funds when they still counted within limits want none any more. */
    private void giveUp(InvoiceIssued event, List<InvoiceLine> lines) {
        for (var line : lines) {
            disbursements
                    .find(line.getSourceId())
                    .ifPresent(expense -> settle(
                            new ReserveFunds(
                                    FundingId.of(new ContractId(event.getContractId())),
                                    line.getSourceId(),
                                    line.getContractLineNo(),
                                    new CustomerId(expense.getCustomerId()),
                                    new ProjectId(expense.getProjectId()),
                                    line.getServiceDate(),
                                    Instant.EPOCH,
                                    true,
                                    BigDecimal.ZERO,
                                    event.getCurrency()),
                            "outside/" + event.getInvoiceId() + "/" + line.getLineNo()));
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
                            FundsOfLines.ofCredit(event.getLines().stream()
                                    .filter(line -> !disbursements.has(line.getSourceId()))
                                    .toList())),
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
