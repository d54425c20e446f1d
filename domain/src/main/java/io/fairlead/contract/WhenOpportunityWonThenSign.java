package io.fairlead.contract;

import io.fairlead.contract.event.OpportunityWon;
import io.fairlead.contract.event.PurchaseOrderReceived;
import io.fairlead.exception.OwnerRole;
import io.fairlead.exception.RaiseException;
import io.fairlead.exception.ResolveException;
import io.fairlead.exception.event.ExceptionResolved;
import io.fairlead.shared.Commands;
import io.fairlead.shared.Commands.Keyed;
import io.fairlead.shared.RuleViolated;
import io.fairlead.shared.StreamHistory;
import io.fairlead.shared.Until;
import io.fairlead.shared.Waits;
import java.time.Instant;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.annotation.MessageIdentifier;

/**
 * When a deal is won, it is validated, its contract signed and its project opened. What it lacks becomes a work item each,
 * and other deals go on.
 */
@ProcessingGroup("process-sign-contract")
@DisallowReplay // A rebuilt read side must not sign again.
@Waits(Until.VIEWS_SEEN)
public class WhenOpportunityWonThenSign {

    private static final String CHANGED = "DEAL_CHANGED_AFTER_SIGNATURE";
    private static final String PO_MISSING = "PO_MISSING";

    private final DealLookup lookup;
    private final Commands commands;
    private final StreamHistory history;

    public WhenOpportunityWonThenSign(DealLookup lookup, Commands commands, StreamHistory history) {
        this.lookup = lookup;
        this.commands = commands;
        this.history = history;
    }

    @EventHandler
    void react(OpportunityWon deal, @Timestamp Instant at, @MessageIdentifier String eventId) {
        var twin = new DealToldTwice(lookup, history).rejection(deal);
        if (twin.isPresent()) {
            commands.send(twin.get(), "twin/" + deal.getDealId());
            return;
        }
        var terms = new DealTerms(deal);
        var complete = terms.complete(lookup);
        if (complete == null) {
            for (var gap : terms.gaps()) {
                raise(gap.code(), deal.getDealId(), gap.sentence(), gap.ownerRole(), deal, at, eventId);
            }
            return;
        }
        var conversion = new DealConversion(deal, complete);
        try {
            commands.send(conversion.contract(), "sign/" + deal.getDealId() + "/" + deal.getRevision());
        } catch (RuleViolated changed) {
            raise(
                    CHANGED,
                    deal.getDealId(),
                    "The CRM changed the deal after its contract was signed: " + changed.reason()
                            + ". Amend or ignore it.",
                    OwnerRole.SALES_OPERATIONS,
                    deal,
                    at,
                    eventId);
            return;
        }
        conversion.project().forEach(keyed -> commands.send(keyed.command(), keyed.key()));
        clearGaps(deal, at, eventId);
        if (complete.buyer().terms().poRequired() && deal.getPoNumber() == null) {
            raise(
                    PO_MISSING,
                    conversion.contract().contractId().value(),
                    "The customer pays only with a purchase order and the deal has none. Enter it before billing.",
                    OwnerRole.FINANCE_OPERATIONS,
                    deal,
                    at,
                    eventId);
        }
    }

    @EventHandler
    void resume(ExceptionResolved event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        if (DealTerms.CODES.contains(event.getCode())) {
            history.last(event.getSubjectId(), OpportunityWon.class).ifPresent(deal -> react(deal, at, eventId));
        }
    }

    @EventHandler
    void clear(PurchaseOrderReceived event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        var _ = commands.sendAll(List.of(new Keyed(
                resolve(PO_MISSING, event.getContractId(), "Purchase order " + event.getPoNumber() + " arrived", at),
                "clear/" + PO_MISSING + "/" + eventId)));
    }

    private void clearGaps(OpportunityWon deal, Instant at, String eventId) {
        if (deal.getRevision() > 1) {
            var _ = commands.sendAll(DealTerms.CODES.stream()
                    .sorted()
                    .map(code -> new Keyed(
                            resolve(code, deal.getDealId(), "The deal arrived complete", at),
                            "clear/" + code + "/" + eventId))
                    .toList());
        }
    }

    private static ResolveException resolve(String code, String subject, String how, Instant at) {
        return new ResolveException(RaiseException.idOf(code, subject), how, "process|process-sign-contract", 0, at);
    }

    private void raise(
            String code,
            String subject,
            String sentence,
            OwnerRole role,
            OpportunityWon deal,
            Instant at,
            String eventId) {
        commands.send(
                RaiseException.restating(
                        code, subject, sentence, role, DealTerms.stakeOf(deal), deal.getLegalEntityId(), at),
                "raise/" + code + "/" + subject + "/" + eventId);
    }
}
