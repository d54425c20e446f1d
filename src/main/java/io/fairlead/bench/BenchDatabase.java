package io.fairlead.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.fairlead.launch.ScratchPostgres;
import java.nio.file.Path;

/** The one PostgreSQL that both sides of a bench use, durable, with a pool for each. */
final class BenchDatabase implements AutoCloseable {

    private static final int CONNECTIONS_MAX = 32;

    private final ScratchPostgres postgres;

    BenchDatabase(Path parent) {
        this.postgres = ScratchPostgres.start(parent);
    }

    HikariDataSource pool(String name) {
        return pool(name, postgres.url());
    }

    /** A pool of a further database, which is made. */
    HikariDataSource poolOf(String name) {
        return pool(name, postgres.createDatabase(name));
    }

    private static HikariDataSource pool(String name, String url) {
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(CONNECTIONS_MAX);
        config.setMinimumIdle(4);
        config.setConnectionTimeout(30_000);
        return new HikariDataSource(config);
    }

    @Override
    public void close() {
        postgres.close();
    }
}
