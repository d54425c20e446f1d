package io.fairlead.launch;

import static io.fairlead.launch.ApplicationAlone.awaitLine;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Parts that run and answer no more. */
@Timeout(180)
class HungPartTest {

    private static final URI NOBODY = URI.create("http://127.0.0.1:1/");

    @TempDir
    private Path folder;

    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();

    private DataFolder data() {
        return new DataFolder(folder.resolve("data"));
    }

    @Test
    void a_stopped_application_is_replaced_within_a_minute_and_what_it_spooled_is_gone_at_the_end() throws Exception {
        try (var supervisor = Supervisor.start(ApplicationAlone.on(data()), said::add)) {
            var hung = application();
            assertThat(hung.replaced()).isZero();
            Stopping.signal(ProcessHandle.of(hung.pid()).orElseThrow(), "STOP");
            var begin = System.nanoTime();
            awaitLine(said, "application (process " + hung.pid() + ") answers no more");
            awaitLine(said, "application: ready");
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(60));
            assertThat(application().pid()).isNotEqualTo(hung.pid());
            assertThat(application().replaced()).isEqualTo(1);
            assertThat(Readiness.answers(URI.create(supervisor.addresses().application())))
                    .isTrue();
            Files.createDirectories(data().spool());
            Files.writeString(data().spool().resolve("left.tmp"), "rows");
        }
        assertThat(data().spool()).doesNotExist();
    }

    private StackStatus.PartStatus application() {
        return StackStatus.of(data()).parts().stream()
                .filter(part -> part.part().equals("application"))
                .findAny()
                .orElseThrow();
    }

    @Test
    void a_part_that_hangs_again_and_again_is_left_as_it_is_and_that_is_told() throws Exception {
        data().create();
        try (var watch = new LivenessWatch(data(), said::add, Duration.ofMillis(5))) {
            for (int i = 0; i < LivenessWatch.REPLACED_MAX; i++) {
                var part = sleeping();
                watch.over("application", part.toHandle(), NOBODY);
                assertThat(part.waitFor(60, TimeUnit.SECONDS)).isTrue();
            }
            assertThat(Replaced.of(data(), "application").times()).isEqualTo(LivenessWatch.REPLACED_MAX);
            var left = sleeping();
            watch.over("application", left.toHandle(), NOBODY);
            awaitLine(
                    said,
                    "application answers no more, and was replaced 3 times within 15 minutes; it is left as it is");
            assertThat(left.isAlive()).isTrue();
            left.destroyForcibly().waitFor();
        }
    }

    private static Process sleeping() throws IOException {
        return new ProcessBuilder("sleep", "100").start();
    }
}
