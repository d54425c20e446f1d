package io.fairlead.billing.run;

import io.fairlead.billing.event.BillingRunCompleted;
import io.fairlead.billing.event.BillingRunStarted;
import io.fairlead.billing.event.InvoiceDrafted;
import io.fairlead.billing.event.InvoicePlanned;
import io.fairlead.billing.fx.ExchangeRateLookup;
import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.billing.pricing.PricedWorkLookup;
import io.fairlead.billing.run.InvoiceGrouping.Group;
import io.fairlead.contract.ContractId;
import io.fairlead.exception.OwnerRole;
import io.fairlead.exception.RaiseException;
import io.fairlead.exception.Stake;
import io.fairlead.party.CustomerId;
import io.fairlead.shared.Commands;
import io.fairlead.shared.NameUuid;
import io.fairlead.shared.StreamHistory;
import io.fairlead.shared.Until;
import io.fairlead.shared.Waits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.annotation.MessageIdentifier;

/**
 * When a billing run starts: plan, claim, draft. Views only propose; an invoice is planned before anything is claimed for
 * it, and each entry is claimed by its own aggregate, so that no two runs and no stale view can bill an hour twice. After
 * a crash the same steps are taken again and find what is done already.
 */
@ProcessingGroup("process-billing-run")
@DisallowReplay // A rebuilt read side must not bill again.
@Waits(Until.WORK_FUNDED)
public class WhenBillingRunStartedThenDraft {

    private final UnbilledWorkLookup work;
    private final DraftAmounts amounts;
    private final InvoiceDrafting drafting;
    private final Commands commands;
    private final StreamHistory history;

    public WhenBillingRunStartedThenDraft(
            UnbilledWorkLookup work,
            PricedWorkLookup priced,
            ExchangeRateLookup exchange,
            Commands commands,
            StreamHistory history) {
        this.work = work;
        this.amounts = new DraftAmounts(priced, work, exchange, commands);
        this.drafting = new InvoiceDrafting(work, commands, history);
        this.commands = commands;
        this.history = history;
    }

    @EventHandler
    void react(BillingRunStarted run, @Timestamp Instant at, @MessageIdentifier String eventId) {
        if (history.last(run.getBillingRunId(), BillingRunCompleted.class).isPresent()) {
            return; // What became ready since waits for the next run.
        }
        DueItems.makeReady(run, work, commands);
        var drafted = draftedBefore(run);
        var waiting = amounts.fix(run, DraftPayers.contractsOf(run, history), at, eventId);
        var proposed = new HashMap<String, Group>();
        for (var group : InvoiceGrouping.of(work, run, new DraftPayers(run, history))) {
            if (waiting.contains(group.contractId())) {
                continue; // Its exchange rate is missing: the next run bills it.
            }
            if (group.purchaseOrderMissing()) {
                commands.send(purchaseOrderMissing(run, group, at), "po/" + group.contractId() + "/" + eventId);
            } else {
                var invoice = invoiceOf(run, group);
                commands.send(plan(run, group, invoice), "plan/" + invoice);
                proposed.put(invoice.value(), group);
            }
        }
        drafting.draft(history.all(run.getBillingRunId(), InvoicePlanned.class).stream()
                .filter(planned -> !drafted.contains(planned.getInvoiceId()))
                .map(planned -> {
                    var group = proposed.get(planned.getInvoiceId());
                    return new InvoiceDrafting.Plan(planned, group == null ? List.of() : group.sources());
                })
                .toList());
        commands.send(
                new CompleteBillingRun(new BillingRunId(run.getBillingRunId()), at),
                "complete/" + run.getBillingRunId());
    }

    /** Drafts that an interrupted attempt completed: people review or discarded them, so nothing more goes on them. */
    private Set<String> draftedBefore(BillingRunStarted run) {
        return history.all(run.getBillingRunId(), InvoicePlanned.class).stream()
                .map(InvoicePlanned::getInvoiceId)
                .filter(invoice -> history.last(invoice, InvoiceDrafted.class).isPresent())
                .collect(Collectors.toSet());
    }

    private static InvoiceId invoiceOf(BillingRunStarted run, Group group) {
        var po = group.poNumber() == null ? "" : group.poNumber();
        var name = List.of(run.getBillingRunId(), group.contractId(), group.customerId(), po, group.currency());
        var parts = new ArrayList<>(name);
        parts.addAll(group.apart());
        return InvoiceId.of(NameUuid.of(parts.toArray(String[]::new)).toString());
    }

    private static PlanInvoice plan(BillingRunStarted run, Group group, InvoiceId invoice) {
        return new PlanInvoice(
                new BillingRunId(run.getBillingRunId()),
                invoice,
                new ContractId(group.contractId()),
                new CustomerId(group.customerId()),
                group.poNumber(),
                group.currency());
    }

    private static RaiseException purchaseOrderMissing(BillingRunStarted run, Group group, Instant at) {
        return RaiseException.restating(
                "PO_MISSING",
                group.contractId(),
                "The customer pays only with a purchase order and none is known for " + group.contractId()
                        + ". Enter it; the next run bills what waits.",
                OwnerRole.FINANCE_OPERATIONS,
                new Stake(group.amount(), group.currency()),
                run.getLegalEntityId(),
                at);
    }
}
