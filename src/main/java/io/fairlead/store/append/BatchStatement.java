package io.fairlead.store.append;

import io.fairlead.store.WriterConnection;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The writes of one batch as one round trip: a set-based statement per table; what was believed is required. Columns go out as
 * arrays; a batch of one row as plain values, since unpacking arrays would cost the server more than that row.
 */
final class BatchStatement {

    private static final String HEAD = """
            with moved as (
                update store.es_head set last_position = ?, last_stream_no = ?
                where last_position = ? and last_stream_no = ? returning 1)
            select store.es_require(count(*) = 1, 'the head of the log') from moved""";

    private static final Write KNOWN_STREAMS = Write.of("bigint bigint bigint bigint bytea", """
            with moved as (
                update store.es_stream s set version = u.version, last_pos = u.last_pos, last_hash = u.last_hash
                from %s u(stream_no, expected, version, last_pos, last_hash)
                where s.stream_no = u.stream_no and s.version = u.expected returning 1)
            select store.es_require(count(*) = ?, 'a stream') from moved""");

    private static final Write FRESH_STREAMS = Write.of("bigint text int bigint bigint bigint bytea", """
            insert into store.es_stream (stream_no, aggregate_id, type_no, version, first_pos, last_pos, last_hash)
            select * from %s u""");

    private static final Write EVENTS = Write.of("bigint bigint bigint text int bigint bytea bytea bytea", """
            insert into store.es_event
                (ts, position, stream_no, seq, event_id, type_no, schema_fp, meta, payload, hash)
            select ?, u.* from %s u""");

    private static final Write COMMANDS = Write.of("text text bytea bigint bigint", """
            insert into store.es_command (ts, client, key, request_hash, first_pos, last_pos)
            select ?, u.* from %s u""");

    /** A statement for rows that come as arrays, and the same for a single row. */
    private record Write(String ofMany, String ofOne) {

        static Write of(String columns, String statement) {
            return new Write(
                    statement.formatted(rows(columns, "?::%s[]", "unnest(", ")")),
                    statement.formatted(rows(columns, "?::%s", "(values (", "))")));
        }

        private static String rows(String columns, String each, String before, String after) {
            return Stream.of(columns.split(" ")).map(each::formatted).collect(Collectors.joining(", ", before, after));
        }
    }

    private final Batch batch;
    private final boolean isOneRow;
    private int next = 1;

    BatchStatement(Batch batch) {
        this.batch = batch;
        this.isOneRow = batch.position.size() <= 1 && batch.key.size() <= 1;
    }

    /** Within the transaction that holds the lock. */
    void execute(Connection connection, OffsetDateTime recorded) throws SQLException {
        execute("", connection, recorded);
    }

    /**
     * Lock, writes and commit in one round trip: without a transaction of the connection's own, PostgreSQL takes the
     * statements of one message as one.
     */
    void executeAtOnce(Connection connection, OffsetDateTime recorded) throws SQLException {
        execute(WriterConnection.LOCK + ";\n", connection, recorded);
    }

    private void execute(String first, Connection connection, OffsetDateTime recorded) throws SQLException {
        try (var write = connection.prepareStatement(first + text())) {
            bind(write, connection, recorded);
            write.execute();
        }
    }

    private String text() {
        var statements = new ArrayList<String>(5);
        if (!batch.position.isEmpty()) {
            statements.add(HEAD);
        }
        if (!batch.known.number.isEmpty()) {
            statements.add(text(KNOWN_STREAMS));
        }
        if (!batch.fresh.number.isEmpty()) {
            statements.add(text(FRESH_STREAMS));
        }
        if (!batch.position.isEmpty()) {
            statements.add(text(EVENTS));
        }
        if (!batch.key.isEmpty()) {
            statements.add(text(COMMANDS));
        }
        return String.join(";\n", statements);
    }

    private String text(Write write) {
        return isOneRow ? write.ofOne() : write.ofMany();
    }

    private void bind(PreparedStatement write, Connection connection, OffsetDateTime recorded) throws SQLException {
        if (!batch.position.isEmpty()) {
            write.setLong(next++, batch.head);
            write.setLong(next++, batch.lastStream);
            write.setLong(next++, batch.headBefore);
            write.setLong(next++, batch.lastStreamBefore);
        }
        if (!batch.known.number.isEmpty()) {
            longs(write, connection, batch.known.number);
            longs(write, connection, batch.known.expected);
            longs(write, connection, batch.known.version);
            longs(write, connection, batch.known.last);
            bytes(write, connection, batch.known.hash);
            write.setInt(next++, batch.known.number.size());
        }
        if (!batch.fresh.number.isEmpty()) {
            longs(write, connection, batch.fresh.number);
            texts(write, connection, batch.fresh.aggregateId);
            ints(write, connection, batch.fresh.type);
            longs(write, connection, batch.fresh.version);
            longs(write, connection, batch.fresh.first);
            longs(write, connection, batch.fresh.last);
            bytes(write, connection, batch.fresh.hash);
        }
        if (!batch.position.isEmpty()) {
            write.setObject(next++, recorded);
            longs(write, connection, batch.position);
            longs(write, connection, batch.stream);
            longs(write, connection, batch.sequence);
            texts(write, connection, batch.eventId);
            ints(write, connection, batch.type);
            longs(write, connection, batch.schema);
            bytes(write, connection, batch.metadata);
            bytes(write, connection, batch.payload);
            bytes(write, connection, batch.hash);
        }
        if (!batch.key.isEmpty()) {
            write.setObject(next++, recorded);
            texts(write, connection, batch.client);
            texts(write, connection, batch.key);
            bytes(write, connection, batch.requestHash);
            longs(write, connection, batch.commandFirst);
            longs(write, connection, batch.commandLast);
        }
    }

    // Arrays of their own type go out in binary; those of Object would be written and parsed as text.

    private void longs(PreparedStatement write, Connection connection, List<Long> values) throws SQLException {
        if (isOneRow) {
            write.setLong(next++, values.getFirst());
        } else {
            write.setArray(next++, connection.createArrayOf("int8", values.toArray(Long[]::new)));
        }
    }

    private void ints(PreparedStatement write, Connection connection, List<Integer> values) throws SQLException {
        if (isOneRow) {
            write.setInt(next++, values.getFirst());
        } else {
            write.setArray(next++, connection.createArrayOf("int4", values.toArray(Integer[]::new)));
        }
    }

    private void texts(PreparedStatement write, Connection connection, List<String> values) throws SQLException {
        if (isOneRow) {
            write.setString(next++, values.getFirst());
        } else {
            write.setArray(next++, connection.createArrayOf("text", values.toArray(String[]::new)));
        }
    }

    private void bytes(PreparedStatement write, Connection connection, List<byte[]> values) throws SQLException {
        if (isOneRow) {
            write.setBytes(next++, values.getFirst());
        } else {
            write.setArray(next++, connection.createArrayOf("bytea", values.toArray(byte[][]::new)));
        }
    }
}
