package io.fairlead.projection;

import java.sql.Connection;
import java.sql.SQLException;
import org.jooq.ConnectionProvider;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/**
 * Tells the session for which companies it reads, before each use of it by somebody who is bound. What a former use has told stays
 * in it: nothing reads it but {@link BoundStatements}, which come after this.
 *
 * @param connections where they come from
 */
record BoundConnections(ConnectionProvider connections) implements ConnectionProvider {

    private static final String TELL = "select set_config('fairlead.companies', ?, false)";

    @Override
    public @Nullable Connection acquire() {
        var connection = connections.acquire();
        var companies = BoundReads.session();
        if (connection != null && companies.isPresent()) {
            tell(connection, companies.get());
        }
        return connection;
    }

    private void tell(Connection connection, String companies) {
        try (var statement = connection.prepareStatement(TELL)) {
            statement.setString(1, companies);
            statement.execute();
        } catch (SQLException e) {
            connections.release(connection);
            throw new DataAccessException("the session could not be told for which companies it reads", e);
        }
    }

    @Override
    public void release(@Nullable Connection connection) {
        connections.release(connection);
    }
}
