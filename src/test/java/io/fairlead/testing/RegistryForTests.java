package io.fairlead.testing;

import io.fairlead.registry.OwnSchemas;
import io.fairlead.registry.RegistryConfiguration;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Import;

/** Our registry alone on a free port of loopback, on a database of its own. */
public final class RegistryForTests implements AutoCloseable {

    private final DataSource database;
    private final OwnSchemas own;
    private ServletWebServerApplicationContext application;

    private RegistryForTests(DataSource database, OwnSchemas own) {
        this.own = own;
        this.database = database;
        this.application = run();
    }

    /** A registry that serves. */
    public static RegistryForTests started() {
        return started(_ -> List.of());
    }

    /** A registry that serves an application whose events were written with these schemas. */
    public static RegistryForTests started(OwnSchemas own) {
        return new RegistryForTests(PostgresForTests.empty("registry").dataSource(), own);
    }

    /** Where its {@code /subjects} stands. */
    public URI url() {
        return URI.create("http://127.0.0.1:"
                + Objects.requireNonNull(application.getWebServer()).getPort() + "/registry");
    }

    /** Its database. */
    public DataSource dataSource() {
        return database;
    }

    /** Ends and starts it again on the same database. */
    public void restart() {
        application.close();
        application = run();
    }

    @Override
    public void close() {
        application.close();
    }

    private ServletWebServerApplicationContext run() {
        return (ServletWebServerApplicationContext) new SpringApplicationBuilder(Minimal.class)
                .web(WebApplicationType.SERVLET)
                .properties(Map.of(
                        "server.address", "127.0.0.1",
                        "server.tomcat.basedir", "target/tomcat", // Else it stays in the temporary folder.
                        "spring.main.banner-mode", "off"))
                .initializers(context -> context.getBeanFactory().registerSingleton("ownSchemas", own))
                .initializers(_ -> RegistryConfiguration.migrate(database))
                .initializers(context -> context.getBeanFactory().registerSingleton("dataSource", database))
                .run("--server.port=0"); // A default property would give way to the application's own.
    }

    /** Nothing but the registry. */
    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import(RegistryConfiguration.class)
    static class Minimal {}
}
