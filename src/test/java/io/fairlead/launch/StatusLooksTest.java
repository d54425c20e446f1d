package io.fairlead.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The status of a whole stack looks at the parts: what its supervisor believes of a frozen or a dead one is not told for true. */
@Timeout(240)
class StatusLooksTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private DataFolder data() {
        return new DataFolder(folder.resolve("data"));
    }

    private StackStatus.PartStatus part(String id) {
        return StackStatus.of(data()).parts().stream()
                .filter(part -> part.part().equals(id))
                .findAny()
                .orElseThrow();
    }

    private ProcessHandle process(String id) {
        return ProcessHandle.of(part(id).pid()).orElseThrow();
    }

    @Test
    void a_part_that_is_frozen_or_dead_is_told_at_once_and_all_is_degraded_until_it_serves_again() throws IOException {
        var shared = Path.of("target", "postgres-binaries").toAbsolutePath();
        Files.createDirectories(shared);
        Files.createDirectories(data().root());
        Files.createSymbolicLink(data().postgresBinaries(), shared);
        try (var _ = Supervisor.start(Host.settings(data().root()), _ -> {})) {
            assertThat(StackStatus.of(data()).state()).isEqualTo("ready");
            for (var id : List.of("postgres", "kafka", "sandbox", "application")) {
                assertThat(part(id).state()).as(id).isEqualTo("ready");
                assertThat(part(id).saw()).as(id).isEqualTo("answers");
                isToldWhileFrozen(id);
            }
            for (var id : List.of("kafka", "sandbox", "application")) {
                isToldWhenKilled(id);
            }
        } finally {
            Files.delete(data().postgresBinaries());
        }
        assertThat(StackStatus.of(data()).state()).isEqualTo("stopped");
    }

    private void isToldWhileFrozen(String id) {
        var process = process(id);
        Stopping.signal(process, "STOP");
        try {
            await().atMost(LONG)
                    .until(() -> StackStatus.isFrozen(process)); // Its threads may answer until it is delivered.
            var begin = System.nanoTime();
            var status = StackStatus.of(data());
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(15));
            assertThat(status.state()).as(id).isEqualTo("degraded");
            assertThat(part(id).state()).as(id).isEqualTo("frozen");
            assertThat(part(id).saw()).as(id).isEqualTo("no answer within 2 s, its process is stopped by a signal");
        } finally {
            Stopping.signal(process, "CONT");
        }
        await().atMost(LONG).until(() -> StackStatus.of(data()).state().equals("ready"));
    }

    /** Its supervisor starts another at once, so what is seen is a dead one or one that starts. */
    private void isToldWhenKilled(String id) {
        var former = process(id);
        former.destroyForcibly();
        assertThat(Stopping.ends(former, LONG)).isTrue();
        assertThat(StackStatus.of(data()).state()).as(id).isEqualTo("degraded");
        await().atMost(LONG).until(() -> StackStatus.of(data()).state().equals("ready"));
        assertThat(part(id).pid()).as(id).isNotEqualTo(former.pid());
    }
}
