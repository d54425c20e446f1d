package io.fairlead.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Every version of every event that was ever released; a file {@code <full name>/<n>.avsc} each, n from 1 without gap. */
public final class ReleasedContracts {

    private static final Pattern FILE = Pattern.compile("([1-9][0-9]{0,5})\\.avsc");

    private final SortedMap<String, List<Schema>> versions;

    private ReleasedContracts(SortedMap<String, List<Schema>> versions) {
        this.versions = versions;
    }

    /**
     * Reads a folder of released versions; hidden files and files beside the folders of events are passed over.
     *
     * @throws IllegalArgumentException naming the path of what is no Avro record, has another name than its folder, lacks a former
     *     version or is no version at all
     */
    public static ReleasedContracts read(Path historyFolder) {
        if (!Files.isDirectory(historyFolder)) {
            throw new IllegalArgumentException(
                    historyFolder + " is no folder: released versions are kept there as <full name>/<n>.avsc");
        }
        var versions = new TreeMap<String, List<Schema>>();
        for (var folder : listed(historyFolder)) {
            if (Files.isDirectory(folder)) {
                versions.put(folder.getFileName().toString(), versionsIn(folder));
            }
        }
        return new ReleasedContracts(versions);
    }

    /** Full names of released events, ascending. */
    public Set<String> events() {
        return versions.keySet();
    }

    /** The versions of an event, the first released first; empty when it was never released. */
    public List<Schema> versionsOf(String event) {
        return versions.getOrDefault(event, List.of());
    }

    /** The version that was released last; null when the event was never released. */
    public @Nullable Schema latestOf(String event) {
        var all = versionsOf(event);
        return all.isEmpty() ? null : all.getLast();
    }

    private static List<Schema> versionsIn(Path folder) {
        var byNumber = new TreeMap<Integer, Path>();
        for (var file : listed(folder)) {
            var name = FILE.matcher(file.getFileName().toString());
            if (!name.matches()) {
                throw new IllegalArgumentException(
                        file + " is no released version: name it <n>.avsc, n from 1, or delete it");
            }
            byNumber.put(Integer.parseInt(name.group(1)), file);
        }
        if (byNumber.isEmpty()) {
            throw new IllegalArgumentException(folder + " holds no version: delete the folder, or bring back 1.avsc");
        }
        var schemas = new ArrayList<Schema>();
        byNumber.forEach((number, file) -> {
            if (number != schemas.size() + 1) {
                throw new IllegalArgumentException(file + " has no version " + (schemas.size() + 1)
                        + " before it: versions that were released stay, so bring it back");
            }
            schemas.add(schemaIn(file, folder.getFileName().toString()));
        });
        return List.copyOf(schemas);
    }

    private static Schema schemaIn(Path file, String event) {
        try {
            var schema = new Schema.Parser().parse(Files.readString(file));
            if (schema.getType() != Schema.Type.RECORD || !schema.getFullName().equals(event)) {
                throw new IllegalArgumentException(file + " holds " + schema.getFullName()
                        + ": a folder holds the versions of the record that it is named for");
            }
            return schema;
        } catch (AvroRuntimeException e) {
            throw new IllegalArgumentException(
                    file + " is no Avro schema: bring back what was released; " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private static List<Path> listed(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be read", e);
        }
    }
}
