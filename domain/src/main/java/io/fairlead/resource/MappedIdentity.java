package io.fairlead.resource;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import io.fairlead.resource.event.IdentityMapped;
import io.fairlead.shared.Recording;
import java.util.HashSet;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** A login, and whoever else it is. Each is said once and stays: what was approved meanwhile was approved under it. Rule H-05. */
@AggregateRoot
public class MappedIdentity {

    @AggregateIdentifier
    private @Nullable IdentityId id;

    private final Set<String> names = new HashSet<>();

    MappedIdentity() {} // Axon creates it empty, then evolves it from its events.

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void decide(MapIdentity command) {
        if (!names.contains(command.name())) {
            Recording.record(IdentityMapped.newBuilder()
                    .setIdentityId(command.identityId().value())
                    .setIssuer(command.issuer())
                    .setSubject(command.subject())
                    .setName(command.name())
                    .build());
        }
    }

    @EventSourcingHandler
    void evolve(IdentityMapped event) {
        id = new IdentityId(event.getIdentityId());
        names.add(event.getName());
    }
}
