package io.fairlead.party;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import io.fairlead.party.event.CustomerEndpointChanged;
import io.fairlead.party.event.CustomerProvisioned;
import io.fairlead.party.event.CustomerRegistered;
import io.fairlead.party.event.CustomerTaxProfileChanged;
import io.fairlead.shared.Recording;
import io.fairlead.shared.StatedOnce;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** A buyer of the firm's services. Rules P-02, P-03. */
@AggregateRoot
public class Customer {

    @AggregateIdentifier
    private @Nullable CustomerId id;

    private @Nullable CustomerRegistered registered;
    private final Map<String, String> profiles = new HashMap<>();
    private @Nullable CustomerEndpointChanged endpoint;
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
    void decide(ChangeCustomerTaxProfile command) {
        var profile = profile(command.taxId(), command.taxCategory());
        if (profile.equals(profiles.get(dayOf(command.from())))) {
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
        var changed = PartyEvents.changed(command);
        if (!changed.equals(endpoint)) {
            Recording.record(changed);
        }
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

    @EventSourcingHandler
    void evolve(CustomerRegistered event) {
        id = new CustomerId(event.getCustomerId());
        registered = event;
        profiles.put(dayOf(null), profile(event.getTaxId(), event.getTaxCategory()));
        endpoint = PartyEvents.endpointOf(event);
    }

    @EventSourcingHandler
    void evolve(CustomerTaxProfileChanged event) {
        profiles.put(dayOf(event.getFrom()), profile(event.getTaxId(), event.getTaxCategory()));
    }

    /** Empty for the one from the beginning. */
    private static String dayOf(@Nullable LocalDate from) {
        return from == null ? "" : from.toString();
    }

    private static String profile(@Nullable String taxId, @Nullable String category) {
        return Objects.requireNonNullElse(category, "") + " " + Objects.requireNonNullElse(taxId, "");
    }

    @EventSourcingHandler
    void evolve(CustomerEndpointChanged event) {
        endpoint = event;
    }

    @EventSourcingHandler
    void evolve(CustomerProvisioned event) {
        externalIds.put(event.getTarget(), event.getExternalId());
    }
}
