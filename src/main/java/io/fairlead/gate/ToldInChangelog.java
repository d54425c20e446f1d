package io.fairlead.gate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.avro.Schema;

/** Events that are new to whoever reads topics, told in the changelog in the words of their contracts. */
final class ToldInChangelog {

    private static final String CHANGELOG = "src/docs/changelog.md";
    private static final String UNRELEASED = "## Unreleased\n";
    private static final int COLUMNS = 140;

    /**
     * Puts a line for each first version on top of what is not released yet; a checkout without such a place stays as it is.
     *
     * @param versions that were written
     */
    static void add(SourceTree checkout, List<Release.Version> versions) {
        var file = checkout.home().resolve(CHANGELOG);
        try {
            var text = Files.exists(file) ? Files.readString(file) : "";
            var lines = versions.stream()
                    .filter(version -> version.version() == 1)
                    .map(ToldInChangelog::line)
                    .collect(Collectors.joining());
            if (!lines.isEmpty() && text.contains(UNRELEASED)) {
                int top = text.indexOf(UNRELEASED) + UNRELEASED.length();
                Files.writeString(file, text.substring(0, top) + lines + text.substring(top));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(CHANGELOG + " cannot be written", e);
        }
    }

    private static String line(Release.Version version) {
        var event = new Schema.Parser().parse(version.text());
        var told = new StringBuilder("- New event `" + event.getName() + "`:");
        int column = told.length();
        for (var word : String.valueOf(event.getDoc()).split("\\s+", -1)) {
            boolean full = column + 1 + word.length() > COLUMNS;
            told.append(full ? "\n  " : " ").append(word);
            column = (full ? 2 : column + 1) + word.length();
        }
        return told.append('\n').toString();
    }

    private ToldInChangelog() {}
}
