package io.fairlead.store.axon;

import io.fairlead.log.StoredEvent;
import io.fairlead.schema.EventCodec;
import io.fairlead.store.PostgresStore;
import io.fairlead.store.axon.AggregateMemory.Remembered;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.axonframework.common.lock.Lock;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.common.lock.PessimisticLockFactory;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.LockAwareAggregate;
import org.jspecify.annotations.Nullable;

/**
 * Loads aggregates from what this node remembers, or with one statement from saved state and later events. A first attempt may
 * believe; {@link RetryingCommandDoor} repeats whatever was not proved by an append.
 */
final class RememberingRepository<T> extends EventSourcingRepository<T> {

    private final Class<T> type;
    private final PostgresStore store;
    private final AvroEventSerializer events;
    private final AggregateMemory memory;
    private final StateSaver saver;
    private final StateCodec<T> codec;
    private final Constructor<T> constructor;
    private final Configuration axon;
    private final LockFactory locks;

    private RememberingRepository(
            Builder<T> builder,
            LockFactory locks,
            Class<T> type,
            Configuration axon,
            PostgresStore store,
            EventCodec codec,
            AggregateMemory memory,
            StateSaver saver) {
        super(builder);
        this.type = type;
        this.axon = axon;
        this.locks = locks;
        this.store = store;
        this.events = new AvroEventSerializer(codec);
        this.memory = memory;
        this.saver = saver;
        this.codec = new StateCodec<>(type, codec);
        this.constructor = emptyConstructor(type);
    }

    static <T> RememberingRepository<T> of(
            Class<T> type,
            Configuration axon,
            PostgresStore store,
            EventCodec codec,
            AggregateMemory memory,
            StateSaver saver) {
        var locks = PessimisticLockFactory.usingDefaults();
        var builder = EventSourcingRepository.builder(type)
                .parameterResolverFactory(axon.parameterResolverFactory())
                .handlerDefinition(axon.handlerDefinition(type))
                .lockFactory(locks)
                .eventStore(axon.eventStore())
                .repositoryProvider(axon::repository);
        return new RememberingRepository<>(builder, locks, type, axon, store, codec, memory, saver);
    }

    @Override
    protected LockAwareAggregate<T, EventSourcedAggregate<T>> doLoadOrCreate(
            String aggregateId, Callable<T> factoryMethod) throws Exception {
        var dispatch = Dispatch.current();
        if (dispatch == null || !dispatch.mayTrust(() -> memory.find(aggregateId) == null)) {
            return super.doLoadOrCreate(aggregateId, factoryMethod);
        }
        // Whoever creates an aggregate that this node does not know most often is the first: the append proves it.
        Lock lock = locks.obtainLock(aggregateId);
        try {
            var created = doCreateNewForLock(factoryMethod);
            CurrentUnitOfWork.get().onCleanup(_ -> lock.release());
            return new LockAwareAggregate<>(created, lock);
        } catch (Exception e) {
            lock.release();
            throw e;
        }
    }

    @Override
    protected EventSourcedAggregate<T> doCreateNewForLock(Callable<T> factoryMethod) throws Exception {
        var aggregate = super.doCreateNewForLock(factoryMethod);
        keep(aggregate, -1);
        return aggregate;
    }

    @Override
    protected EventSourcedAggregate<T> doLoadWithLock(String aggregateId, @Nullable Long expectedVersion) {
        var dispatch = Dispatch.current();
        var remembered = dispatch == null ? null : memory.find(aggregateId);
        if (dispatch != null && remembered != null && dispatch.mayTrust(() -> true)) {
            CurrentUnitOfWork.get().onRollback(_ -> memory.forget(aggregateId));
            var aggregate = aggregate(type.cast(remembered.root()), remembered.sequence());
            keep(aggregate, remembered.saved());
            return aggregate;
        }
        return read(aggregateId);
    }

    private EventSourcedAggregate<T> read(String aggregateId) {
        var loaded = store.log().load(aggregateId, codec.revision());
        var state = loaded.state();
        if (state == null && loaded.later().isEmpty()) {
            throw new AggregateNotFoundException(aggregateId, "The aggregate was not found in the event store");
        }
        var root = empty();
        if (state != null) {
            codec.decode(state.payload(), root);
        }
        var aggregate = aggregate(root, state == null ? -1 : state.sequence());
        if (!loaded.later().isEmpty()) {
            aggregate.initializeState(
                    DomainEventStream.of(loaded.later().stream().map(events::message)));
        }
        keep(aggregate, state == null ? -1 : state.sequence());
        return aggregate;
    }

    private EventSourcedAggregate<T> aggregate(T root, long sequence) {
        return EventSourcedAggregate.reconstruct(
                root,
                aggregateModel(),
                sequence,
                false,
                axon.eventStore(),
                axon::repository,
                NoSnapshotTriggerDefinition.TRIGGER);
    }

    /** Whether a state saved after these events would bring the aggregate back as they do. */
    boolean restoresAlike(List<StoredEvent> stream) {
        var replayed = empty();
        aggregate(replayed, -1)
                .initializeState(DomainEventStream.of(stream.stream().map(events::message)));
        var saved = codec.encode(replayed);
        var restored = empty();
        codec.decode(saved, restored);
        return Arrays.equals(saved, codec.encode(restored));
    }

    /** After the commit the aggregate is what the store holds; after a failure it may be anything. */
    private void keep(EventSourcedAggregate<T> aggregate, long saved) {
        var unit = CurrentUnitOfWork.get();
        unit.onRollback(_ -> {
            if (aggregate.identifierAsString() != null) {
                memory.forget(aggregate.identifierAsString());
            }
        });
        unit.afterCommit(_ -> remember(aggregate, saved));
    }

    private void remember(EventSourcedAggregate<T> aggregate, long saved) {
        var id = aggregate.identifierAsString();
        var sequence = aggregate.version();
        if (id == null || sequence == null || sequence < 0 || aggregate.isDeleted()) {
            return; // Nothing was decided about it.
        }
        var root = aggregate.getAggregateRoot();
        var due = StateSaver.isDue(sequence, saved);
        if (due) {
            saver.save(id, aggregate.type(), sequence, type.getName(), codec.revision(), codec.encode(root));
        }
        memory.remember(id, new Remembered(root, sequence, due ? sequence : saved));
    }

    private T empty() {
        try {
            return constructor.newInstance();
        } catch (InstantiationException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(type.getName() + " cannot be created empty", e);
        }
    }

    private static <T> Constructor<T> emptyConstructor(Class<T> type) {
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(type.getName() + " needs a constructor without parameters", e);
        }
    }
}
