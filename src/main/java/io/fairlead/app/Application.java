package io.fairlead.app;

import io.fairlead.access.AccessSettingRefused;
import io.fairlead.app.start.StartImpossible;
import io.fairlead.app.start.StartImpossibleAnalyzer;
import io.fairlead.app.web.LoopbackOnly;
import io.fairlead.app.wiring.BeforeStart;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.diagnostics.LoggingFailureAnalysisReporter;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;

/**
 * Fairlead's application: HTTP, event store, views, processes, topics, gateways. Started by the launcher; what stands
 * where is said in {@code io.fairlead.app.wiring}.
 *
 * <p>Configuration by environment: FAIRLEAD_DB_URL, FAIRLEAD_DB_USER, FAIRLEAD_DB_PASSWORD_FILE, FAIRLEAD_KAFKA,
 * FAIRLEAD_KAFKA_PROPERTIES, FAIRLEAD_REGISTRY_URL, FAIRLEAD_ERP_URL, FAIRLEAD_ERP_TOKEN_FILE, FAIRLEAD_PORT, FAIRLEAD_BIND,
 * FAIRLEAD_NODE; and of {@link io.fairlead.access.IdentityProvider} and {@link io.fairlead.access.Doorway}, where people log in.
 */
@SpringBootApplication(
        scanBasePackages = {"io.fairlead.app", "io.fairlead.*.api"},
        exclude = DataSourceAutoConfiguration.class)
public class Application {

    private static final String LOGGING = "logging.config";
    private static final String LOGBACK = "classpath:io/fairlead/launch/logback.xml";
    private static final String EARLY_LOGGING = "logback.configurationFile";
    private static final String EARLY_LEVEL = "fairlead.log.own";

    /**
     * Starts the application; a refused address is told in one sentence. It ends with {@value StartImpossible#EXIT_CODE} when
     * this build must not open its store, or a setting is of no use.
     */
    public static void main(String[] args) {
        if (System.getProperty(LOGGING) == null) {
            System.setProperty(LOGGING, LOGBACK); // As all processes of ours.
        }
        if (System.getenv().getOrDefault("FAIRLEAD_OIDC_ISSUER", "").isBlank()) {
            var _ = new LoopbackOnly(System.getenv().getOrDefault("FAIRLEAD_BIND", "127.0.0.1"));
        }
        try {
            lookBefore();
            SpringApplication.run(Application.class, args);
        } catch (StartImpossible e) {
            tell(e);
            System.exit(e.exitCode());
        } catch (RuntimeException e) {
            // It is told already. Spring's own way to the code asks the context, which is gone.
            System.exit(
                    isOfAccess(e)
                            ? StartImpossible.EXIT_CODE
                            : StartImpossible.behind(e).orElseThrow(() -> e).exitCode());
        }
    }

    private static boolean isOfAccess(RuntimeException failure) {
        return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(AccessSettingRefused.class::isInstance);
    }

    /** As Spring does for what fails later. */
    private static void tell(StartImpossible reason) {
        new LoggingFailureAnalysisReporter().report(StartImpossibleAnalyzer.of(reason));
    }

    /** Logs as the application does, although Spring comes later; Spring itself would complain about the setting. */
    private static void lookBefore() {
        if (System.getProperty(EARLY_LOGGING) != null) {
            BeforeStart.require(Application::setting);
            return;
        }
        System.setProperty(EARLY_LOGGING, LOGBACK.substring("classpath:".length()));
        System.setProperty(EARLY_LEVEL, "INFO");
        try {
            BeforeStart.require(Application::setting);
        } finally {
            System.clearProperty(EARLY_LOGGING);
            System.clearProperty(EARLY_LEVEL);
        }
    }

    private static @Nullable String setting(String name) {
        return System.getProperty(name, System.getenv(name));
    }
}
