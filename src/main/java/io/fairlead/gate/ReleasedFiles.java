package io.fairlead.gate;

import io.fairlead.schema.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The list of released versions beside them: the SHA-256 of each file as it was released. Only a release writes it, so a
 * version that was changed, deleted or added by hand differs from it. Its form is that of {@code sha256sum}, sorted by path.
 */
final class ReleasedFiles {

    private static final String NAME = "released.sha256";
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  ([^/ ]+/[^/ ]+)");

    /**
     * What differs from the list, by path; empty when nothing does.
     *
     * @return findings that point at no field, whose kind is FILE_CHANGED, FILE_MISSING, FILE_ADDED or LIST_EDITED
     */
    static List<GateFinding> faults(SourceTree checkout) {
        var present = present(checkout);
        var list = list(checkout);
        if (!Files.exists(list)) {
            return present.isEmpty()
                    ? List.of()
                    : List.of(finding(
                            "", "LIST_EDITED", below(checkout, list) + " is missing", bringBack(checkout, list)));
        }
        var listed = new TreeMap<String, String>();
        var last = "";
        for (var line : lines(list)) {
            var found = LINE.matcher(line);
            if (!found.matches() || found.group(2).compareTo(last) <= 0) {
                return List.of(finding(
                        "",
                        "LIST_EDITED",
                        "%s was edited by hand: its line '%s' is not as a release writes it"
                                .formatted(below(checkout, list), line),
                        bringBack(checkout, list)));
            }
            last = found.group(2);
            listed.put(last, found.group(1));
        }
        return differences(checkout, listed, present);
    }

    private static List<GateFinding> differences(
            SourceTree checkout, Map<String, String> listed, Map<String, String> present) {
        var faults = new ArrayList<GateFinding>();
        var paths = new TreeSet<>(listed.keySet());
        paths.addAll(present.keySet());
        for (var path : paths) {
            var file = checkout.history().resolve(path);
            var event = path.substring(0, path.indexOf('/'));
            var then = listed.get(path);
            var now = present.get(path);
            if (now == null) {
                faults.add(finding(
                        event,
                        "FILE_MISSING",
                        below(checkout, file) + " was released and is gone",
                        bringBack(checkout, file)));
            } else if (then == null) {
                faults.add(finding(
                        event,
                        "FILE_ADDED",
                        "%s is not in %s: no release wrote it".formatted(below(checkout, file), NAME),
                        "Delete the file; ./fairlead schemas release writes versions. If the list was edited: "
                                + bringBack(checkout, list(checkout))));
            } else if (!then.equals(now)) {
                faults.add(finding(
                        event,
                        "FILE_CHANGED",
                        "%s has another SHA-256 than in %s: it was changed after its release"
                                .formatted(below(checkout, file), NAME),
                        bringBack(checkout, file) + " " + below(checkout, list(checkout))));
            }
        }
        return List.copyOf(faults);
    }

    /**
     * Adds files of the history that were just written; what stands in the list stays.
     *
     * @throws IOException when the list could not be written; it is as before then
     */
    static void add(SourceTree checkout, List<Path> files) throws IOException {
        var list = list(checkout);
        var byPath = new TreeMap<String, String>();
        if (Files.exists(list)) {
            lines(list).forEach(line -> byPath.put(line.substring(line.indexOf(' ') + 2), line));
        }
        for (var file : files) {
            var path = path(checkout, file);
            byPath.put(path, Sha256.hex(Files.readAllBytes(file)) + "  " + path);
        }
        var next = list.resolveSibling("." + NAME);
        try {
            Files.writeString(next, String.join("\n", byPath.values()) + "\n");
            Files.move(next, list, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            var _ = Files.deleteIfExists(next);
        }
    }

    /** Files in the folders of events with their SHA-256, by path; hidden ones are nobody's versions. */
    private static SortedMap<String, String> present(SourceTree checkout) {
        var present = new TreeMap<String, String>();
        try (var files = Files.walk(checkout.history(), 2)) {
            for (var file : files.filter(Files::isRegularFile)
                    .filter(file -> !checkout.history().equals(file.getParent()))
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .toList()) {
                present.put(path(checkout, file), Sha256.hex(Files.readAllBytes(file)));
            }
            return present;
        } catch (IOException e) {
            throw new UncheckedIOException(checkout.history() + " cannot be read", e);
        }
    }

    private static List<String> lines(Path list) {
        try {
            return Files.readAllLines(list);
        } catch (IOException e) {
            throw new UncheckedIOException(list + " cannot be read", e);
        }
    }

    private static Path list(SourceTree checkout) {
        return checkout.history().resolve(NAME);
    }

    private static String path(SourceTree checkout, Path file) {
        return checkout.history().relativize(file).toString().replace('\\', '/');
    }

    private static String below(SourceTree checkout, Path file) {
        return checkout.home().relativize(file).toString();
    }

    private static String bringBack(SourceTree checkout, Path file) {
        return "git checkout HEAD -- " + below(checkout, file);
    }

    private static GateFinding finding(String event, String kind, String reason, String remedy) {
        return new GateFinding(event, "", "", kind, true, reason, remedy, List.of());
    }

    private ReleasedFiles() {}
}
