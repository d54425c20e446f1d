package io.fairlead.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Starts in the background, with nothing but stand-ins. */
@Timeout(240)
class DetachedTest {

    private static final String TIMED = "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z .*";

    @TempDir
    private Path folder;

    private final LinkedBlockingQueue<String> said = new LinkedBlockingQueue<>();

    private DataFolder data() {
        return new DataFolder(folder.resolve("data"));
    }

    private LaunchSettings settings() {
        return new LaunchSettings(
                data(),
                Map.of(
                        "FAIRLEAD_DB_URL",
                        "jdbc:postgresql://db/x",
                        "FAIRLEAD_KAFKA",
                        "127.0.0.1:1",
                        "FAIRLEAD_ERP_URL",
                        "http://127.0.0.1:1"),
                StandIn.class.getName(),
                StandIn.class.getName());
    }

    @AfterEach
    void end() {
        var _ = Shutdown.of(data(), _ -> {});
    }

    private CompletableFuture<Addresses> started() {
        return CompletableFuture.supplyAsync(
                () -> Detached.startOrJoin(settings(), said::add),
                task -> Thread.ofVirtual().start(task));
    }

    @Test
    void of_several_at_the_same_moment_each_ends_with_the_one_that_runs() throws Exception {
        var starts = List.of(started(), started(), started());
        for (var start : starts) {
            assertThat(start.get(200, TimeUnit.SECONDS))
                    .isEqualTo(Addresses.read(data()).orElseThrow());
        }
        assertThat(said).anyMatch(line -> line.startsWith("joining the Fairlead"));
        var supervisor = RunFile.read(data(), Supervisor.NAME).orElseThrow();
        assertThat(supervisor.process()).isPresent();
        assertThatThrownBy(() -> FolderLock.take(data())).isInstanceOf(AlreadyRunning.class);
    }

    @Test
    void each_line_of_its_log_has_a_time_and_tells_what_is_away() throws Exception {
        var _ = started().get(200, TimeUnit.SECONDS);
        assertThat(Shutdown.of(data(), _ -> {})).isTrue();
        assertThat(lines())
                .isNotEmpty()
                .allMatch(line -> line.matches(TIMED))
                .anyMatch(line -> line.endsWith(
                        "kafka: nobody listens at 127.0.0.1:1, which FAIRLEAD_KAFKA names; what needs it waits"))
                .anyMatch(line -> line.contains(" Fairlead is ready: http://127.0.0.1:"));
    }

    @Test
    void what_a_start_that_has_to_come_later_said_is_told_with_its_own_code() throws IOException {
        data().create();
        Files.writeString(data().root().resolve("delay"), "planted.");
        assertThatThrownBy(() -> Detached.start(settings(), said::add))
                .isInstanceOf(StartDelayed.class)
                .hasMessageStartingWith("Fairlead does not start: planted.")
                .hasMessageContaining("supervisor ended with code 7; see ");
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(data().log(Supervisor.NAME));
    }
}
