package io.fairlead.store.append;

import io.fairlead.store.AppendRefused;
import io.fairlead.store.AppendRejected;
import io.fairlead.store.AppendRequest;
import io.fairlead.store.Appended;
import io.fairlead.store.ChainHash;
import io.fairlead.store.CommandKeyReused;
import io.fairlead.store.CommandRepeated;
import io.fairlead.store.Dictionary;
import io.fairlead.store.VersionConflict;
import io.fairlead.store.WriterConnection;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes many requests in one transaction: in one round trip when what the writer remembers suffices, else in two and the
 * commit. Used by the appender's thread alone.
 */
final class BatchWriter {

    private static final String CHECK = WriterConnection.LOCK + """
            ; select r.ord, s.stream_no, s.type_no, s.version, s.last_hash, c.request_hash, c.first_pos, c.last_pos
              from unnest(?::text[], ?::text[], ?::text[]) with ordinality r(id, client, key, ord)
              left join store.es_stream s on s.aggregate_id = r.id
              left join store.es_command c on c.client = r.client and c.key = r.key
            ; select last_position, last_stream_no from store.es_head""";

    private final Dictionary dictionary;
    private final InstantSource clock;
    private final ChainHash chain = new ChainHash();
    private final StreamMemory memory = new StreamMemory();

    BatchWriter(Dictionary dictionary, InstantSource clock) {
        this.dictionary = dictionary;
        this.clock = clock;
    }

    /** One request's fate in a transaction: exactly one of the two is set. */
    record RequestOutcome(
            PendingAppend pending,
            @Nullable Appended appended,
            @Nullable AppendRefused refusal) {

        void report() {
            if (refusal != null) {
                pending.fail(refusal);
            } else {
                pending.succeed(Objects.requireNonNull(appended));
            }
        }
    }

    /** What a transaction that is not yet committed would do. */
    record Prepared(List<RequestOutcome> outcomes, Batch batch) {}

    /** An empty batch after all that is remembered, which {@link #add} fills; null while nothing may be guessed. */
    @Nullable
    Prepared begin() {
        return memory.mayGuess() ? new Prepared(new ArrayList<>(), begin(memory.head(), memory.lastStream())) : null;
    }

    /** Adds what is to be written by what is remembered; false when that does not suffice, and nothing is added. */
    boolean add(PendingAppend pending, Prepared prepared) {
        var request = pending.request;
        if (!memory.suffices(request, dictionary)) {
            return false;
        }
        var stream = request.expectedVersion() == 0 ? null : memory.stream(request.aggregateId());
        var appended = stream == null
                ? prepared.batch().add(pending, 0, ChainHash.START)
                : prepared.batch().add(pending, stream.number(), stream.hash());
        prepared.outcomes().add(new RequestOutcome(pending, appended, null));
        return true;
    }

    /** Writes and commits; the connection must be in autocommit mode. May run beside everything but the other writes. */
    static void writeAtOnce(Prepared prepared, Connection connection) throws SQLException {
        new BatchStatement(prepared.batch())
                .executeAtOnce(connection, prepared.batch().recordedAt());
    }

    /** Remembers what a batch has written, or is about to write: the next may be built on it. */
    void remember(Prepared prepared) {
        if (!prepared.batch().position.isEmpty()) {
            memory.written(prepared.batch());
        }
    }

    /** The database took what was remembered. */
    void confirmed() {
        memory.confirmed();
    }

    /** The database refused what was remembered. */
    void refuted(List<PendingAppend> requests) {
        memory.refuted(requests);
    }

    void forget() {
        memory.forget();
    }

    private Batch begin(long head, long lastStream) {
        var recorded = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Batch(head, lastStream, ChronoUnit.MICROS.between(Instant.EPOCH, recorded), dictionary, chain);
    }

    /** Everything but the commit. */
    Prepared prepare(List<PendingAppend> requests, Connection connection) throws SQLException {
        for (var pending : requests) {
            if (!dictionary.knows(pending.request)) {
                dictionary.learn(pending.request, connection);
            }
        }
        try (var check = connection.prepareStatement(CHECK)) {
            check.setArray(
                    1,
                    texts(
                            connection,
                            requests.stream()
                                    .map(pending -> pending.request.aggregateId())
                                    .toList()));
            check.setArray(
                    2,
                    texts(
                            connection,
                            requests.stream()
                                    .map(pending -> pending.request.command())
                                    .map(command -> command == null ? "" : command.client())
                                    .toList()));
            check.setArray(
                    3,
                    texts(
                            connection,
                            requests.stream()
                                    .map(pending -> pending.request.command())
                                    .map(command -> command == null ? "" : command.key())
                                    .toList()));
            check.execute();
            check.getMoreResults();
            var found = new ArrayList<@Nullable Found>();
            requests.forEach(_ -> found.add(null));
            try (var rows = check.getResultSet()) {
                while (rows.next()) {
                    found.set((int) rows.getLong(1) - 1, Found.of(rows));
                }
            }
            check.getMoreResults();
            try (var head = check.getResultSet()) {
                head.next();
                return decide(requests, found, head.getLong(1), head.getLong(2), connection);
            }
        }
    }

    private Prepared decide(
            List<PendingAppend> requests,
            List<@Nullable Found> found,
            long head,
            long lastStream,
            Connection connection)
            throws SQLException {
        var batch = begin(head, lastStream);
        var outcomes = new ArrayList<RequestOutcome>(requests.size());
        for (var i = 0; i < requests.size(); i++) {
            var pending = requests.get(i);
            var row = Objects.requireNonNull(found.get(i));
            var refusal = refusal(pending.request, row);
            var appended = refusal == null
                    ? batch.add(pending, row.streamNumber(), row.streamNumber() == 0 ? ChainHash.START : row.lastHash())
                    : null;
            outcomes.add(new RequestOutcome(pending, appended, refusal));
        }
        if (!batch.isEmpty()) {
            new BatchStatement(batch).execute(connection, batch.recordedAt());
        }
        return new Prepared(outcomes, batch);
    }

    private @Nullable AppendRefused refusal(AppendRequest request, Found row) {
        var command = request.command();
        if (command != null && row.requestHash() != null) {
            return HexFormat.of().formatHex(row.requestHash()).equals(command.requestHash())
                    ? new CommandRepeated(new Appended(row.commandFirst(), row.commandLast()))
                    : new CommandKeyReused(command);
        }
        if (!request.events().isEmpty() && row.version() != request.expectedVersion()) {
            return new VersionConflict(request, row.version());
        }
        if (row.streamNumber() != 0 && row.type() != dictionary.number(request.aggregateType())) {
            return new AppendRejected(
                    request.aggregateId() + " is no " + request.aggregateType() + ": each kind has a prefix of its own",
                    new IllegalArgumentException("aggregateType"));
        }
        return null;
    }

    /** After a commit without answer: whether it happened. Waits for the former transaction's lock first. */
    boolean wasCommitted(Prepared prepared, Connection connection) throws SQLException {
        var batch = prepared.batch();
        var byEvent = !batch.position.isEmpty();
        try (var lock = connection.createStatement()) {
            lock.execute(WriterConnection.LOCK);
        }
        try (PreparedStatement select = connection.prepareStatement(
                byEvent
                        ? "select 1 from store.es_event where position = ? and event_id = ?"
                        : "select 1 from store.es_command where client = ? and key = ?")) {
            if (byEvent) {
                select.setLong(1, batch.position.getFirst());
                select.setString(2, batch.eventId.getFirst());
            } else {
                select.setString(1, batch.client.getFirst());
                select.setString(2, batch.key.getFirst());
            }
            try (var rows = select.executeQuery()) {
                return rows.next();
            }
        } finally {
            connection.rollback();
        }
    }

    static java.sql.Array texts(Connection connection, List<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }

    /** What the database holds for one request: its stream and its command key. */
    private record Found(
            long streamNumber,
            int type,
            long version,
            byte[] lastHash,
            byte @Nullable [] requestHash,
            long commandFirst,
            long commandLast) {

        static Found of(ResultSet rows) throws SQLException {
            return new Found(
                    rows.getLong(2),
                    rows.getInt(3),
                    rows.getLong(4),
                    rows.getBytes(5),
                    rows.getBytes(6),
                    rows.getLong(7),
                    rows.getLong(8));
        }
    }
}
