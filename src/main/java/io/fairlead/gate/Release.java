package io.fairlead.gate;

import io.fairlead.schema.SchemaChange;
import io.fairlead.schema.SchemaChanges;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.SchemaFormatter;

/** The next versions of events, as files of the history. */
final class Release {

    private static final SchemaFormatter PRETTY = SchemaFormatter.getInstance("json/pretty");

    /**
     * A version that is not kept yet.
     *
     * @param event full name
     * @param version from 1
     * @param changes against the version before, by kind
     * @param file below the checkout
     * @param text JSON of the schema
     */
    record Version(String event, int version, List<String> changes, String file, String text) {

        List<String> row() {
            return List.of(event, String.valueOf(version), String.join(", ", changes), file);
        }

        Map<String, Object> withoutText() {
            return Map.of("event", event, "version", version, "changes", changes, "file", file);
        }
    }

    /** What differs in any way from its last version, texts included; by event. */
    static List<Version> of(SourceTree checkout, Contracts contracts) {
        var released = checkout.released();
        var versions = new ArrayList<Version>();
        contracts.events().forEach((name, event) -> {
            var last = released.latestOf(name);
            if (last == null || !last.toString().equals(event.toString())) {
                int next = released.versionsOf(name).size() + 1;
                var file = checkout.history().resolve(name).resolve(next + ".avsc");
                versions.add(new Version(
                        name,
                        next,
                        kinds(SchemaChanges.between(last, event)),
                        checkout.home().relativize(file).toString(),
                        PRETTY.format(event) + "\n"));
            }
        });
        return versions;
    }

    /** Writes all and lists them, or on a failure none. */
    static void write(SourceTree checkout, List<Version> versions) {
        var written = new ArrayList<Path>();
        try {
            for (var version : versions) {
                var file = checkout.home().resolve(version.file());
                Files.createDirectories(file.getParent());
                written.add(file);
                Files.writeString(file, version.text(), StandardOpenOption.CREATE_NEW);
            }
            if (!written.isEmpty()) {
                ReleasedFiles.add(checkout, written);
            }
        } catch (IOException e) {
            written.forEach(Release::delete);
            throw new UncheckedIOException("a version could not be written, so none was", e);
        }
    }

    private static void delete(Path file) {
        try {
            var _ = Files.deleteIfExists(file);
        } catch (IOException ignored) {
            // The first failure is the one to tell of.
        }
    }

    private static List<String> kinds(List<SchemaChange> changes) {
        return changes.stream()
                .map(change -> (change.kind() + " " + change.path()).strip())
                .distinct()
                .collect(Collectors.toList());
    }

    private Release() {}
}
