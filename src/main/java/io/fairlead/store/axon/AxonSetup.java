package io.fairlead.store.axon;

import io.fairlead.log.StoredEvent;
import io.fairlead.schema.EventCodec;
import io.fairlead.store.PostgresStore;
import java.util.List;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;

/** Axon as the application uses it: command side only, over {@link PostgresStore}, Avro events, nothing else serialized. */
public final class AxonSetup implements AutoCloseable {

    private final Configuration configuration;
    private final CommandDoor door;
    private final StateSaver saver;

    /** Configures and starts Axon; nobody stands between the door and the aggregates. */
    public AxonSetup(PostgresStore store, List<Class<?>> aggregates) {
        this(store, aggregates, List.of());
    }

    /**
     * Configures and starts Axon.
     *
     * @param aggregates classes with {@code @AggregateRoot}
     * @param interceptors called around each attempt at a command, in this order, inside its unit of work
     */
    public AxonSetup(
            PostgresStore store,
            List<Class<?>> aggregates,
            List<? extends MessageHandlerInterceptor<CommandMessage<?>>> interceptors) {
        this(store, aggregates, interceptors, new AggregateMemory());
    }

    AxonSetup(
            PostgresStore store,
            List<Class<?>> aggregates,
            List<? extends MessageHandlerInterceptor<CommandMessage<?>>> interceptors,
            AggregateMemory memory) {
        quieten();
        var codec = new EventCodec(store.log());
        var serializer = new AvroEventSerializer(codec);
        var refusing = new RefusingSerializer();
        var engine = PostgresEventStorageEngine.over(store, serializer, refusing);
        // Without the modules that register themselves: update checker, handler time-outs.
        var configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(_ -> refusing)
                .configureMessageSerializer(_ -> refusing)
                .configureEventSerializer(_ -> serializer)
                .configureEventStore(_ -> FairleadEventStore.over(engine))
                .configureCorrelationDataProviders(_ -> List.of(new CommandCorrelation()))
                // On purpose: the append commits in the appender's transaction, a command has no transaction of its
                // own.
                .registerComponent(TransactionManager.class, _ -> NoTransactionManager.INSTANCE)
                .configureCommandBus(axon -> commandBus(axon, interceptors));
        saver = new StateSaver(store.snapshots());
        for (var aggregate : aggregates) {
            configurer.configureAggregate(configured(aggregate, store, codec, memory));
        }
        configuration = configurer.start();
        door = new RetryingCommandDoor(
                configuration.commandBus(), store.appender(), store.commands(), stream -> store.log()
                        .head(stream)
                        .events());
    }

    public CommandDoor door() {
        return door;
    }

    public Configuration configuration() {
        return configuration;
    }

    /** Whether a saved state of the aggregate would bring it back as its events do; for checks of the store. */
    public boolean restoresAlike(Class<?> aggregate, List<StoredEvent> stream) {
        return ((RememberingRepository<?>) configuration.repository(aggregate)).restoresAlike(stream);
    }

    @Override
    public void close() {
        configuration.shutdown();
        saver.close();
    }

    private <T> AggregateConfigurer<T> configured(
            Class<T> aggregate, PostgresStore store, EventCodec codec, AggregateMemory memory) {
        return AggregateConfigurer.defaultConfiguration(aggregate)
                .configureCommandTargetResolver(_ -> new RecordTargets())
                .configureRepository(axon -> RememberingRepository.of(aggregate, axon, store, codec, memory, saver));
    }

    private static CommandBus commandBus(
            Configuration configuration, List<? extends MessageHandlerInterceptor<CommandMessage<?>>> interceptors) {
        var bus = SimpleCommandBus.builder()
                .transactionManager(NoTransactionManager.INSTANCE)
                .build();
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(configuration.correlationDataProviders()));
        interceptors.forEach(bus::registerHandlerInterceptor);
        return bus;
    }

    private static void quieten() {
        System.setProperty("axoniq.update-checker.disabled", "true");
        System.setProperty("disable-axoniq-console-message", "true");
        System.setProperty("axon.timeout.enabled", "false");
    }
}
