package io.fairlead.store.read;

import io.fairlead.log.StoredEvent;
import io.fairlead.store.Dictionary;
import io.fairlead.store.MetadataCodec;
import java.sql.Connection;
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
public final class StreamReader {

    private static final String FIELDS =
            "e.position, e.event_id, e.seq, e.type_no, e.schema_fp, e.ts, e.meta, e.payload";

    public static final String STREAM = "fairlead.stream";
    public static final String FIRST = "fairlead.first";
    public static final String LAST = "fairlead.last";

    // The first statement tells the second where the stream lies. Bounds that the server knows before it opens the
    // leaves of the log keep it from opening others; from a subquery it would learn them too late, and each load would
    // cost more the more leaves there are. Their names are parameters, and one plan is for all: a planner that saw
    // narrow bounds would follow the positions, or plan each load anew.
    public static final String STATE = """
            select s.type_no, s.version, n.seq, n.payload,
              set_config(?, s.stream_no::text, true),
              set_config(?, coalesce(n.position + 1, s.first_pos)::text, true),
              set_config(?, s.last_pos::text, true),
              set_config('plan_cache_mode', 'force_generic_plan', true)
            from store.es_stream s
              left join store.es_snapshot n on n.stream_no = s.stream_no and n.payload_revision = ?
            where s.aggregate_id = ?""";

    public static final String LATER = """
            select %s from store.es_event e
            where e.stream_no = nullif(current_setting(?, true), '')::bigint
              and e.position >= nullif(current_setting(?, true), '')::bigint
              and e.position <= nullif(current_setting(?, true), '')::bigint
              and e.seq >= ?
            order by e.seq""".formatted(FIELDS);

    private static final String STATE_AND_LATER = STATE + ";\n" + LATER;
    private static final String NO_STATE = "";

    // Stream by stream through its key, and within the leaves that hold it.
    private static final String SHORT_STREAMS = """
            select s.aggregate_id, s.type_no as stream_type, %s
            from store.es_stream s cross join lateral (
                select * from store.es_event k
                where k.stream_no = s.stream_no and k.position >= s.first_pos and k.position <= s.last_pos offset 0) e
            where s.aggregate_id = any(?) and s.version <= ?
            order by s.stream_no, e.seq""".formatted(FIELDS);

    private final DataSource dataSource;
    private final Dictionary dictionary;

    StreamReader(DataSource dataSource, Dictionary dictionary) {
        this.dataSource = dataSource;
        this.dictionary = dictionary;
    }

    /** The stream's events from the sequence on, in order. */
    List<StoredEvent> stream(String aggregateId, long fromSequence) {
        return read(aggregateId, NO_STATE, fromSequence).later();
    }

    /**
     * Whole streams, as far as they are short; in one round trip.
     *
     * @param eventsMax longer ones are left out
     * @return events in their order, by stream; unknown streams are missing
     */
    Map<String, List<StoredEvent>> shortStreams(Collection<String> aggregateIds, int eventsMax) {
        var streams = new LinkedHashMap<String, List<StoredEvent>>();
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(SHORT_STREAMS)) {
            select.setArray(1, connection.createArrayOf("text", aggregateIds.toArray()));
            select.setInt(2, eventsMax);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    var id = rows.getString(1);
                    var type = dictionary.name(rows.getInt(2), connection);
                    streams.computeIfAbsent(id, _ -> new ArrayList<>()).add(event(id, type, rows, 2, connection));
                }
            }
        } catch (SQLException e) {
            throw PostgresEventLog.unavailable(e);
        }
        return streams;
    }

    /**
     * The stream's saved state and the events after it, in one round trip.
     *
     * @param revision shape of the state; one of another shape is passed over
     */
    Loaded load(String aggregateId, String revision) {
        return consistent(aggregateId, read(aggregateId, revision, 0));
    }

    private Loaded read(String aggregateId, String revision, long fromSequence) {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(STATE_AND_LATER)) {
            select.setString(1, STREAM);
            select.setString(2, FIRST);
            select.setString(3, LAST);
            select.setString(4, revision);
            select.setString(5, aggregateId);
            select.setString(6, STREAM);
            select.setString(7, FIRST);
            select.setString(8, LAST);
            select.setLong(9, fromSequence);
            select.execute();
            String type;
            long version;
            Loaded.@Nullable State state;
            try (var rows = select.getResultSet()) {
                if (!rows.next()) {
                    return new Loaded(null, List.of());
                }
                type = dictionary.name(rows.getInt(1), connection);
                version = rows.getLong(2);
                var payload = rows.getBytes(4);
                state = payload == null ? null : new Loaded.State(rows.getLong(3), payload);
            }
            select.getMoreResults();
            var later = new ArrayList<StoredEvent>(16);
            try (var rows = select.getResultSet()) {
                while (rows.next()) {
                    later.add(event(aggregateId, type, rows, 0, connection));
                }
            }
            var from = Math.max(fromSequence, state == null ? 0 : state.sequence() + 1);
            if (later.size() < version - from) {
                throw new IllegalStateException(
                        "%s has %d events from %d on, but %d were read: the database took the two statements of a load apart;"
                                        .formatted(aggregateId, version - from, from, later.size())
                                + " take stringtype, prepareThreshold and preferQueryMode out of its address");
            }
            return new Loaded(state, later);
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

    private StoredEvent event(String stream, String streamType, ResultSet row, int before, Connection connection)
            throws SQLException {
        return new StoredEvent(
                row.getLong(before + 1),
                row.getString(before + 2),
                stream,
                streamType,
                row.getLong(before + 3),
                dictionary.name(row.getInt(before + 4), connection),
                row.getLong(before + 5),
                row.getObject(before + 6, OffsetDateTime.class).toInstant(),
                MetadataCodec.decode(row.getBytes(before + 7)),
                row.getBytes(before + 8));
    }
}
