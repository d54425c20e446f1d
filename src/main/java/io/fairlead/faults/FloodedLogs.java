package io.fairlead.faults;

import io.fairlead.launch.DataFolder;
import io.fairlead.schema.ShownText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands in all logs of a data folder, older ones too.
 *
 * @param bytes of all of them
 * @param lines of all of them
 * @param forged lines that a request made
 * @param escapes characters that move a cursor or turn text
 * @param canaries how often a name or a secret of a request is told
 * @param examples the first lines at fault
 */
record FloodedLogs(long bytes, long lines, long forged, long escapes, long canaries, List<String> examples) {

    private static final int EXAMPLES_MAX = 10;

    /**
     * Reads them.
     *
     * @param forged what begins a forged line
     * @param canaries texts that no line may hold
     */
    static FloodedLogs of(DataFolder data, String forged, List<String> canaries) {
        var counts = new long[5];
        var examples = new ArrayList<String>();
        try (var files = Files.list(data.log("x").getParent())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                counts[0] += Files.size(file);
                for (var line : Files.readString(file, StandardCharsets.UTF_8).split("\n", -1)) {
                    counts[1]++;
                    var before = counts[2] + counts[3] + counts[4];
                    counts[2] += line.startsWith(forged) ? 1 : 0;
                    counts[3] += ShownText.ofLines(line).equals(line) ? 0 : 1;
                    counts[4] += canaries.stream().filter(line::contains).count();
                    if (counts[2] + counts[3] + counts[4] > before && examples.size() < EXAMPLES_MAX) {
                        examples.add(file.getFileName() + ": " + ShownText.of(line));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the logs cannot be read", e);
        }
        return new FloodedLogs(counts[0], counts[1], counts[2], counts[3], counts[4], List.copyOf(examples));
    }
}
