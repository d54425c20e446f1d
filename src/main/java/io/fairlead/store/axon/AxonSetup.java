package io.fairlead.store.axon;

import io.fairlead.log.MetadataKeys;
import io.fairlead.schema.EventCodec;
import io.fairlead.store.PostgresStore;
import java.util.List;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;

/** Axon as the application uses it: command side only, over {@link PostgresStore}, Avro events, nothing else serialized. */
public final class AxonSetup implements AutoCloseable {

    private final Configuration configuration;
    private final CommandDoor door;

    /**
     * Configures and starts Axon.
     *
     * @param aggregates classes with {@code @AggregateRoot}
     */
    public AxonSetup(PostgresStore store, List<Class<?>> aggregates) {
        quieten();
        var serializer = new AvroEventSerializer(new EventCodec(store.log()));
        var refusing = new RefusingSerializer();
        var engine = PostgresEventStorageEngine.over(store, serializer, refusing);
        // Without the modules that register themselves: update checker, handler time-outs.
        var configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(_ -> refusing)
                .configureMessageSerializer(_ -> refusing)
                .configureEventSerializer(_ -> serializer)
                .configureEventStore(_ -> FairleadEventStore.over(engine))
                .configureCorrelationDataProviders(_ -> List.of(new SimpleCorrelationDataProvider(
                        MetadataKeys.ACTOR,
                        MetadataKeys.CLIENT,
                        MetadataKeys.COMMAND_ID,
                        MetadataKeys.REQUEST_HASH,
                        MetadataKeys.CORRELATION_ID,
                        MetadataKeys.CAUSATION_ID,
                        MetadataKeys.LEGAL_ENTITY)))
                // On purpose: the append commits in the appender's transaction, a command has no transaction of its
                // own.
                .registerComponent(TransactionManager.class, _ -> NoTransactionManager.INSTANCE)
                .configureCommandBus(AxonSetup::commandBus);
        for (var aggregate : aggregates) {
            configurer.configureAggregate(AggregateConfigurer.defaultConfiguration(aggregate));
        }
        configuration = configurer.start();
        door = new CommandDoor(configuration.commandBus(), store.appender(), store.commands());
    }

    public CommandDoor door() {
        return door;
    }

    public Configuration configuration() {
        return configuration;
    }

    @Override
    public void close() {
        configuration.shutdown();
    }

    private static CommandBus commandBus(Configuration configuration) {
        var bus = SimpleCommandBus.builder()
                .transactionManager(NoTransactionManager.INSTANCE)
                .build();
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(configuration.correlationDataProviders()));
        return bus;
    }

    private static void quieten() {
        System.setProperty("axoniq.update-checker.disabled", "true");
        System.setProperty("disable-axoniq-console-message", "true");
        System.setProperty("axon.timeout.enabled", "false");
    }
}
