package io.fairlead.launch;

import java.sql.Connection;
import java.sql.SQLException;

/** Service accounts as roles of our PostgreSQL: each may do what the reader may, within the same limits. */
record PostgresAccounts(PostgresLogins logins, int port) implements ServiceAccounts.Server {

    @Override
    public String let(ServiceAccount account, String password) {
        within(connection -> {
            if (PostgresLogins.isMissing(connection, "select from pg_roles where rolname = '" + account.user() + "'")) {
                PostgresLogins.execute(connection, "create role " + account.user());
            }
            logins.makeReader(connection, account.user(), password);
            PostgresLogins.execute(connection, "grant %s to %s".formatted(Login.READER.role(), account.user()));
            endSessions(connection, account);
        });
        return password;
    }

    @Override
    public void remove(ServiceAccount account) {
        within(connection -> {
            if (!PostgresLogins.isMissing(
                    connection, "select from pg_roles where rolname = '" + account.user() + "'")) {
                // First nobody comes in any more, then those within go.
                PostgresLogins.execute(connection, "alter role %s nologin".formatted(account.user()));
                endSessions(connection, account);
                PostgresLogins.execute(connection, "drop role " + account.user());
            }
        });
    }

    private static void endSessions(Connection connection, ServiceAccount account) throws SQLException {
        PostgresLogins.execute(
                connection,
                "select pg_terminate_backend(pid) from pg_stat_activity where usename = '" + account.user() + "'");
    }

    private interface Work {
        void on(Connection connection) throws SQLException;
    }

    private void within(Work work) {
        try (var connection = logins.administrator(port, "postgres")) {
            work.on(connection);
        } catch (SQLException e) {
            throw new LaunchFailed("PostgreSQL did not change the account (%s)".formatted(e.getMessage()), e);
        }
    }
}
