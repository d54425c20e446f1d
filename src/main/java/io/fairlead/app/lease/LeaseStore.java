package io.fairlead.app.lease;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** The tables of nodes and claims. Every time in them is the database's; no statement waits for another node's. */
public final class LeaseStore {

    private static final int QUERY_SECONDS_MAX = 2;

    private final DataSource database;
    private final Duration timeout;

    /**
     * @param database connections of its own, so that a busy pool never makes a node look dead
     * @param timeout after how long without a heartbeat a claim is free
     */
    public LeaseStore(DataSource database, Duration timeout) {
        this.database = database;
        this.timeout = timeout;
    }

    Duration timeout() {
        return timeout;
    }

    /** Adds claims that are not there yet, free. */
    void offer(Collection<String> names) {
        var _ = run("insert into process.claim (name) select unnest(?) on conflict do nothing", statement -> {
            statement.setArray(1, text(statement, names));
            return statement.executeUpdate();
        });
    }

    /**
     * One heartbeat: this node lives, and keeps what is still its own.
     *
     * @return names of the claims kept
     */
    Set<String> beat(Node node, String url, Collection<Lease> held, Map<String, Long> positions) {
        return run("""
                        with seen as (
                            insert into process.node (instance, name, place, pid, url) values (?, ?, ?, ?, ?)
                            on conflict (instance) do update set seen_at = clock_timestamp(), url = excluded.url)
                        update process.claim c
                        set until = clock_timestamp() + ? * interval '1 millisecond', position = held.position
                        from unnest(?::text[], ?::bigint[], ?::bigint[]) as held (name, epoch, position)
                        where c.name = held.name and c.owner = ? and c.epoch = held.epoch
                            and c.until > clock_timestamp()
                        returning c.name""", statement -> {
            statement.setString(1, node.instance());
            statement.setString(2, node.name());
            statement.setString(3, node.place());
            statement.setLong(4, node.pid());
            statement.setString(5, url);
            statement.setLong(6, timeout.toMillis());
            statement.setArray(7, text(statement, held.stream().map(Lease::name).toList()));
            statement.setArray(8, longs(statement, held.stream().map(Lease::epoch)));
            statement.setArray(
                    9, longs(statement, held.stream().map(tenure -> positions.getOrDefault(tenure.name(), -1L))));
            statement.setString(10, node.instance());
            var kept = new HashSet<String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    kept.add(rows.getString(1));
                }
            }
            return kept;
        });
    }

    /**
     * Takes what is free of these, and leaves the rest.
     *
     * @return epoch of each claim taken
     */
    Map<String, Long> take(Node node, Collection<String> names) {
        return run("""
                        with free as (
                            select name from process.claim
                            where name = any (?) and (owner is null or until <= clock_timestamp())
                            order by name for update skip locked)
                        update process.claim c
                        set owner = ?, epoch = c.epoch + 1, since = clock_timestamp(),
                            until = clock_timestamp() + ? * interval '1 millisecond'
                        from free where c.name = free.name
                        returning c.name, c.epoch""", statement -> {
            statement.setArray(1, text(statement, names));
            statement.setString(2, node.instance());
            statement.setLong(3, timeout.toMillis());
            var taken = new HashMap<String, Long>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    taken.put(rows.getString(1), rows.getLong(2));
                }
            }
            return taken;
        });
    }

    /** Lets others take these at once; what is not this node's any more stays as it is. */
    void giveBack(Node node, Collection<Lease> tenures) {
        var _ = run("""
                        update process.claim c set owner = null, until = null
                        from unnest(?::text[], ?::bigint[]) as given (name, epoch)
                        where c.name = given.name and c.owner = ? and c.epoch = given.epoch""", statement -> {
            statement.setArray(
                    1, text(statement, tenures.stream().map(Lease::name).toList()));
            statement.setArray(2, longs(statement, tenures.stream().map(Lease::epoch)));
            statement.setString(3, node.instance());
            return statement.executeUpdate();
        });
    }

    /** Frees all that a node held which is known to have ended, and forgets it. */
    void evict(String instance) {
        var _ = run("""
                        with gone as (delete from process.node where instance = ?)
                        update process.claim set owner = null, until = null where owner = ?""", statement -> {
            statement.setString(1, instance);
            statement.setString(2, instance);
            return statement.executeUpdate();
        });
    }

    /** All nodes and claims. */
    public ClusterSnapshot picture() {
        return new ClusterSnapshot(
                run("""
                        select instance, name, place, pid, url,
                            (extract(epoch from clock_timestamp() - seen_at) * 1000)::bigint as age
                        from process.node order by name, started_at""", statement -> {
                    var nodes = new ArrayList<ClusterSnapshot.Seen>();
                    try (var row = statement.executeQuery()) {
                        while (row.next()) {
                            var node = new Node(row.getString(1), row.getString(2), row.getString(3), row.getLong(4));
                            long age = row.getLong("age");
                            nodes.add(new ClusterSnapshot.Seen(
                                    node, row.getString("url"), age, age < timeout.toMillis()));
                        }
                    }
                    return List.copyOf(nodes);
                }),
                run("""
                        select name, owner, epoch, owner is null or until <= clock_timestamp() as free,
                            coalesce((extract(epoch from clock_timestamp() - since) * 1000)::bigint, 0) as held, position
                        from process.claim order by name""", statement -> {
                    var claims = new ArrayList<ClusterSnapshot.Claim>();
                    try (var rows = statement.executeQuery()) {
                        while (rows.next()) {
                            claims.add(claim(rows));
                        }
                    }
                    return List.copyOf(claims);
                }));
    }

    private static ClusterSnapshot.Claim claim(ResultSet row) throws SQLException {
        return new ClusterSnapshot.Claim(
                row.getString("name"),
                row.getString("owner"),
                row.getLong("epoch"),
                row.getBoolean("free"),
                row.getLong("held"),
                row.getLong("position"));
    }

    private interface Call<T> {
        T on(PreparedStatement statement) throws SQLException;
    }

    private <T> T run(String sql, Call<T> call) {
        try (Connection connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setQueryTimeout(QUERY_SECONDS_MAX);
            return call.on(statement);
        } catch (SQLException e) {
            throw new LeasesUnreachable(e);
        }
    }

    private static java.sql.Array text(PreparedStatement statement, Collection<String> values) throws SQLException {
        return statement.getConnection().createArrayOf("text", values.toArray());
    }

    private static java.sql.Array longs(PreparedStatement statement, java.util.stream.Stream<Long> values)
            throws SQLException {
        return statement.getConnection().createArrayOf("bigint", values.toArray());
    }
}
