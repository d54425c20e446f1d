package io.fairlead.party;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import io.fairlead.party.event.LegalEntityDetails;
import io.fairlead.party.event.LegalEntityRegistered;
import io.fairlead.party.event.SellerDetailsChanged;
import io.fairlead.party.event.WorkPoliciesChanged;
import io.fairlead.shared.Recording;
import io.fairlead.shared.StatedOnce;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** A company of the firm that contracts, employs and bills. Rules P-01. */
@AggregateRoot
public class LegalEntity {

    @AggregateIdentifier
    private @Nullable LegalEntityId id;

    private @Nullable LegalEntityRegistered registered;
    private @Nullable LegalEntityDetails details;
    private WorkPolicies workPolicies = WorkPolicies.DEFAULT;

    LegalEntity() {} // Axon creates it empty, then evolves it from its events.

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void decide(RegisterLegalEntity command) {
        var event = PartyEvents.registered(command);
        var known = registered == null ? null : PartyEvents.asToday(registered);
        if (StatedOnce.isNew("P-01", "the legal entity", known, event)) {
            Recording.record(event, event.getLegalEntityId());
        }
    }

    @CommandHandler
    void decide(ChangeSellerDetails command) {
        var company = command.legalEntityId();
        var changed = PartyEvents.details(company, command.details());
        if (changed.equals(PartyEvents.asToday(company.value(), details))) {
            return; // It is so already.
        }
        Recording.record(
                SellerDetailsChanged.newBuilder()
                        .setLegalEntityId(company.value())
                        .setDetails(changed)
                        .build(),
                company.value());
    }

    @CommandHandler
    void decide(ChangeWorkPolicies command) {
        if (!command.policies().equals(workPolicies)) { // Else it is so already.
            var event = PartyEvents.workPolicies(command);
            Recording.record(event, event.getLegalEntityId());
        }
    }

    @EventSourcingHandler
    void evolve(WorkPoliciesChanged event) {
        workPolicies = WorkPolicies.of(event.getOverlap(), event.getOwnWork());
    }

    @EventSourcingHandler
    void evolve(LegalEntityRegistered event) {
        id = new LegalEntityId(event.getLegalEntityId());
        registered = event;
        details = event.getDetails();
    }

    @EventSourcingHandler
    void evolve(SellerDetailsChanged event) {
        details = event.getDetails();
    }
}
