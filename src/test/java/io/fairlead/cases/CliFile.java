package io.fairlead.cases;

import io.fairlead.Sources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The file that says what {@code --json} of each command looks like; the commands themselves write it. */
final class CliFile {

    static final Path FILE = Sources.ROOT.resolve("src/docs/contract/cli.json");

    private static final JsonMapper JSON = JsonMapper.shared();

    /** What the file says; with {@code -Dcli.update=true} it is written before. */
    static Map<String, Map<String, Set<String>>> kept(JsonShapes shapes) {
        try {
            if (Boolean.getBoolean("cli.update")) {
                var seen = new TreeMap<>(shapes.seen());
                read().forEach((command, places) -> {
                    if (shapes.refused().contains(command)) {
                        seen.putIfAbsent(command, new TreeMap<>(places));
                    }
                });
                Files.writeString(FILE, text(seen));
            }
            return read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Map<String, Set<String>>> read() throws IOException {
        return JSON.readValue(Files.readString(FILE), new TypeReference<Map<String, Map<String, Set<String>>>>() {});
    }

    /** A line for each place, so that a difference is read in lines. */
    private static String text(SortedMap<String, SortedMap<String, Set<String>>> seen) {
        var text = new StringBuilder("{\n");
        var commands = new TreeMap<>(seen);
        commands.forEach((command, places) -> {
            text.append("  ").append(JSON.writeValueAsString(command)).append(" : {\n");
            places.forEach((place, types) -> text.append("    ")
                    .append(JSON.writeValueAsString(place))
                    .append(" : ")
                    .append(JSON.writeValueAsString(types))
                    .append(place.equals(places.lastKey()) ? "\n" : ",\n"));
            text.append(command.equals(commands.lastKey()) ? "  }\n" : "  },\n");
        });
        return text.append("}\n").toString();
    }

    private CliFile() {}
}
