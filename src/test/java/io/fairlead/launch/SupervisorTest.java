package io.fairlead.launch;

import static io.fairlead.launch.ApplicationAlone.awaitLine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One data folder through its life: started, killed, taken over, restarted, stopped. */
@Timeout(240)
class SupervisorTest {

    @TempDir
    private Path folder;

    private DataFolder data() {
        return new DataFolder(folder.resolve("data"));
    }

    static {
        Logging.toConsole("WARN");
    }

    /** Unpacked once for all tests; a link, so that deleting a data folder leaves it. */
    @BeforeEach
    void shareBinaries() throws IOException {
        var shared = Path.of("target", "postgres-binaries").toAbsolutePath();
        Files.createDirectories(shared);
        Files.createDirectories(data().root());
        Files.createSymbolicLink(data().postgresBinaries(), shared);
    }

    @AfterEach
    void end() throws IOException {
        var _ = Shutdown.of(data(), _ -> {});
        Files.delete(data().postgresBinaries());
    }

    @Test
    void what_a_killed_supervisor_left_is_taken_over_with_its_rows_and_topics() throws Exception {
        var host = host();
        var first = awaitReady(host);
        execute(first, "create table kept (n int)");
        execute(first, "insert into kept values (42)");
        try (var admin = admin(first)) {
            admin.createTopics(Set.of(new NewTopic("fairlead.kept.v1", 1, (short) 1)))
                    .all()
                    .get();
        }
        var before = StackStatus.of(data());
        assertThat(before.state()).isEqualTo("ready");
        assertThat(before.parts()).allSatisfy(part -> assertThat(part.state()).isEqualTo("ready"));

        host.destroyForcibly().waitFor();
        assertThat(StackStatus.of(data()).state()).isEqualTo("orphaned");

        var said = new LinkedBlockingQueue<String>();
        try (var supervisor = Supervisor.start(Host.settings(data().root()), said::add)) {
            var second = supervisor.addresses();
            assertThat(second).isEqualTo(first);
            assertThat(postgres(StackStatus.of(data()))).isEqualTo(postgres(before));
            assertThat(query(second, "select n from kept")).isEqualTo("42");
            try (var admin = admin(second)) {
                assertThat(admin.listTopics().names().get()).contains("fairlead.kept.v1");
            }
            assertThat(supervisor.memory().byPart())
                    .containsKeys("postgres", "kafka", "sandbox", "application", "supervisor");
            assertThat(supervisor.memory().peakBytes()).isBetween(100L << 20, 4L << 30);
            secondSupervisorIsRefused();
            deadApplicationIsRestarted(second, said);
        }
        assertThat(StackStatus.of(data()).state()).isEqualTo("stopped");
        assertThat(PostgresHost.postmaster(data())).isEmpty();
    }

    private void secondSupervisorIsRefused() {
        assertThatThrownBy(() -> Supervisor.start(Host.settings(data().root()), _ -> {}))
                .isInstanceOf(AlreadyRunning.class)
                .hasMessageContaining("already runs on " + data().root())
                .hasMessageContaining(Long.toString(ProcessHandle.current().pid()));
        try (var joined = LocalStack.ensureRunning(Host.settings(data().root()), _ -> {})) {
            assertThat(joined.isOwn()).isFalse();
        }
    }

    private static void deadApplicationIsRestarted(Addresses addresses, BlockingQueue<String> said) throws Exception {
        assertThatThrownBy(() -> URI.create(addresses.application() + "/halt")
                        .toURL()
                        .openStream()
                        .close())
                .isInstanceOf(IOException.class);
        awaitLine(said, "application died; starting it again");
        awaitLine(said, "application: ready");
        assertThat(Readiness.answers(URI.create(addresses.application() + "/"))).isTrue();
    }

    @Test
    void the_database_keeps_what_it_confirmed_and_listens_on_loopback_only() throws Exception {
        var settings = new LaunchSettings(
                data(),
                Map.of("FAIRLEAD_KAFKA", "broker:9092", "FAIRLEAD_ERP_URL", "http://erp.example"),
                StandIn.class.getName(),
                StandIn.class.getName());
        try (var supervisor = Supervisor.start(settings, _ -> {})) {
            var addresses = supervisor.addresses();
            for (var durable : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                assertThat(query(addresses, "show " + durable)).as(durable).isEqualTo("on");
            }
            assertThat(query(addresses, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(query(addresses, "select current_user || current_database()"))
                    .isEqualTo("fairleadfairlead");
            assertThat(addresses.kafka()).isEqualTo("broker:9092");
            assertThat(addresses.erp()).isEqualTo("http://erp.example");
            assertThat(StackStatus.of(data()).parts())
                    .filteredOn(part -> part.state().equals("unreachable"))
                    .extracting(StackStatus.PartStatus::part)
                    .containsExactly("kafka", "sandbox");
            try (var in = URI.create(addresses.application() + "/").toURL().openStream()) {
                assertThat(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                        .contains("FAIRLEAD_DB_URL=" + addresses.databaseUrl())
                        .contains("FAIRLEAD_DB_USER=fairlead_app", "FAIRLEAD_DB_OWNER_USER=fairlead,")
                        .doesNotContain(new Secrets(data()).read(Login.ADMINISTRATOR.file()))
                        .doesNotContain(Login.ADMINISTRATOR.file())
                        .contains("FAIRLEAD_KAFKA=broker:9092")
                        .contains("FAIRLEAD_ERP_URL=http://erp.example");
            }
        }
    }

    @Test
    void a_part_that_cannot_start_is_told_with_its_log_and_nothing_stays() {
        assertThatThrownBy(() -> Supervisor.start(ApplicationAlone.on(data(), "no.such.Application"), _ -> {}))
                .isInstanceOf(LaunchFailed.class)
                .hasMessageContaining("application ended with code 1 while starting")
                .hasMessageContaining("no.such.Application");
        assertThat(StackStatus.of(data()).state()).isEqualTo("stopped");
    }

    @Test
    void an_application_that_must_not_start_is_told_in_its_own_words_and_not_started_again() throws IOException {
        Files.writeString(data().root().resolve("refuse"), "planted.\n- a field");
        var said = new LinkedBlockingQueue<String>();
        assertThatThrownBy(() -> Supervisor.start(ApplicationAlone.on(data()), said::add))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("Fairlead does not start: planted.\n- a field")
                .hasMessageContaining("application ended with code 78; see ");
        assertThat(said)
                .filteredOn(line -> line.equals("application: starting"))
                .hasSize(1);
        assertThat(StackStatus.of(data()).state()).isEqualTo("stopped");
    }

    @Test
    void a_start_in_the_background_tells_the_reasons_too_and_its_process_ends_with_the_same_code() throws IOException {
        Files.writeString(data().root().resolve("refuse"), "planted.");
        // The code of the process is what makes it a refusal: any other is told as a failure.
        assertThatThrownBy(() -> Detached.start(Host.settings(data().root()), _ -> {}))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("Fairlead does not start: planted.")
                .hasMessageContaining("supervisor ended with code 78; see ");
    }

    @Test
    void an_application_that_must_not_start_any_more_ends_the_supervisor() throws Exception {
        var said = new LinkedBlockingQueue<String>();
        try (var supervisor = Supervisor.start(ApplicationAlone.on(data()), said::add)) {
            Files.writeString(data().root().resolve("refuse"), "a later build wrote.");
            assertThatThrownBy(() -> URI.create(supervisor.addresses().application() + "/halt")
                            .toURL()
                            .openStream()
                            .close())
                    .isInstanceOf(IOException.class);
            assertThatThrownBy(supervisor::await)
                    .isInstanceOf(StartRefused.class)
                    .hasMessageStartingWith("Fairlead does not start: a later build wrote.");
        }
        assertThat(said)
                .filteredOn(line -> line.startsWith("application died; starting it again"))
                .hasSize(1);
        assertThat(StackStatus.of(data()).state()).isEqualTo("stopped");
    }

    @Test
    void without_an_erp_and_without_a_sandbox_nothing_is_started() {
        var settings = new LaunchSettings(data(), Map.of(), StandIn.class.getName(), "no.such.Sandbox");
        assertThatThrownBy(() -> Supervisor.start(settings, _ -> {}))
                .isInstanceOf(LaunchFailed.class)
                .hasMessageContaining("set FAIRLEAD_ERP_URL");
        assertThat(StackStatus.of(data()).state()).isEqualTo("stopped");
        assertThat(data().ports()).doesNotExist();
    }

    @Test
    void a_switch_that_is_neither_on_nor_off_is_refused_before_anything_starts() {
        var settings = new LaunchSettings(
                data(), Map.of("FAIRLEAD_SHORT_LIVED", "yes"), StandIn.class.getName(), StandIn.class.getName());
        assertThatThrownBy(() -> Supervisor.start(settings, _ -> {}))
                .isInstanceOf(LaunchFailed.class)
                .hasMessage("FAIRLEAD_SHORT_LIVED is \"yes\"; use true or false");
    }

    private Process host() throws IOException {
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.io.tmpdir=" + folder,
                        Host.class.getName(),
                        data().root().toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("host.log").toFile());
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        return builder.start();
    }

    private Addresses awaitReady(Process host) throws IOException {
        while (!Stopping.ends(host.toHandle(), Duration.ofMillis(50))) {
            var addresses = LocalStack.running(data());
            if (addresses.isPresent()) {
                return addresses.get();
            }
        }
        throw new AssertionError(Files.readString(folder.resolve("host.log")));
    }

    private static long postgres(StackStatus status) {
        return status.parts().getFirst().pid();
    }

    private Admin admin(Addresses addresses) {
        return Admin.create(KafkaLogin.APPLICATION.settings(data(), addresses.kafka()));
    }

    private void execute(Addresses addresses, String sql) throws Exception {
        try (var connection = DriverManager.getConnection(Login.OWNER.url(addresses.databaseUrl(), data()));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String query(Addresses addresses, String sql) throws Exception {
        try (var connection = DriverManager.getConnection(Login.OWNER.url(addresses.databaseUrl(), data()));
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
