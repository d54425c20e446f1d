package io.fairlead.store.axon;

import java.util.List;
import java.util.function.Consumer;
import org.axonframework.common.Registration;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;

/** Axon's event store for loading aggregates and appending. Readers of the log use {@link io.fairlead.log.EventLog}. */
public final class FairleadEventStore extends AbstractEventStore {

    private FairleadEventStore(Builder builder) {
        super(builder);
    }

    public static FairleadEventStore over(EventStorageEngine engine) {
        var builder = new Builder() {};
        builder.storageEngine(engine);
        return new FairleadEventStore(builder);
    }

    @Override
    public Registration subscribe(Consumer<List<? extends EventMessage<?>>> processor) {
        // The append is not in the command's own transaction, so a subscriber could act on events that are never
        // stored.
        throw new UnsupportedOperationException(
                "subscribing event processors are refused: read the log through io.fairlead.log.EventLog");
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken trackingToken) {
        throw new UnsupportedOperationException(
                "Axon's streaming processors are refused: read the log through io.fairlead.log.EventLog");
    }

    /** Axon's builder is abstract; there is nothing of our own to build. */
    private abstract static class Builder extends AbstractEventStore.Builder {}
}
