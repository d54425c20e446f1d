package io.fairlead.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process is taken for ours only if number, start and command line agree. */
class RunFileTest {

    @TempDir
    private Path folder;

    private DataFolder data = new DataFolder(Path.of("unset"));

    @BeforeEach
    void create() {
        data = new DataFolder(folder);
        data.create();
    }

    @Test
    void the_process_that_was_written_is_found_again() {
        RunFile.of(ProcessHandle.current(), "java", "ready").write(data, "kafka");
        var read = RunFile.read(data, "kafka").orElseThrow();
        assertThat(read.process()).contains(ProcessHandle.current());
        assertThat(read.state()).isEqualTo("ready");
    }

    @Test
    void another_start_under_the_same_number_is_a_stranger() {
        var own = RunFile.of(ProcessHandle.current(), "java", "ready");
        var earlier = new RunFile(own.pid(), own.started().minus(Duration.ofMinutes(1)), "java", "ready");
        assertThat(earlier.process()).isEmpty();
    }

    @Test
    void another_command_line_under_the_same_number_is_a_stranger() {
        var own = RunFile.of(ProcessHandle.current(), "-Dfairlead.data=/elsewhere", "ready");
        assertThat(own.process()).isEmpty();
    }

    @Test
    void a_removed_file_names_nobody() {
        RunFile.of(ProcessHandle.current(), "", "ready").write(data, "kafka");
        RunFile.remove(data, "kafka");
        assertThat(RunFile.read(data, "kafka")).isEmpty();
    }
}
