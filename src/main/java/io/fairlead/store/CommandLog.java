package io.fairlead.store;

import io.fairlead.store.append.Appender;
import io.fairlead.store.read.PostgresEventLog;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import javax.sql.DataSource;

/** Looks accepted commands up by their key, and forgets old ones. Rows are written by {@link Appender} alone. */
public final class CommandLog {

    private final DataSource dataSource;

    CommandLog(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * An accepted command.
     *
     * @param identity as first sent
     * @param appended where its events stand
     */
    public record AcceptedCommand(CommandIdentity identity, Appended appended) {}

    /** The command of this key; empty when none was accepted, or its row has expired. */
    public Optional<AcceptedCommand> find(String client, String key) {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(
                        "select request_hash, first_pos, last_pos from store.es_command where client = ? and key = ?")) {
            select.setString(1, client);
            select.setString(2, key);
            try (var rows = select.executeQuery()) {
                return rows.next()
                        ? Optional.of(new AcceptedCommand(
                                new CommandIdentity(client, key, HexFormat.of().formatHex(rows.getBytes(1))),
                                new Appended(rows.getLong(2), rows.getLong(3))))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw PostgresEventLog.unavailable(e);
        }
    }

    /**
     * The former outcome of a command that comes again.
     *
     * @return empty when it was never accepted
     * @throws CommandKeyReused when the key was accepted with another body
     */
    public Optional<Appended> former(CommandIdentity command) {
        return find(command.client(), command.key()).map(accepted -> {
            if (!accepted.identity().requestHash().equals(command.requestHash())) {
                throw new CommandKeyReused(command);
            }
            return accepted.appended();
        });
    }

    /**
     * Drops keys of clients that are older than 90 days, the oldest first.
     *
     * @param now by this node's clock; the database's counts as well, and the earlier of the two decides
     * @param atMost rows
     * @return rows that went; fewer than that when no more are so old
     */
    public int forget(Instant now, int atMost) {
        try (var connection = dataSource.getConnection();
                var call = connection.prepareStatement("select store.es_forget_commands(?, ?)")) {
            call.setObject(1, now.atOffset(ZoneOffset.UTC));
            call.setInt(2, atMost);
            try (var rows = call.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        } catch (SQLException e) {
            throw PostgresEventLog.unavailable(e);
        }
    }
}
