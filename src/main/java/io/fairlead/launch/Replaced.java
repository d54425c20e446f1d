package io.fairlead.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * How often a part was replaced because it answered no more, for {@code status}.
 *
 * @param times since its supervisor started
 */
record Replaced(int times) {

    static Replaced of(DataFolder data, String part) {
        return new Replaced(
                Integer.parseInt(AtomicProperties.read(file(data, part)).getOrDefault("times", "0")));
    }

    Replaced oneMore() {
        return new Replaced(times + 1);
    }

    void write(DataFolder data, String part) {
        AtomicProperties.write(file(data, part), Map.of("times", Integer.toString(times)));
    }

    static void forget(DataFolder data, String part) {
        try {
            Files.deleteIfExists(file(data, part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(DataFolder data, String part) {
        return data.run(part + ".replaced");
    }
}
