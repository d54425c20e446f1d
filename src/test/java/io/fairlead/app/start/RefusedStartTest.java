package io.fairlead.app.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.fairlead.app.Application;
import io.fairlead.store.StoreUnderTest;
import io.fairlead.store.WrittenElsewhere;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;

/** The application itself on a store that its build does not read. */
class RefusedStartTest {

    private static final long PATIENCE_MINUTES = 3;

    private final StoreUnderTest subject = new StoreUnderTest();
    private final List<ApplicationEvent> told = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void append() {
        subject.append("today", 0, 3);
    }

    @AfterEach
    void close() {
        subject.close();
    }

    /** Starts what {@link Application#main} starts, with parts that nobody answers at. */
    private void start() {
        ApplicationListener<ApplicationEvent> ear = told::add;
        var properties = new LinkedHashMap<String, Object>(settings());
        properties.put("FAIRLEAD_PORT", "0");
        properties.put("server.tomcat.basedir", "target/tomcat"); // Else it stays in the temporary folder.
        new SpringApplicationBuilder(Application.class)
                .properties(properties)
                .listeners(ear)
                .run()
                .close();
    }

    private Map<String, String> settings() {
        return Map.of(
                "FAIRLEAD_DB_URL", subject.url(),
                "FAIRLEAD_DB_USER", "postgres",
                "FAIRLEAD_KAFKA", "127.0.0.1:9",
                "FAIRLEAD_REGISTRY_URL", "http://127.0.0.1:9",
                "FAIRLEAD_ERP_URL", "http://127.0.0.1:9");
    }

    /** How many rows each table of the database has, by schema and name. */
    private Map<String, Long> rows() throws SQLException {
        var rows = new LinkedHashMap<String, Long>();
        try (var connection = subject.owner.getConnection();
                var select = connection.createStatement();
                var counts = select.executeQuery("""
                        select schemaname || '.' || tablename, (xpath('/row/n/text()', query_to_xml(
                            format('select count(*) as n from %I.%I', schemaname, tablename), false, true, '')))[1]::text::bigint
                        from pg_tables where schemaname not in ('pg_catalog', 'information_schema') order by 1""")) {
            while (counts.next()) {
                rows.put(counts.getString(1), counts.getLong(2));
            }
        }
        return rows;
    }

    @Test
    void a_store_that_is_not_read_as_it_was_written_is_refused_and_left_as_it_was() throws SQLException {
        subject.append("text", WrittenElsewhere.AS_TEXT);
        var before = rows();
        assertThat(before).containsEntry("store.es_event", 4L);

        assertThat(catchThrowable(this::start))
                .hasRootCauseInstanceOf(StoreUnreadable.class)
                .rootCause()
                .hasMessageContaining("field version");

        assertThat(rows())
                .as("tables and their rows: no event, no view, no registration")
                .isEqualTo(before);
        assertThat(told).noneMatch(WebServerInitializedEvent.class::isInstance).noneMatch(RefusedStartTest::isReady);
    }

    @Test
    void its_process_ends_with_a_code_of_its_own_and_its_reasons_last_in_its_log() throws Exception {
        subject.append("text", WrittenElsewhere.AS_TEXT);
        var log = Files.createTempFile("fairlead-refused", ".log");
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                        Application.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(settings());
        builder.environment().put("FAIRLEAD_PORT", "0");
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        var process = builder.start();
        try {
            assertThat(process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES))
                    .as("it ends")
                    .isTrue();
            assertThat(process.exitValue()).isEqualTo(78);
            var text = Files.readString(log);
            assertThat(text).contains("Compared ").as("it comes before Spring").doesNotContain("Starting Application");
            assertThat(text.substring(text.lastIndexOf("Fairlead does not start: ")))
                    .contains("- io.fairlead.time.event.TimeRejected, schema ")
                    .contains("Start the build that wrote these events")
                    .doesNotContain("\tat ");
        } finally {
            process.destroyForcibly().waitFor();
            Files.delete(log);
        }
    }

    private static boolean isReady(ApplicationEvent event) {
        return event instanceof AvailabilityChangeEvent<?> change
                && change.getState() == ReadinessState.ACCEPTING_TRAFFIC;
    }
}
