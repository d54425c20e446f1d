package io.fairlead.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** A fresh database with the schema of processes and claims; all tests of the run share one PostgreSQL. */
public final class ProcessTables implements AutoCloseable {

    public final HikariDataSource pool;

    public ProcessTables() {
        var config = new HikariConfig();
        config.setJdbcUrl(
                PostgresForTests.migrated("process", ProcessTables::migrate).url());
        config.setMaximumPoolSize(8);
        config.setMinimumIdle(0);
        pool = new HikariDataSource(config);
    }

    private static void migrate(DataSource database) {
        Flyway.configure()
                .dataSource(database)
                .schemas("process")
                .locations("classpath:db/process")
                .load()
                .migrate();
    }

    /** Runs one statement and tells the rows it changed. */
    public int update(String sql) {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
