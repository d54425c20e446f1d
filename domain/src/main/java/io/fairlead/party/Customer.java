package io.fairlead.party;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import io.fairlead.party.event.CustomerChanged;
import io.fairlead.party.event.CustomerEndpointChanged;
import io.fairlead.party.event.CustomerMerged;
import io.fairlead.party.event.CustomerProvisioned;
import io.fairlead.party.event.CustomerRegistered;
import io.fairlead.party.event.CustomerTaxProfileChanged;
import io.fairlead.shared.Recording;
import io.fairlead.shared.RuleViolated;
import io.fairlead.shared.StatedOnce;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** A buyer of the firm's services. Rules P-02 to P-06. */
@AggregateRoot
public class Customer {

    @AggregateIdentifier
    private @Nullable CustomerId id;

    private @Nullable CustomerRegistered registered;
    private final List<CustomerChanged> changes = new ArrayList<>();
    private final List<CustomerTaxProfileChanged> taxes = new ArrayList<>();
    private final List<CustomerEndpointChanged> endpoints = new ArrayList<>();
    private @Nullable CustomerMerged merged;
    private final Map<String, String> externalIds = new HashMap<>();

    Customer() {} // Axon creates it empty, then evolves it from its events.

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void decide(RegisterCustomer command) {
        var event = PartyEvents.registered(command);
        if (StatedOnce.isNew("P-02", "the customer", registered, event)) {
            Recording.record(event);
        }
    }

    @CommandHandler
    void decide(ChangeCustomer command) {
        requireLiving();
        new CustomerChanges(command, days().on(command.from())).events().forEach(Recording::record);
    }

    @CommandHandler
    void decide(ChangeCustomerTaxProfile command) {
        requireLiving();
        if (days().isTold(command)) {
            return; // It is so already.
        }
        Recording.record(CustomerTaxProfileChanged.newBuilder()
                .setCustomerId(command.customerId().value())
                .setTaxId(command.taxId())
                .setTaxCategory(command.taxCategory())
                .setFrom(command.from())
                .build());
    }

    @CommandHandler
    void decide(ChangeCustomerEndpoint command) {
        requireLiving();
        var changed = PartyEvents.changed(command);
        if (!days().isTold(changed)) {
            Recording.record(changed);
        }
    }

    @CommandHandler
    void decide(MergeCustomer command) {
        if (merged != null && merged.getIntoCustomerId().equals(command.into().value())) {
            return; // A repeated merge is not a new fact.
        }
        requireLiving();
        command.requireOtherLiving();
        Recording.record(PartyEvents.merged(command));
    }

    @CommandHandler
    void decide(RecordCustomerProvisioned command) {
        if (StatedOnce.isNew("P-03", "the customer there", externalIds.get(command.target()), command.externalId())) {
            Recording.record(CustomerProvisioned.newBuilder()
                    .setCustomerId(command.customerId().value())
                    .setTarget(command.target())
                    .setExternalId(command.externalId())
                    .build());
        }
    }

    private void requireLiving() {
        if (merged != null) {
            throw isMerged(merged);
        }
    }

    static RuleViolated isMerged(CustomerMerged merged) {
        var living = merged.getIntoCustomerId();
        return new RuleViolated("P-04", "id", "the customer was merged into " + living, "say it of " + living);
    }

    private CustomerDays days() {
        return new CustomerDays(Objects.requireNonNull(registered), changes, taxes, endpoints);
    }

    @EventSourcingHandler
    void evolve(CustomerRegistered event) {
        id = new CustomerId(event.getCustomerId());
        registered = event;
    }

    @EventSourcingHandler
    void evolve(CustomerChanged event) {
        changes.add(event);
    }

    @EventSourcingHandler
    void evolve(CustomerTaxProfileChanged event) {
        taxes.add(event);
    }

    @EventSourcingHandler
    void evolve(CustomerEndpointChanged event) {
        endpoints.add(event);
    }

    @EventSourcingHandler
    void evolve(CustomerMerged event) {
        merged = event;
    }

    @EventSourcingHandler
    void evolve(CustomerProvisioned event) {
        externalIds.put(event.getTarget(), event.getExternalId());
    }
}
