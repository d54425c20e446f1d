package io.fairlead.app.wiring;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.fairlead.app.quota.QuotaSettings;
import io.fairlead.app.quota.Quotas;
import io.fairlead.app.quota.SharedQuotas;
import io.fairlead.app.start.StartGate;
import io.fairlead.projection.ProjectionDatabase;
import io.fairlead.registry.RegistryConfiguration;
import io.fairlead.store.PostgresStore;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;

/**
 * Connections: a pool each for commands and for everything that only reads or keeps books, so that a slow report never holds
 * up a command. They are the application's, which may add to the log and change nothing of it. Tables are brought up to date by
 * their owner before anybody uses them; who owns them may change them, so nothing else but a rebuild of views is done as owner.
 */
@Configuration(proxyBeanMethods = false)
class Databases {

    private static final String OWNER = "ownerConnections";

    private final DatabaseSettings settings;

    Databases(Environment environment) {
        this.settings = DatabaseSettings.of(environment::getProperty);
    }

    /**
     * The first connections there are: whoever needs others, or the store, waits until this build may open it. None is kept that
     * nobody uses.
     */
    @Bean(destroyMethod = "close")
    HikariDataSource ownerConnections() {
        var config = config("owner", 24, settings.owner());
        config.setMinimumIdle(0);
        config.setIdleTimeout(30_000);
        var pool = opened(config);
        try {
            StartGate.require(pool);
            PostgresStore.migrate(pool);
            ProjectionDatabase.migrate(pool);
            migrate(pool, "gateway", "classpath:db/gateways");
            migrate(pool, "process", "classpath:db/process");
            RegistryConfiguration.migrate(pool);
        } catch (RuntimeException e) {
            pool.close(); // Spring closes only what it was given.
            throw e;
        }
        return pool;
    }

    @Bean(destroyMethod = "close")
    HikariDataSource storeConnections(@Qualifier(OWNER) DataSource migratedFirst) {
        return pool("store", 24);
    }

    @Primary
    @Bean(destroyMethod = "close")
    HikariDataSource connections(@Qualifier(OWNER) DataSource migratedFirst) {
        return pool("views", 48);
    }

    /** Few and impatient: a heartbeat must not wait behind other work, nor for a database that hangs. */
    @Bean(destroyMethod = "close")
    HikariDataSource claimConnections(@Qualifier(OWNER) DataSource migratedFirst) {
        var config = config("claims", 2, settings.application());
        config.setMinimumIdle(1);
        config.setConnectionTimeout(2_000);
        config.addDataSourceProperty("socketTimeout", "3");
        config.addDataSourceProperty("connectTimeout", "2");
        return new HikariDataSource(config);
    }

    /** Few and impatient as well; a count that a crash loses is no loss, so nothing waits for the disk. */
    @Bean
    Quotas quotas(@Qualifier(OWNER) DataSource migratedFirst, Environment environment) {
        var quotas = QuotaSettings.of(environment::getProperty);
        if (!quotas.isOn()) {
            return Quotas.NONE;
        }
        var config = config("quotas", 2, settings.application());
        config.setMinimumIdle(1);
        config.setConnectionTimeout(500);
        config.setInitializationFailTimeout(-1);
        config.addDataSourceProperty("socketTimeout", "2");
        config.addDataSourceProperty("connectTimeout", "2");
        config.addDataSourceProperty("options", "-c synchronous_commit=off");
        return SharedQuotas.of(quotas, new HikariDataSource(config));
    }

    /** The first connection: here it is seen whether the server is the one that is meant. */
    private HikariDataSource opened(HikariConfig config) {
        try {
            return new HikariDataSource(config);
        } catch (RuntimeException e) {
            throw ServerProof.refusal(e, settings.url()).orElseThrow(() -> e);
        }
    }

    private HikariDataSource pool(String name, int connectionsMax) {
        return new HikariDataSource(config(name, connectionsMax, settings.application()));
    }

    private HikariConfig config(String name, int connectionsMax, DatabaseSettings.Login login) {
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(settings.url());
        config.setUsername(login.user());
        config.setPassword(login.password());
        config.setMaximumPoolSize(connectionsMax);
        config.setMinimumIdle(4);
        config.setConnectionTimeout(10_000);
        settings.encryption().forEach(config::addDataSourceProperty);
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
