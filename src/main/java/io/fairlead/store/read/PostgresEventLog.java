package io.fairlead.store.read;

import io.fairlead.log.EventLog;
import io.fairlead.log.StoredEvent;
import io.fairlead.log.WriterSchemas;
import io.fairlead.store.Dictionary;
import io.fairlead.store.StoreUnavailable;
import io.fairlead.store.append.Appender;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/** The event log of {@link Appender}, read in pages by position or by stream. Thread-safe. */
public final class PostgresEventLog implements EventLog, WriterSchemas {

    static final int PAGE_MAX = 10_000;

    private final DataSource dataSource;
    private final LogSignal signal;
    private final EventPages pages;
    private final StreamReader streams;
    private final GroupedLoads loads;
    private final Map<Long, String> schemas = new ConcurrentHashMap<>();

    public PostgresEventLog(DataSource dataSource, Dictionary dictionary, LogSignal signal) {
        this.dataSource = dataSource;
        this.signal = signal;
        this.pages = new EventPages(dictionary);
        this.streams = new StreamReader(dataSource, dictionary);
        this.loads = new GroupedLoads(streams);
    }

    @Override
    public List<StoredEvent> after(long position, int limit) {
        if (limit < 1 || limit > PAGE_MAX) {
            throw new IllegalArgumentException("limit must be 1.." + PAGE_MAX + ": " + limit);
        }
        try (var connection = dataSource.getConnection()) {
            return pages.after(position, limit, connection);
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    @Override
    public List<StoredEvent> stream(String aggregateId, long fromSequence) {
        return streams.stream(aggregateId, fromSequence);
    }

    /**
     * The stream's saved state and the events after it, as they are now or later.
     *
     * @param revision shape of the state; one of another shape is passed over
     */
    public Loaded load(String aggregateId, String revision) {
        return loads.load(aggregateId, revision);
    }

    @Override
    public long head() {
        try (var connection = dataSource.getConnection()) {
            return head(connection);
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    /** How many events the stream has; empty when it is unknown. */
    public Optional<Long> version(String aggregateId) {
        try (var connection = dataSource.getConnection();
                var select =
                        connection.prepareStatement("select version from store.es_stream where aggregate_id = ?")) {
            select.setString(1, aggregateId);
            try (var rows = select.executeQuery()) {
                return rows.next() ? Optional.of(rows.getLong(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    /**
     * How far a stream has come.
     *
     * @param events how many it has
     * @param lastPosition of the last of them; both are 0 when it is unknown
     */
    public record StreamHead(long events, long lastPosition) {}

    /** How far the stream has come, read at one moment. */
    public StreamHead head(String aggregateId) {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(
                        "select version, last_pos from store.es_stream where aggregate_id = ?")) {
            select.setString(1, aggregateId);
            try (var rows = select.executeQuery()) {
                return rows.next() ? new StreamHead(rows.getLong(1), rows.getLong(2)) : new StreamHead(0, 0);
            }
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    /** The position before the first event recorded at or after the time; the head when there is none. */
    public long before(Instant time) {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement("select min(position) from store.es_event where ts >= ?")) {
            select.setObject(1, time.atOffset(java.time.ZoneOffset.UTC));
            try (var rows = select.executeQuery()) {
                rows.next();
                var first = rows.getLong(1);
                return rows.wasNull() ? head(connection) : first - 1;
            }
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    public static long head(Connection connection) throws SQLException {
        try (var select = connection.createStatement();
                var rows = select.executeQuery("select last_position from store.es_head")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Override
    public long awaitBeyond(long position, Duration timeout) {
        return signal.awaitBeyond(position, timeout);
    }

    @Override
    public String jsonOf(long fingerprint) {
        return schemas.computeIfAbsent(fingerprint, this::readSchema);
    }

    /**
     * The stored schemas in which a type of this name is defined, as Avro JSON.
     *
     * @param simpleName without its namespace
     */
    public List<String> schemasNaming(String simpleName) {
        var found = new ArrayList<String>();
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(
                        "select schema_json from store.es_schema where position(? in schema_json) > 0")) {
            select.setString(1, "\"name\":\"" + simpleName + "\"");
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
        } catch (SQLException e) {
            throw unavailable(e);
        }
        return found;
    }

    private String readSchema(long fingerprint) {
        try (var connection = dataSource.getConnection();
                var select =
                        connection.prepareStatement("select schema_json from store.es_schema where schema_fp = ?")) {
            select.setLong(1, fingerprint);
            try (var rows = select.executeQuery()) {
                if (!rows.next()) {
                    throw new NoSuchElementException(
                            "no event was ever stored with schema " + Long.toHexString(fingerprint));
                }
                return rows.getString(1);
            }
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    public static StoreUnavailable unavailable(SQLException e) {
        return new StoreUnavailable("the event log cannot be read: " + e.getMessage(), e);
    }
}
