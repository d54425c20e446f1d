package io.fairlead.app.wiring;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.fairlead.app.start.StartGate;
import io.fairlead.projection.ProjectionDatabase;
import io.fairlead.store.PostgresStore;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/**
 * Connections: a pool each for commands and for everything that only reads or keeps books, so that a slow report never holds
 * up a command. Tables are brought up to date before anybody uses them.
 */
@Configuration(proxyBeanMethods = false)
class Databases {

    private final String url;
    private final String user;
    private final String password;

    Databases(
            @Value("${FAIRLEAD_DB_URL}") String url,
            @Value("${FAIRLEAD_DB_USER}") String user,
            @Value("${FAIRLEAD_DB_PASSWORD:}") String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /** The first connections there are: whoever needs others, or the store, waits until this build may open it. */
    @Bean(destroyMethod = "close")
    HikariDataSource storeConnections() {
        var pool = pool("store", 24);
        try {
            StartGate.require(pool);
            PostgresStore.migrate(pool);
        } catch (RuntimeException e) {
            pool.close(); // Spring closes only what it was given.
            throw e;
        }
        return pool;
    }

    @Primary
    @Bean(destroyMethod = "close")
    HikariDataSource connections(@Qualifier("storeConnections") DataSource migratedFirst) {
        var pool = pool("views", 48);
        ProjectionDatabase.migrate(pool);
        migrate(pool, "gateway", "classpath:db/gateways");
        migrate(pool, "process", "classpath:db/process");
        return pool;
    }

    /** Few and impatient: a heartbeat must not wait behind other work, nor for a database that hangs. */
    @Bean(destroyMethod = "close")
    HikariDataSource claimConnections(@Qualifier("connections") DataSource migratedFirst) {
        var config = config("claims", 2);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(2_000);
        config.addDataSourceProperty("socketTimeout", "3");
        config.addDataSourceProperty("connectTimeout", "2");
        return new HikariDataSource(config);
    }

    private HikariDataSource pool(String name, int connectionsMax) {
        return new HikariDataSource(config(name, connectionsMax));
    }

    private HikariConfig config(String name, int connectionsMax) {
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(connectionsMax);
        config.setMinimumIdle(4);
        config.setConnectionTimeout(10_000);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("logServerErrorDetail", "false"); // It quotes rows: names in logs and answers.
        config.addDataSourceProperty("ApplicationName", "fairlead-" + name);
        return config;
    }

    private static void migrate(DataSource owner, String schema, String location) {
        Flyway.configure()
                .dataSource(owner)
                .schemas(schema)
                .locations(location)
                .load()
                .migrate();
    }
}
