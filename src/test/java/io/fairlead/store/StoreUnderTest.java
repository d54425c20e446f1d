package io.fairlead.store;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.fairlead.testing.OtherBuild;
import io.fairlead.testing.PostgresForTests;
import io.fairlead.time.event.TimeRejected;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.avro.SchemaNormalization;
import org.jspecify.annotations.Nullable;

/** A fresh database with a store in it; all tests of the run share one PostgreSQL. */
public final class StoreUnderTest implements AutoCloseable {

    public static final Instant NOON = Instant.parse("2026-03-02T12:00:00.123456Z");
    private static final AtomicLong IDS = new AtomicLong();
    private static final WriterSchema SCHEMA = new WriterSchema(
            SchemaNormalization.fingerprint64(
                    TimeRejected.getClassSchema().toString().getBytes(StandardCharsets.UTF_8)),
            TimeRejected.getClassSchema().toString());

    public final HikariDataSource owner;
    public final HikariDataSource pool;
    public final PostgresStore store;
    private final String url;

    public StoreUnderTest() {
        this(StoreLimits.DEFAULT);
    }

    public StoreUnderTest(StoreLimits limits) {
        this(limits, InstantSource.fixed(NOON));
    }

    public StoreUnderTest(StoreLimits limits, InstantSource clock) {
        var database = PostgresForTests.migrated("store", PostgresStore::migrate);
        url = database.url();
        owner = pool(url, 4, null);
        pool = pool(url, 16, "set role fairlead_app");
        store = new PostgresStore(pool, clock, limits);
    }

    public static HikariDataSource pool(String url, int size, @Nullable String init) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(5_000);
        if (init != null) {
            config.setConnectionInitSql(init);
        }
        return new HikariDataSource(config);
    }

    public static NewEvent event(String reason) {
        return event(TimeRejected.newBuilder()
                .setTimeEntryId("time-entry:1")
                .setVersion(1)
                .setRejectedBy("local|ann")
                .setReason(reason)
                .setRejectedAt(NOON)
                .build());
    }

    public static NewEvent event(TimeRejected record) {
        return new NewEvent(
                EventIds.at(NOON.toEpochMilli() + IDS.incrementAndGet()),
                "io.fairlead.time.event.TimeRejected",
                SCHEMA,
                Map.of("actor", "local|ann"),
                new io.fairlead.schema.EventCodec(_ -> SCHEMA.json()).encode(record));
    }

    public static AppendRequest request(String id, long expected, int events) {
        return request(id, expected, events, null);
    }

    public static AppendRequest request(String id, long expected, int events, @Nullable CommandIdentity command) {
        var list = new ArrayList<NewEvent>();
        for (var i = 0; i < events; i++) {
            list.add(event("reason " + i));
        }
        return new AppendRequest("time-entry:" + id, "TimeEntry", expected, list, command);
    }

    public static CommandIdentity command(String key, String body) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
            return new CommandIdentity("test", key, HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @CanIgnoreReturnValue
    public Appended append(String id, long expected, int events) {
        return store.appender().append(request(id, expected, events));
    }

    /** Appends an event of TimeRejected, or of its name there, as another build writes it. */
    @CanIgnoreReturnValue
    public Appended append(String id, OtherBuild build) {
        var stream = "time-entry:" + id;
        var event = new NewEvent(
                EventIds.at(NOON.toEpochMilli() + IDS.incrementAndGet()),
                build.schema().getFullName(),
                new WriterSchema(build.fingerprint(), build.json()),
                Map.of("actor", "local|ann"),
                build.payload(stream));
        return store.appender().append(new AppendRequest(stream, "TimeEntry", 0, List.of(event), null));
    }

    List<Long> positions() {
        return store.log().after(0, 10_000).stream()
                .map(event -> event.position())
                .toList();
    }

    /** JDBC address, with user. */
    public String url() {
        return url;
    }

    public void asOwner(String sql) {
        try (var connection = owner.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        store.close();
        pool.close();
        owner.close();
    }
}
