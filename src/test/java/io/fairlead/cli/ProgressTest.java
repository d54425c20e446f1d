package io.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Progress as a log sees it and as a terminal shows it. */
class ProgressTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final AtomicLong nanos = new AtomicLong();

    private Progress progress(boolean bar, boolean quiet) {
        var err = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        return new Progress(err, "time entries", 200, bar, quiet, nanos::get);
    }

    private String shown() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_log_gets_a_line_every_ten_seconds_and_one_at_the_end() {
        try (var progress = progress(false, false)) {
            for (var second = 1; second <= 25; second++) {
                nanos.set(Duration.ofSeconds(second).toNanos());
                progress.step();
            }
        }
        assertThat(shown().lines())
                .containsExactly(
                        "progress=time-entries done=10 total=200 seconds=10",
                        "progress=time-entries done=20 total=200 seconds=20",
                        "progress=time-entries done=25 total=200 seconds=25");
    }

    @Test
    void a_terminal_gets_a_bar() {
        try (var progress = progress(true, false)) {
            nanos.set(Duration.ofSeconds(1).toNanos());
            progress.at(100);
        }
        assertThat(shown()).contains("time entries [" + "#".repeat(15) + " ".repeat(15) + "] 100/200 1 s");
    }

    @Test
    void quiet_shows_nothing() {
        try (var progress = progress(true, true)) {
            nanos.set(Duration.ofSeconds(30).toNanos());
            progress.at(100);
        }
        assertThat(shown()).isEmpty();
    }
}
