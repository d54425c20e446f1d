package io.fairlead.store;

import io.fairlead.log.StoredEvent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Streams as the database holds them: from a sequence on, with their saved state, or many short ones at once. Thread-safe. */
final class StreamReader {

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

    StreamReader(DataSource dataSource, Dictionary dictionary) {
        this.dataSource = dataSource;
        this.dictionary = dictionary;
    }

    /** The stream's events from the sequence on, in order. */
    List<StoredEvent> stream(String aggregateId, long fromSequence) {
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
    Map<String, List<StoredEvent>> shortStreams(Collection<String> aggregateIds, int eventsMax) {
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
    Loaded load(String aggregateId, String revision) {
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
            throw PostgresEventLog.unavailable(e);
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
            throw PostgresEventLog.unavailable(e);
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

    private interface Binding {
        void bind(PreparedStatement select) throws SQLException;
    }
}
