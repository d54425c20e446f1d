package io.fairlead.store.axon;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.fairlead.time.event.TimeRejected;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** The smallest aggregate with a decision: counts up to ten, one at a time. */
@AggregateRoot
@SuppressWarnings("UnusedVariable") // Axon reads the identifier.
public class TestEntry {

    static final int COUNT_MAX = 10;

    @AggregateIdentifier
    private @Nullable String id;

    private int count;

    TestEntry() {} // Axon creates it empty, then evolves it from its events.

    /** Counts one further. */
    public record Count(@TargetAggregateIdentifier String id) {}

    /** Counts up to a number; nothing when it is there already. */
    public record CountTo(@TargetAggregateIdentifier String id, int number) {}

    /** Tells the count of an entry that is there. */
    public record Look(@TargetAggregateIdentifier String id) {}

    @CommandHandler
    int decide(Look command) {
        return count;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    int decide(Count command) {
        if (count == COUNT_MAX) {
            throw new IllegalArgumentException("X-01: ten is the end");
        }
        apply(counted(command.id(), count + 1));
        return count;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(CountTo command) {
        for (var next = count + 1; next <= command.number(); next++) {
            apply(counted(command.id(), next));
        }
    }

    private static TimeRejected counted(String id, int version) {
        return TimeRejected.newBuilder()
                .setTimeEntryId(id)
                .setVersion(version)
                .setRejectedBy("local|ann")
                .setReason("counted")
                .setRejectedAt(Instant.EPOCH)
                .build();
    }

    @EventSourcingHandler
    void evolve(TimeRejected event) {
        id = event.getTimeEntryId();
        count = event.getVersion();
    }
}
