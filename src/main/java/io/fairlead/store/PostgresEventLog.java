package io.fairlead.store;

import io.fairlead.log.EventLog;
import io.fairlead.log.StoredEvent;
import io.fairlead.log.WriterSchemas;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The event log of {@link Appender}, read in pages by position or by stream. Thread-safe. */
public final class PostgresEventLog implements EventLog, WriterSchemas {

    static final int PAGE_MAX = 10_000;

    private static final String FIELDS = """
            e.position, e.event_id, s.aggregate_id, s.type_no as stream_type, e.seq, e.type_no, e.schema_fp, e.ts, e.meta,
            e.payload""";

    // The stream row's positions keep the look-up within the leaves that hold the stream.
    private static final String STREAM = "select " + FIELDS + """
             from store.es_stream s join store.es_event e on e.stream_no = s.stream_no
            where s.aggregate_id = ? and e.seq >= ?
              and e.position >= (select first_pos from store.es_stream where aggregate_id = ?)
              and e.position <= (select last_pos from store.es_stream where aggregate_id = ?)
            order by e.seq""";

    // Stream by stream through its key, and within the leaves that hold it.
    private static final String SHORT_STREAMS = "select " + FIELDS + """
             from store.es_stream s cross join lateral (
                select * from store.es_event k
                where k.stream_no = s.stream_no and k.position >= s.first_pos and k.position <= s.last_pos offset 0) e
            where s.aggregate_id = any(?) and s.version <= ?
            order by s.stream_no, e.seq""";

    private static final String STATE = """
            select n.seq, n.payload from store.es_stream s join store.es_snapshot n on n.stream_no = s.stream_no
            where s.aggregate_id = ? and n.payload_revision = ?
            """;

    // Both look-ups of the state are by key; the positions keep the rest within the leaves that hold it.
    private static final String STATE_AND_LATER = STATE + ";\n select " + FIELDS + """
             from store.es_stream s join store.es_event e on e.stream_no = s.stream_no
            where s.aggregate_id = ?
              and e.position > coalesce((select n.position from store.es_stream k
                    join store.es_snapshot n on n.stream_no = k.stream_no
                    where k.aggregate_id = ? and n.payload_revision = ?),
                  (select first_pos - 1 from store.es_stream where aggregate_id = ?))
              and e.position <= (select last_pos from store.es_stream where aggregate_id = ?)
            order by e.seq""";

    private final DataSource dataSource;
    private final Dictionary dictionary;
    private final LogSignal signal;
    private final EventPages pages;
    private final Map<Long, String> schemas = new ConcurrentHashMap<>();

    PostgresEventLog(DataSource dataSource, Dictionary dictionary, LogSignal signal) {
        this.dataSource = dataSource;
        this.dictionary = dictionary;
        this.signal = signal;
        this.pages = new EventPages(dictionary);
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
        return query(STREAM, 16, select -> {
            select.setString(1, aggregateId);
            select.setLong(2, fromSequence);
            select.setString(3, aggregateId);
            select.setString(4, aggregateId);
        });
    }

    /**
     * Whole streams, as far as they are short; in one round trip.
     *
     * @param eventsMax longer ones are left out
     * @return events in their order, by stream; unknown streams are missing
     */
    public Map<String, List<StoredEvent>> shortStreams(Collection<String> aggregateIds, int eventsMax) {
        var streams = new LinkedHashMap<String, List<StoredEvent>>();
        var events = query(SHORT_STREAMS, aggregateIds.size() * 4, select -> {
            select.setArray(1, select.getConnection().createArrayOf("text", aggregateIds.toArray()));
            select.setInt(2, eventsMax);
        });
        for (var event : events) {
            streams.computeIfAbsent(event.aggregateId(), _ -> new ArrayList<>()).add(event);
        }
        return streams;
    }

    /**
     * The stream's saved state and the events after it, in one round trip.
     *
     * @param revision shape of the state; one of another shape is passed over
     */
    public Loaded load(String aggregateId, String revision) {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(STATE_AND_LATER)) {
            select.setString(1, aggregateId);
            select.setString(2, revision);
            select.setString(3, aggregateId);
            select.setString(4, aggregateId);
            select.setString(5, revision);
            select.setString(6, aggregateId);
            select.setString(7, aggregateId);
            select.execute();
            Loaded.@Nullable State state = null;
            try (var rows = select.getResultSet()) {
                if (rows.next()) {
                    state = new Loaded.State(rows.getLong(1), rows.getBytes(2));
                }
            }
            select.getMoreResults();
            try (var rows = select.getResultSet()) {
                var later = new ArrayList<StoredEvent>();
                while (rows.next()) {
                    later.add(event(rows, connection));
                }
                return consistent(aggregateId, new Loaded(state, later));
            }
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    /** A state saved between the two reads would leave a gap or an overlap: then all is read. */
    private Loaded consistent(String aggregateId, Loaded loaded) {
        var state = loaded.state();
        var next = state == null ? 0 : state.sequence() + 1;
        return loaded.later().isEmpty() || loaded.later().getFirst().sequence() == next
                ? loaded
                : new Loaded(null, stream(aggregateId, 0));
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

    /** Position of the stream's last event; 0 when it is unknown. */
    public long lastPosition(String aggregateId) {
        try (var connection = dataSource.getConnection();
                var select =
                        connection.prepareStatement("select last_pos from store.es_stream where aggregate_id = ?")) {
            select.setString(1, aggregateId);
            try (var rows = select.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
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

    static long head(Connection connection) throws SQLException {
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

    private List<StoredEvent> query(String sql, int expected, Binding binding) {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(sql)) {
            binding.bind(select);
            try (var rows = select.executeQuery()) {
                var events = new ArrayList<StoredEvent>(expected);
                while (rows.next()) {
                    events.add(event(rows, connection));
                }
                return events;
            }
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    private StoredEvent event(ResultSet row, Connection connection) throws SQLException {
        return new StoredEvent(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                dictionary.name(row.getInt(4), connection),
                row.getLong(5),
                dictionary.name(row.getInt(6), connection),
                row.getLong(7),
                row.getObject(8, OffsetDateTime.class).toInstant(),
                MetadataCodec.decode(row.getBytes(9)),
                row.getBytes(10));
    }

    static StoreUnavailable unavailable(SQLException e) {
        return new StoreUnavailable("the event log cannot be read: " + e.getMessage(), e);
    }

    private interface Binding {
        void bind(PreparedStatement select) throws SQLException;
    }
}
