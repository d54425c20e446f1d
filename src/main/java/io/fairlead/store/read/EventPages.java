package io.fairlead.store.read;

import io.fairlead.log.StoredEvent;
import io.fairlead.store.Dictionary;
import io.fairlead.store.MetadataCodec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The log page by page. What a stream is called never changes and its events lie near each other, so names are remembered:
 * looking each event's stream up would cost several times what the events do. Thread-safe.
 */
final class EventPages {

    private static final int NAMES_MAX = 100_000;

    private static final String EVENTS = """
            select position, event_id, stream_no, seq, type_no, schema_fp, ts, meta, payload
            from store.es_event where position > ? order by position limit ?""";

    private static final String NAMES =
            "select stream_no, aggregate_id, type_no from store.es_stream where stream_no = any(?)";

    private final Dictionary dictionary;
    private final Map<Long, Name> names;

    private record Name(String aggregateId, int type) {}

    private record Row(
            long position,
            String eventId,
            long stream,
            long sequence,
            int type,
            long schema,
            Instant at,
            byte[] metadata,
            byte[] payload) {}

    EventPages(Dictionary dictionary) {
        this(dictionary, NAMES_MAX);
    }

    /** @param namesMax how many streams are remembered; those not met for longest leave */
    EventPages(Dictionary dictionary, int namesMax) {
        this.dictionary = dictionary;
        this.names = new LinkedHashMap<>(16, 0.75f, true) {

            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Long, Name> eldest) {
                return size() > namesMax;
            }
        };
    }

    List<StoredEvent> after(long position, int limit, Connection connection) throws SQLException {
        var rows = rows(position, limit, connection);
        var known = namesOf(rows, connection);
        var events = new ArrayList<StoredEvent>(rows.size());
        for (var row : rows) {
            var name = Objects.requireNonNull(known.get(row.stream()));
            events.add(new StoredEvent(
                    row.position(),
                    row.eventId(),
                    name.aggregateId(),
                    dictionary.name(name.type(), connection),
                    row.sequence(),
                    dictionary.name(row.type(), connection),
                    row.schema(),
                    row.at(),
                    MetadataCodec.decode(row.metadata()),
                    row.payload()));
        }
        return events;
    }

    private static List<Row> rows(long position, int limit, Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(EVENTS)) {
            select.setLong(1, position);
            select.setInt(2, limit);
            try (var found = select.executeQuery()) {
                var rows = new ArrayList<Row>();
                while (found.next()) {
                    rows.add(row(found));
                }
                return rows;
            }
        }
    }

    private static Row row(ResultSet found) throws SQLException {
        return new Row(
                found.getLong(1),
                found.getString(2),
                found.getLong(3),
                found.getLong(4),
                found.getInt(5),
                found.getLong(6),
                found.getObject(7, OffsetDateTime.class).toInstant(),
                found.getBytes(8),
                found.getBytes(9));
    }

    /** The names of all streams of the page, as a map of its own: what is remembered may be given up meanwhile. */
    private Map<Long, Name> namesOf(List<Row> rows, Connection connection) throws SQLException {
        var known = new HashMap<Long, Name>();
        var unknown = new HashSet<Long>();
        synchronized (names) {
            for (var row : rows) {
                var name = names.get(row.stream());
                if (name == null) {
                    unknown.add(row.stream());
                } else {
                    known.put(row.stream(), name);
                }
            }
        }
        if (!unknown.isEmpty()) {
            var looked = lookUp(unknown.toArray(Long[]::new), connection);
            known.putAll(looked);
            synchronized (names) {
                names.putAll(looked);
            }
        }
        return known;
    }

    private static Map<Long, Name> lookUp(Long[] streams, Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(NAMES)) {
            select.setArray(1, connection.createArrayOf("bigint", streams));
            try (var found = select.executeQuery()) {
                var names = new HashMap<Long, Name>();
                while (found.next()) {
                    names.put(found.getLong(1), new Name(found.getString(2), found.getInt(3)));
                }
                return names;
            }
        }
    }
}
