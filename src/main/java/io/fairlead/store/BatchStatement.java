package io.fairlead.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** The writes of one batch as one round trip: a set-based statement per table; what was believed is required. */
final class BatchStatement {

    private static final String HEAD = """
            with moved as (
                update store.es_head set last_position = ?, last_stream_no = ?
                where last_position = ? and last_stream_no = ? returning 1)
            select store.es_require(count(*) = 1, 'the head of the log') from moved""";

    private static final String KNOWN_STREAMS = """
            with moved as (
                update store.es_stream s set version = u.version, last_pos = u.last_pos, last_hash = u.last_hash
                from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bytea[])
                    u(stream_no, expected, version, last_pos, last_hash)
                where s.stream_no = u.stream_no and s.version = u.expected returning 1)
            select store.es_require(count(*) = ?, 'a stream') from moved""";

    private static final String FRESH_STREAMS = """
            insert into store.es_stream (stream_no, aggregate_id, type_no, version, first_pos, last_pos, last_hash)
            select * from unnest(?::bigint[], ?::text[], ?::int[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bytea[])""";

    private static final String EVENTS = """
            insert into store.es_event
                (ts, position, stream_no, seq, event_id, type_no, schema_fp, meta, payload, hash)
            select ?, u.* from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::int[], ?::bigint[], ?::bytea[],
                ?::bytea[], ?::bytea[]) u""";

    private static final String COMMANDS = """
            insert into store.es_command (ts, client, key, request_hash, first_pos, last_pos)
            select ?, u.* from unnest(?::text[], ?::text[], ?::bytea[], ?::bigint[], ?::bigint[]) u""";

    private final Batch batch;
    private int next = 1;

    BatchStatement(Batch batch) {
        this.batch = batch;
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
            statements.add(KNOWN_STREAMS);
        }
        if (!batch.fresh.number.isEmpty()) {
            statements.add(FRESH_STREAMS);
        }
        if (!batch.position.isEmpty()) {
            statements.add(EVENTS);
        }
        if (!batch.key.isEmpty()) {
            statements.add(COMMANDS);
        }
        return String.join(";\n", statements);
    }

    private void bind(PreparedStatement write, Connection connection, OffsetDateTime recorded) throws SQLException {
        if (!batch.position.isEmpty()) {
            write.setLong(next++, batch.head);
            write.setLong(next++, batch.lastStream);
            write.setLong(next++, batch.headBefore);
            write.setLong(next++, batch.lastStreamBefore);
        }
        if (!batch.known.number.isEmpty()) {
            array(write, connection, "int8", batch.known.number);
            array(write, connection, "int8", batch.known.expected);
            array(write, connection, "int8", batch.known.version);
            array(write, connection, "int8", batch.known.last);
            bytes(write, connection, batch.known.hash);
            write.setInt(next++, batch.known.number.size());
        }
        if (!batch.fresh.number.isEmpty()) {
            array(write, connection, "int8", batch.fresh.number);
            array(write, connection, "text", batch.fresh.aggregateId);
            array(write, connection, "int4", batch.fresh.type);
            array(write, connection, "int8", batch.fresh.version);
            array(write, connection, "int8", batch.fresh.first);
            array(write, connection, "int8", batch.fresh.last);
            bytes(write, connection, batch.fresh.hash);
        }
        if (!batch.position.isEmpty()) {
            write.setObject(next++, recorded);
            array(write, connection, "int8", batch.position);
            array(write, connection, "int8", batch.stream);
            array(write, connection, "int8", batch.sequence);
            array(write, connection, "text", batch.eventId);
            array(write, connection, "int4", batch.type);
            array(write, connection, "int8", batch.schema);
            bytes(write, connection, batch.metadata);
            bytes(write, connection, batch.payload);
            bytes(write, connection, batch.hash);
        }
        if (!batch.key.isEmpty()) {
            write.setObject(next++, recorded);
            array(write, connection, "text", batch.client);
            array(write, connection, "text", batch.key);
            bytes(write, connection, batch.requestHash);
            array(write, connection, "int8", batch.commandFirst);
            array(write, connection, "int8", batch.commandLast);
        }
    }

    private void array(PreparedStatement write, Connection connection, String type, List<?> values)
            throws SQLException {
        write.setArray(next++, connection.createArrayOf(type, values.toArray()));
    }

    private void bytes(PreparedStatement write, Connection connection, List<byte[]> values) throws SQLException {
        write.setArray(next++, connection.createArrayOf("bytea", values.toArray(new byte[0][])));
    }
}
