package io.fairlead.app.client;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts calls by client and operation: in memory, and every few seconds into a table that all nodes add to. What a
 * crash loses is a few seconds of it. Thread-safe.
 */
public final class ClientCalls implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ClientCalls.class);
    private static final int FLUSH_S = 5;
    private static final int NAME_LENGTH_MAX = 200;

    private static final String ADD = """
            insert into process.client_call as known (client, operation, calls, first_at, last_at)
            select * from unnest(?::text[], ?::text[], ?::bigint[], ?::timestamptz[], ?::timestamptz[])
            on conflict (client, operation) do update
            set calls = known.calls + excluded.calls, last_at = greatest(known.last_at, excluded.last_at),
                first_at = least(known.first_at, excluded.first_at)""";

    private final DataSource database;
    private final InstantSource clock;
    private final Map<Use, Count> counted = new ConcurrentHashMap<>();
    private final ScheduledExecutorService writer = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("fairlead-clients").factory());

    private record Use(String client, String operation) {}

    private record Count(long calls, Instant first, Instant last) {

        Count and(Count other) {
            return new Count(
                    calls + other.calls,
                    first.isBefore(other.first) ? first : other.first,
                    last.isAfter(other.last) ? last : other.last);
        }
    }

    /** What one client did with one operation. */
    public record Row(String client, String operation, long calls, Instant since, Instant lastSeen) {}

    public ClientCalls(DataSource database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Begins to write down what is counted. */
    public void start() {
        var _ = writer.scheduleWithFixedDelay(this::flush, FLUSH_S, FLUSH_S, TimeUnit.SECONDS);
    }

    /**
     * Counts a call.
     *
     * @param operation method and path as the API describes them, never the path that was asked for: it may name somebody
     */
    public void count(String client, String operation) {
        var now = clock.instant();
        var name = client.length() <= NAME_LENGTH_MAX ? client : client.substring(0, NAME_LENGTH_MAX);
        counted.merge(new Use(name, operation), new Count(1, now, now), Count::and);
    }

    /** Writes down what is counted; when the database is away, it stays counted. */
    void flush() {
        var taken = new ArrayList<Map.Entry<Use, Count>>();
        for (var use : counted.keySet()) {
            var count = counted.remove(use);
            if (count != null) {
                taken.add(Map.entry(use, count));
            }
        }
        if (taken.isEmpty()) {
            return;
        }
        // In one order on all nodes, so that two of them wait for each other's rows and never in a circle.
        taken.sort(Comparator.comparing(
                        (Map.Entry<Use, Count> each) -> each.getKey().client())
                .thenComparing(each -> each.getKey().operation()));
        try (var connection = database.getConnection()) {
            add(connection, taken);
        } catch (SQLException | RuntimeException away) {
            taken.forEach(each -> counted.merge(each.getKey(), each.getValue(), Count::and));
            LOG.warn("calls of clients are written down later, as the database does not answer: {}", away.toString());
        }
    }

    private static void add(Connection connection, List<Map.Entry<Use, Count>> taken) throws SQLException {
        try (var statement = connection.prepareStatement(ADD)) {
            statement.setArray(
                    1, array(connection, "text", taken, each -> each.getKey().client()));
            statement.setArray(
                    2, array(connection, "text", taken, each -> each.getKey().operation()));
            statement.setArray(3, array(connection, "bigint", taken, each -> each.getValue()
                    .calls()));
            statement.setArray(
                    4,
                    array(
                            connection,
                            "timestamptz",
                            taken,
                            each -> Timestamp.from(each.getValue().first())));
            statement.setArray(
                    5,
                    array(
                            connection,
                            "timestamptz",
                            taken,
                            each -> Timestamp.from(each.getValue().last())));
            statement.executeUpdate();
        }
    }

    private static Array array(
            Connection connection,
            String type,
            List<Map.Entry<Use, Count>> taken,
            Function<Map.Entry<Use, Count>, Object> column)
            throws SQLException {
        return connection.createArrayOf(type, taken.stream().map(column).toArray());
    }

    /** All that was counted on all nodes, the other nodes' last seconds aside; by client and operation. */
    public List<Row> all() {
        flush();
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("select client, operation, calls, first_at, last_at"
                        + " from process.client_call order by client, operation");
                var found = statement.executeQuery()) {
            var rows = new ArrayList<Row>();
            while (found.next()) {
                rows.add(new Row(
                        found.getString(1),
                        found.getString(2),
                        found.getLong(3),
                        found.getTimestamp(4).toInstant(),
                        found.getTimestamp(5).toInstant()));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("the calls of clients cannot be read", e);
        }
    }

    @Override
    public void close() {
        writer.shutdownNow();
        flush();
    }
}
