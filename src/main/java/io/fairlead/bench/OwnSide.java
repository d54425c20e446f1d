package io.fairlead.bench;

import com.zaxxer.hikari.HikariDataSource;
import io.fairlead.schema.EventCodec;
import io.fairlead.store.PostgresStore;
import io.fairlead.store.StoreLimits;
import io.fairlead.store.axon.AvroEventSerializer;
import io.fairlead.store.axon.AxonSetup;
import io.fairlead.store.axon.PostgresEventStorageEngine;
import io.fairlead.time.TimeEntry;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/** Fairlead's store as the application opens it. */
final class OwnSide implements AutoCloseable {

    private final HikariDataSource pool;
    final PostgresStore store;
    final EventStorageEngine engine;
    final AxonSetup axon;

    OwnSide(BenchDatabase database) {
        this(database.pool("ours"));
    }

    /** With a database of its own on the same server. */
    OwnSide(BenchDatabase database, String name) {
        this(database.poolOf(name));
    }

    private OwnSide(HikariDataSource pool) {
        this.pool = pool;
        PostgresStore.migrate(pool);
        store = new PostgresStore(pool, InstantSource.system(), StoreLimits.DEFAULT);
        var serializer = new AvroEventSerializer(new EventCodec(store.log()));
        engine = PostgresEventStorageEngine.over(store, serializer, serializer);
        axon = new AxonSetup(store, List.of(TimeEntry.class));
    }

    HikariDataSource pool() {
        return pool;
    }

    /** Does now what the server would begin on its own while it is measured, after so much was written at once. */
    void settle() {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("vacuum (analyze)");
        } catch (SQLException e) {
            throw new IllegalStateException("the store could not be vacuumed", e);
        }
    }

    @Override
    public void close() {
        axon.close();
        store.close();
        pool.close();
    }
}
