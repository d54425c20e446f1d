package io.fairlead.operation;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import io.fairlead.operation.event.OperatorActionRequested;
import io.fairlead.shared.Recording;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** What operators asked for of one kind. A repeat carries the key of the first; asked again by another it is asked twice. */
@AggregateRoot
public class OperatorActions {

    @AggregateIdentifier
    private @Nullable OperatorActionId id;

    OperatorActions() {} // Axon creates it empty, then evolves it from its events.

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void decide(RequestOperatorAction command) {
        Recording.record(OperatorActionRequested.newBuilder()
                .setOperatorActionId(command.operatorActionId().value())
                .setAction(command.action().name())
                .setSubject(command.subject())
                .setReason(command.reason())
                .setRequestedBy(command.requestedBy())
                .build());
    }

    @EventSourcingHandler
    void evolve(OperatorActionRequested event) {
        id = new OperatorActionId(event.getOperatorActionId());
    }
}
