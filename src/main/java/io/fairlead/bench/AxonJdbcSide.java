package io.fairlead.bench;

import com.zaxxer.hikari.HikariDataSource;
import io.fairlead.log.WriterSchemas;
import io.fairlead.schema.EventCodec;
import io.fairlead.store.axon.AvroEventSerializer;
import io.fairlead.time.TimeEntry;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;

/**
 * The peer: Axon's own JDBC engine, set up as its reference guide says for PostgreSQL (sequence, bytea, a real transaction
 * manager), with the same Avro payloads, the same metadata and the same aggregate.
 */
final class AxonJdbcSide implements AutoCloseable {

    private final HikariDataSource pool;
    private final Configuration configuration;
    final JdbcEventStorageEngine engine;
    final TransactionManager transactions;

    AxonJdbcSide(BenchDatabase database, WriterSchemas schemas) {
        pool = database.pool("peer");
        var springTransactions = new SpringTransactions(pool);
        transactions = springTransactions;
        var serializer = new AvroEventSerializer(new EventCodec(schemas));
        engine = JdbcEventStorageEngine.builder()
                .connectionProvider(springTransactions::connection)
                .transactionManager(transactions)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .dataType(byte[].class)
                .schema(new EventSchema())
                .build();
        createSchema();
        configuration = DefaultConfigurer.defaultConfiguration(false)
                .configureEventSerializer(_ -> serializer)
                .configureSerializer(_ -> serializer)
                .configureMessageSerializer(_ -> serializer)
                .configureEmbeddedEventStore(_ -> engine)
                .registerComponent(TransactionManager.class, _ -> transactions)
                .configureCorrelationDataProviders(
                        _ -> List.of(new SimpleCorrelationDataProvider(BenchEvents.METADATA_KEYS)))
                .configureCommandBus(axon -> {
                    var bus = SimpleCommandBus.builder()
                            .transactionManager(transactions)
                            .build();
                    bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(axon.correlationDataProviders()));
                    return bus;
                })
                .configureAggregate(AggregateConfigurer.defaultConfiguration(TimeEntry.class))
                .start();
    }

    private void createSchema() {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create schema if not exists axon");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        transactions.executeInTransaction(() -> engine.createSchema(PostgresEventTableFactory.INSTANCE));
    }

    EventStore eventStore() {
        return configuration.eventStore();
    }

    CommandGateway gateway() {
        return configuration.commandGateway();
    }

    Map<String, Object> machine() {
        return Machine.described(pool);
    }

    @Override
    public void close() {
        configuration.shutdown();
        pool.close();
    }
}
