package io.fairlead.contract;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import io.fairlead.contract.event.DealLine;
import io.fairlead.contract.event.DealRejected;
import io.fairlead.contract.event.OpportunityWon;
import io.fairlead.shared.Recording;
import io.fairlead.shared.RuleViolated;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** What the CRM says of a deal. A different message about the same deal is a new revision. Rule D-01. */
@AggregateRoot
public class Deal {

    @AggregateIdentifier
    private @Nullable DealId id;

    private int revision;
    private @Nullable OpportunityWon latest;
    private boolean rejected;

    Deal() {} // Axon creates it empty, then evolves it from its events.

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void decide(ReceiveOpportunity command) {
        if (asEvent(command, revision).equals(latest)) {
            return; // The CRM said so before.
        }
        if (rejected) {
            throw new RuleViolated("D-01", "dealId", "the deal was rejected", "enter the contract directly");
        }
        var event = asEvent(command, revision + 1);
        if (event.getLegalEntityId() == null) {
            Recording.record(event);
        } else {
            Recording.record(event, event.getLegalEntityId());
        }
    }

    @CommandHandler
    void decide(RejectDeal command) {
        if (!rejected) {
            Recording.record(DealRejected.newBuilder()
                    .setDealId(command.dealId().value())
                    .setReason(command.reason())
                    .build());
        }
    }

    private static OpportunityWon asEvent(ReceiveOpportunity command, int revision) {
        return OpportunityWon.newBuilder()
                .setDealId(command.dealId().value())
                .setRevision(revision)
                .setSource(command.source())
                .setSourceId(command.sourceId())
                .setName(command.name())
                .setAccountId(command.accountId())
                .setAmount(command.amount())
                .setCurrency(command.currency())
                .setCloseDate(command.closeDate())
                .setLegalEntityId(
                        command.legalEntityId() == null
                                ? null
                                : command.legalEntityId().value())
                .setBillingMethod(command.billingMethod())
                .setPoNumber(command.poNumber())
                .setTaxCategory(command.taxCategory())
                .setRateCardId(
                        command.rateCardId() == null
                                ? null
                                : command.rateCardId().value())
                .setLines(command.lines().stream().map(Deal::asLine).toList())
                .build();
    }

    private static DealLine asLine(ReceiveOpportunity.Line line) {
        return DealLine.newBuilder()
                .setDescription(line.description())
                .setQuantity(line.quantity())
                .setUnitPrice(line.unitPrice())
                .setAmount(line.amount())
                .setServiceDate(line.serviceDate())
                .build();
    }

    @EventSourcingHandler
    void evolve(OpportunityWon event) {
        id = new DealId(event.getDealId());
        revision = event.getRevision();
        latest = event;
    }

    @EventSourcingHandler
    void evolve(DealRejected event) {
        rejected = true;
    }
}
