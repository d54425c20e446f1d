package io.fairlead.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.fairlead.cli.Api;
import io.fairlead.launch.Addresses;
import io.fairlead.launch.DataFolder;
import io.fairlead.launch.Login;
import io.fairlead.store.PostgresStore;
import io.fairlead.store.StoreLimits;
import io.fairlead.store.read.PostgresEventLog;
import io.fairlead.testing.CommandLineRun;
import io.fairlead.testing.DocumentCensus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import tools.jackson.databind.json.JsonMapper;

/**
 * Starts one stack - PostgreSQL, Kafka, registry, ERP and application - for all cases of a JVM and hands each test a firm of
 * its own on it. After each class what the cases issued is looked at by the rules of e-invoices.
 */
public final class CaseStack implements ParameterResolver, AfterAllCallback {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PAGE = 1_000;
    private static final AtomicBoolean USED = new AtomicBoolean();

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Firm.class
                || parameter.getParameter().getType() == Stack.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var running = Started.RUNNING;
        USED.set(true);
        if (parameter.getParameter().getType() == Stack.class) {
            return new Stack(running.data(), running.api().base());
        }
        var name = context.getRequiredTestClass().getSimpleName().replaceAll("^(Case\\d+).*$", "$1");
        return new Firm(
                running.api(),
                running.ownKey((name + "-" + context.getRequiredTestMethod().getName())
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9-]", "-")));
    }

    /** What is issued only after its class is over is looked at after the next one. */
    @Override
    public void afterAll(ExtensionContext context) {
        if (USED.get()) {
            Started.RUNNING.looksAtDocuments();
        }
    }

    /**
     * The stack from outside, for tests of its doors.
     *
     * @param data its data folder
     * @param base address of the application
     */
    public record Stack(Path data, String base) {

        /** Position of the last event. */
        public long head() {
            return read(PostgresEventLog::head);
        }

        /** Values of one key of the metadata of all events after a position. */
        public Set<String> metadataSince(long position, String key) {
            return read(log -> {
                var values = new HashSet<String>();
                var at = position;
                for (var page = log.after(at, PAGE); !page.isEmpty(); page = log.after(at, PAGE)) {
                    page.forEach(event -> values.add(event.metadata().getOrDefault(key, "")));
                    at = page.getLast().position();
                }
                return values;
            });
        }

        /** Unbilled and over the limit, as a view of {@code bi} tells it of a contract. */
        public List<String> figures(String view, String contractId) {
            var database = Addresses.read(new DataFolder(data)).orElseThrow().databaseUrl();
            var question =
                    "select sum(unbilled_amount)::numeric(19, 2), sum(over_limit_amount)::numeric(19, 2) from bi."
                            + view + " where contract_id = ?";
            try (var connection = DriverManager.getConnection(Login.APPLICATION.url(database, new DataFolder(data)));
                    var asked = connection.prepareStatement(question)) {
                asked.setString(1, contractId);
                try (var row = asked.executeQuery()) {
                    assertThat(row.next()).isTrue();
                    return List.of(row.getString(1), row.getString(2));
                }
            } catch (SQLException e) {
                throw new IllegalStateException(view, e);
            }
        }

        private <T> T read(Function<PostgresEventLog, T> question) {
            var addresses = Addresses.read(new DataFolder(data)).orElseThrow();
            var database = new HikariDataSource();
            database.setJdbcUrl(Login.APPLICATION.url(addresses.databaseUrl(), new DataFolder(data)));
            database.setMaximumPoolSize(5);
            try (database;
                    var store = new PostgresStore(database, InstantSource.system(), StoreLimits.DEFAULT)) {
                return question.apply(store.log());
            }
        }
    }

    /** Of several JVMs each is told its classes one at a time: what they share must outlive what JUnit calls a run. */
    private static final class Started {

        static final Running RUNNING = Running.start();

        static {
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(RUNNING::close));
        }
    }

    /** The stack until the end of the JVM. */
    private record Running(Path data, Api api, Map<String, Integer> keys, DocumentCensus census) {

        /** Each passes or is refused by a code that says what it lacks. */
        void looksAtDocuments() {
            var known = census.looked();
            assertThat(census.look()).as("documents of the cases").isEmpty();
            if (census.looked() > known) {
                System.out.println("Documents of the cases: " + census);
            }
        }

        /** Two classes of one case may name a test alike: the second firm of a key has a number before it. */
        String ownKey(String key) {
            var count = keys.merge(key, 1, Integer::sum);
            return count == 1 ? key : count + "-" + key;
        }

        public static Running start() {
            try {
                var data = Files.createTempDirectory("fairlead-cases");
                var up = CommandLineRun.of(data, "up", "--detach", "--json");
                if (up.exitCode() != 0) {
                    throw new IllegalStateException(up.errors());
                }
                var addresses = JsonMapper.shared().readTree(up.output());
                var url = addresses.path("url").asString();
                return new Running(
                        data, new Api(url, "test", PATIENCE), new ConcurrentHashMap<>(), new DocumentCensus(url));
            } catch (IOException e) {
                throw new IllegalStateException("the stack of the cases does not start", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }

        void close() {
            try {
                var _ = CommandLineRun.of(data, "down");
                new DataFolder(data).delete();
            } catch (IOException e) {
                throw new UncheckedIOException("the stack of the cases does not end", e);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt(); // The JVM ends anyway; the stack ends by itself.
            }
        }
    }
}
