package io.fairlead.app;

import io.fairlead.app.start.StoreUnreadable;
import io.fairlead.app.web.LoopbackOnly;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;

/**
 * Fairlead's application: HTTP, event store, views, processes, topics, gateways. Started by the launcher; what stands
 * where is said in {@code io.fairlead.app.wiring}.
 *
 * <p>Configuration by environment: FAIRLEAD_DB_URL, FAIRLEAD_DB_USER, FAIRLEAD_DB_PASSWORD_FILE, FAIRLEAD_KAFKA,
 * FAIRLEAD_KAFKA_PROPERTIES, FAIRLEAD_REGISTRY_URL, FAIRLEAD_ERP_URL, FAIRLEAD_ERP_TOKEN_FILE, FAIRLEAD_PORT, FAIRLEAD_BIND,
 * FAIRLEAD_NODE.
 */
@SpringBootApplication(
        scanBasePackages = {"io.fairlead.app", "io.fairlead.*.api"},
        exclude = DataSourceAutoConfiguration.class)
public class Application {

    private static final String LOGGING = "logging.config";

    /**
     * Starts the application; a refused address is told in one sentence. It ends with {@value StoreUnreadable#EXIT_CODE} when
     * this build must not open its store.
     */
    public static void main(String[] args) {
        if (System.getProperty(LOGGING) == null) {
            System.setProperty(LOGGING, "classpath:io/fairlead/launch/logback.xml"); // As all processes of ours.
        }
        var _ = new LoopbackOnly(System.getenv().getOrDefault("FAIRLEAD_BIND", "127.0.0.1"));
        try {
            SpringApplication.run(Application.class, args);
        } catch (RuntimeException e) {
            if (StoreUnreadable.behind(e).isEmpty()) {
                throw e;
            }
            System.exit(
                    StoreUnreadable.EXIT_CODE); // It is told already. Spring's own way asks the context, which is gone.
        }
    }
}
