package io.fairlead.resource;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import io.fairlead.resource.event.TransferRateSet;
import io.fairlead.shared.Recording;
import io.fairlead.shared.StatedOnce;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** What a company takes for an hour of the people that it lends, by borrower, role and day. Rule H-05. */
@AggregateRoot
public class TransferRates {

    @AggregateIdentifier
    private @Nullable TransferRatesId id;

    private final Map<String, TransferRateSet> rows = new HashMap<>();

    TransferRates() {} // Axon creates it empty, then evolves it from its events.

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void decide(SetTransferRate command) {
        var event = TransferRateSet.newBuilder()
                .setTransferRatesId(command.transferRatesId().value())
                .setTransferRateId(command.transferRateId())
                .setEmployerId(command.employer().value())
                .setSellerId(command.seller().value())
                .setRole(command.role())
                .setFrom(command.from())
                .setTo(command.to())
                .setRate(command.rate())
                .setCurrency(command.currency())
                .setReason(command.reason())
                .build();
        if (StatedOnce.isNew("H-05", "the transfer rate row", rows.get(command.transferRateId()), event)) {
            Recording.record(event, event.getEmployerId());
        }
    }

    @EventSourcingHandler
    void evolve(TransferRateSet event) {
        id = new TransferRatesId(event.getTransferRatesId());
        rows.put(event.getTransferRateId(), event);
    }
}
