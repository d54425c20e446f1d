package io.fairlead.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTurnoverTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_log_that_has_grown_is_turned_over_under_its_writer_and_the_total_is_bounded() throws IOException {
        var data = new DataFolder(folder);
        data.create();
        var log = data.log("application");
        var told = new ArrayList<String>();
        try (var logs = new LogTurnover(data, told::add);
                var writer = new FileOutputStream(log.toFile(), true)) {
            for (var number = 1; number <= 10; number++) {
                writer.write(("line %2d\n".formatted(number)).getBytes(StandardCharsets.UTF_8));
                logs.look(16);
            }
            assertThat(Files.readString(log))
                    .as("cut, and written on from its beginning")
                    .isEmpty();
            assertThat(Files.readString(older(log, 1))).isEqualTo("line  9\nline 10\n");
            assertThat(Files.readString(older(log, LogTurnover.OLDER_MAX))).isEqualTo("line  5\nline  6\n");
            assertThat(older(log, LogTurnover.OLDER_MAX + 1)).doesNotExist();
        }
        assertThat(told).isEmpty();
    }

    @Test
    void a_log_within_bounds_stays_and_trouble_is_told_once() throws IOException {
        var data = new DataFolder(folder);
        data.create();
        Files.writeString(data.log("kafka"), "short");
        var told = new ArrayList<String>();
        try (var logs = new LogTurnover(data, told::add)) {
            logs.look(16);
            assertThat(Files.readString(data.log("kafka"))).isEqualTo("short");
            Files.createFile(older(data.log("kafka"), LogTurnover.OLDER_MAX - 1));
            Files.createDirectory(older(data.log("kafka"), LogTurnover.OLDER_MAX));
            Files.createFile(older(data.log("kafka"), LogTurnover.OLDER_MAX).resolve("in-the-way"));
            logs.look(1);
            logs.look(1);
        }
        assertThat(told).hasSize(1);
    }

    private static Path older(Path log, int number) {
        return log.resolveSibling(log.getFileName() + "." + number);
    }
}
