package io.fairlead.store;

import io.fairlead.store.ChainHash.ChainedEvent;
import io.fairlead.store.read.PostgresEventLog;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Reads the whole store and counts what is not as the appender would have left it: for {@code verify} and for auditors.
 * Streams through the log once, in one snapshot of the database, while others write.
 */
public final class StoreVerifier {

    private static final int FETCH_ROWS = 5_000;

    // 2000-01-01, from where PostgreSQL counts, is avoided: extract gives exact microseconds since 1970 as numeric.
    private static final String EVENTS = """
            select e.position, e.stream_no, s.aggregate_id, t.name, e.seq, e.event_id, n.name, e.schema_fp,
                (extract(epoch from e.ts) * 1000000)::bigint, e.meta, e.payload, e.hash
            from store.es_event e
            left join store.es_stream s on s.stream_no = e.stream_no
            left join store.es_type t on t.type_no = s.type_no
            left join store.es_type n on n.type_no = e.type_no
            order by e.position""";

    private final DataSource dataSource;

    StoreVerifier(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * What was found. All counts but the first two are failures.
     *
     * @param events read
     * @param streams with at least one event
     * @param positionGaps positions that are missing, up to the head
     * @param sequenceGaps events whose sequence is not the next of their stream
     * @param streamRows streams whose row does not tell the number, place or hash of their events
     * @param brokenHashes events whose hash does not follow from their fields and the hash before
     * @param doubledEventIds event ids that occur more than once
     * @param commandRows commands whose positions name no events, or not those of exactly one command
     * @param firstBad position of the first bad event, 0 when none is bad
     * @param firstBadReason what is wrong with it
     */
    public record Findings(
            long events,
            long streams,
            long positionGaps,
            long sequenceGaps,
            long streamRows,
            long brokenHashes,
            long doubledEventIds,
            long commandRows,
            long firstBad,
            @Nullable String firstBadReason) {

        /** Sum of all failures; 0 when the store is sound. */
        public long failures() {
            return positionGaps + sequenceGaps + streamRows + brokenHashes + doubledEventIds + commandRows;
        }
    }

    /** Reads everything. */
    public Findings verify() {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            try {
                return verify(connection);
            } finally {
                connection.rollback();
                connection.setReadOnly(false);
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw PostgresEventLog.unavailable(e);
        }
    }

    /** Reads everything as the connection's transaction sees it. */
    static Findings verify(Connection connection) throws SQLException {
        return new Pass(connection).run();
    }

    private static final class Pass {

        private final Connection connection;
        private final ChainHash chain = new ChainHash();
        private final Map<Long, Tip> tips = new HashMap<>();
        private long events;
        private long lastPosition;
        private long positionGaps;
        private long sequenceGaps;
        private long streamRows;
        private long brokenHashes;
        private long firstBad;
        private @Nullable String firstBadReason;

        Pass(Connection connection) {
            this.connection = connection;
        }

        Findings run() throws SQLException {
            try (var select = connection.createStatement()) {
                select.setFetchSize(FETCH_ROWS);
                try (var rows = select.executeQuery(EVENTS)) {
                    while (rows.next()) {
                        event(rows);
                    }
                }
            }
            var head = PostgresEventLog.head(connection);
            if (head != lastPosition) {
                positionGaps += Math.max(1, head - lastPosition);
                bad(lastPosition + 1, "the log ends before its head " + head);
            }
            streamRows();
            return new Findings(
                    events,
                    tips.size(),
                    positionGaps,
                    sequenceGaps,
                    streamRows,
                    brokenHashes,
                    count("select count(*) - count(distinct event_id) from store.es_event"),
                    count(COMMANDS),
                    firstBad,
                    firstBadReason);
        }

        private void event(ResultSet row) throws SQLException {
            var position = row.getLong(1);
            var stream = row.getLong(2);
            var sequence = row.getLong(5);
            events++;
            if (position != lastPosition + 1) {
                positionGaps += position - lastPosition - 1;
                bad(lastPosition + 1, "events are missing before position " + position);
            }
            lastPosition = position;
            var before = tips.get(stream);
            if (sequence != (before == null ? 0 : before.sequence + 1)) {
                sequenceGaps++;
                bad(position, "sequence " + sequence + " is not the next of its stream");
            }
            var stored = row.getBytes(12);
            var computed = hash(row, before == null ? ChainHash.START : before.hash);
            if (!Arrays.equals(stored, computed)) {
                brokenHashes++;
                bad(position, "the hash does not match the event");
            }
            tips.put(stream, new Tip(sequence, position, stored));
        }

        private byte @Nullable [] hash(ResultSet row, byte[] previous) throws SQLException {
            if (row.getString(3) == null || row.getString(4) == null || row.getString(7) == null) {
                return null;
            }
            return chain.of(
                    new ChainedEvent(
                            row.getString(3),
                            row.getString(4),
                            row.getLong(5),
                            row.getLong(1),
                            row.getString(6),
                            row.getString(7),
                            row.getLong(8),
                            row.getLong(9),
                            row.getBytes(10),
                            row.getBytes(11)),
                    previous);
        }

        private void streamRows() throws SQLException {
            var rowsSeen = 0L;
            var eventsAreSound = firstBadReason == null; // Otherwise the row only shows what an event showed already.
            try (var select = connection.createStatement()) {
                select.setFetchSize(FETCH_ROWS);
                try (var rows = select.executeQuery(
                        "select stream_no, version, last_pos, last_hash, aggregate_id from store.es_stream")) {
                    while (rows.next()) {
                        rowsSeen++;
                        var tip = tips.get(rows.getLong(1));
                        if (tip == null
                                || tip.sequence + 1 != rows.getLong(2)
                                || tip.position != rows.getLong(3)
                                || !Arrays.equals(tip.hash, rows.getBytes(4))) {
                            streamRows++;
                            if (eventsAreSound) {
                                bad(
                                        tip == null ? 0 : tip.position,
                                        "the row of stream " + rows.getString(5) + " does not match its events");
                            }
                        }
                    }
                }
            }
            streamRows += Math.max(0, tips.size() - rowsSeen);
        }

        private long count(String sql) throws SQLException {
            try (var select = connection.createStatement();
                    var rows = select.executeQuery(sql)) {
                rows.next();
                return rows.getLong(1);
            }
        }

        private void bad(long position, String reason) {
            if (firstBadReason == null || position < firstBad) {
                firstBad = position;
                firstBadReason = reason;
            }
        }
    }

    // Two commands never share events, and a command's events stand side by side.
    private static final String COMMANDS = """
            select count(*) from (
                select first_pos, last_pos, lag(last_pos) over (order by first_pos) as before
                from store.es_command where first_pos > 0 or last_pos > 0) c
            where first_pos > last_pos or first_pos < 1 or first_pos <= before
               or last_pos > (select last_position from store.es_head)""";

    /** The last event seen of a stream. */
    private record Tip(long sequence, long position, byte[] hash) {}
}
