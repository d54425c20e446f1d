package io.fairlead.funding;

import io.fairlead.billing.InvoiceId;
import io.fairlead.billing.event.InvoiceDiscarded;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.InvoiceLinesAdded;
import io.fairlead.contract.ContractId;
import io.fairlead.shared.Commands;
import io.fairlead.shared.History;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/** When an invoice of a limited contract is issued, its funds are used; when its draft is discarded, they are let go. */
@ProcessingGroup("process-settle-funds")
@DisallowReplay // A rebuilt read side must not use funds again.
public class WhenInvoiceSettledThenSettleFunds {

    private final LimitsLookup limits;
    private final Commands commands;
    private final History history;

    public WhenInvoiceSettledThenSettleFunds(LimitsLookup limits, Commands commands, History history) {
        this.limits = limits;
        this.commands = commands;
        this.history = history;
    }

    @EventHandler
    void react(InvoiceIssued event) {
        if (limits.isLimited(event.getContractId())) {
            var lines = history.all(event.getInvoiceId(), InvoiceLinesAdded.class).stream()
                    .flatMap(added -> added.getLines().stream())
                    .filter(line -> line.getNet().signum()
                            > 0) // A draw from a retainer lowers what is due, not what is billed.
                    .map(line -> new DraftFunds.Portion(line.getSourceId(), line.getContractLineNo(), line.getNet()))
                    .toList();
            commands.send(
                    new ConsumeFunds(
                            FundingId.of(new ContractId(event.getContractId())),
                            new InvoiceId(event.getInvoiceId()),
                            event.getPoNumber(),
                            lines),
                    "consume/" + event.getInvoiceId());
        }
    }

    @EventHandler
    void react(InvoiceDiscarded event) {
        if (limits.isLimited(event.getContractId())) {
            commands.send(
                    new TakeFundsOffDraft(
                            FundingId.of(new ContractId(event.getContractId())),
                            new InvoiceId(event.getInvoiceId()),
                            List.of(),
                            event.getReason()),
                    "unfund/" + event.getInvoiceId());
        }
    }
}
