package io.fairlead.gateway.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;

/**
 * Typefaces of the machine that are asked for signs which {@link Face} lacks: files that end in ttf, below folders
 * that the firm names. The first by path that has a sign draws it. What has no outlines of TrueType cannot be embedded
 * and is passed over. Safe for many documents at once.
 */
public final class Typefaces {

    /** Only those that come along. */
    public static final Typefaces OWN = new Typefaces(List.of());

    private static final int DEPTH_MAX = 6;

    private final List<Path> files;
    private final Map<Integer, Optional<Path>> drawers = new ConcurrentHashMap<>();
    private final Map<Path, Optional<CmapLookup>> signs = new ConcurrentHashMap<>();

    private Typefaces(List<Path> files) {
        this.files = files;
    }

    /** Those below the folders; a folder that is not there or cannot be read has none. */
    public static Typefaces below(List<Path> folders) {
        var found = new ArrayList<Path>();
        folders.forEach(folder -> found.addAll(below(folder)));
        // An upright, regular cut before bold and slanted ones of the same folder.
        found.sort((one, other) -> Boolean.compare(!isRegular(one), !isRegular(other)));
        return new Typefaces(List.copyOf(found));
    }

    private static List<Path> below(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var all = Files.walk(folder, DEPTH_MAX)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".ttf"))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            return List.of(); // A document tells the signs that nothing draws.
        }
    }

    private static boolean isRegular(Path file) {
        var name = file.getFileName().toString();
        return name.endsWith("-Regular.ttf") || !name.contains("-");
    }

    /** The file that draws the sign; empty when none does. */
    Optional<Path> drawing(int sign) {
        return drawers.computeIfAbsent(
                sign, _ -> files.stream().filter(file -> has(file, sign)).findFirst());
    }

    private boolean has(Path file, int sign) {
        return signs.computeIfAbsent(file, Typefaces::signsOf)
                .filter(known -> known.getGlyphId(sign) != 0)
                .isPresent();
    }

    private static Optional<CmapLookup> signsOf(Path file) {
        try (var type = read(file)) {
            return type.getGlyph() == null ? Optional.empty() : Optional.ofNullable(type.getUnicodeCmapLookup());
        } catch (IOException | RuntimeException broken) {
            return Optional.empty(); // Not a typeface that can be used; the next one is asked.
        }
    }

    static TrueTypeFont read(Path file) throws IOException {
        return new TTFParser().parse(new RandomAccessReadBufferedFile(file.toFile()));
    }
}
