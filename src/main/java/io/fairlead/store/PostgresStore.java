package io.fairlead.store;

import io.fairlead.log.StoredEvent;
import io.fairlead.store.append.Appender;
import io.fairlead.store.read.LogSignal;
import io.fairlead.store.read.PostgresEventLog;
import io.fairlead.store.read.Snapshots;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The event store of one node: what the application opens at start-up and closes at its end. */
public final class PostgresStore implements AutoCloseable {

    /** The schema of all its tables. */
    public static final String SCHEMA = "store";

    /** The role that may append but never change; made by the migration where the migrating user may. */
    public static final String APPLICATION_ROLE = "fairlead_app";

    private final DataSource dataSource;
    private final LogSignal signal;
    private final Appender appender;
    private final PostgresEventLog log;
    private final Snapshots snapshots;

    /**
     * Opens the store; its tables must be there, see {@link #migrate}.
     *
     * @param dataSource a pool of at least 5 connections, of which 2 are kept; without a schema of its own
     * @param clock gives the events' time of recording
     */
    public PostgresStore(DataSource dataSource, InstantSource clock, StoreLimits limits) {
        var dictionary = new Dictionary();
        this.dataSource = dataSource;
        this.signal = new LogSignal(dataSource);
        this.log = new PostgresEventLog(dataSource, dictionary, signal);
        this.snapshots = new Snapshots(dataSource);
        this.appender = new Appender(dataSource, dictionary, clock, limits, signal::committed);
    }

    /** Makes or updates the tables, as the owner's user. */
    public static void migrate(DataSource owner) {
        Flyway.configure()
                .dataSource(owner)
                .schemas(SCHEMA)
                .locations("classpath:db/store")
                .load()
                .migrate();
    }

    public Appender appender() {
        return appender;
    }

    /**
     * Has somebody told of the events that this node stores, batch by batch, before readers are woken; other nodes' come in
     * between. He must be quick and never throw, since appends wait for him. There is one at most.
     */
    public void follow(Consumer<List<StoredEvent>> follower) {
        appender.follow(follower);
    }

    public PostgresEventLog log() {
        return log;
    }

    public CommandLog commands() {
        return new CommandLog(dataSource);
    }

    public Snapshots snapshots() {
        return snapshots;
    }

    /** The schemas that its events were written with, as they are stored now. */
    public StoredSchemas schemas() {
        return StoredSchemas.read(dataSource);
    }

    public StoreVerifier verifier() {
        return new StoreVerifier(dataSource);
    }

    @Override
    public void close() {
        appender.close();
        signal.close();
    }
}
