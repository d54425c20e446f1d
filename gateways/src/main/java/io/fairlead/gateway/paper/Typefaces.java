package io.fairlead.gateway.paper;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;

/**
 * Typefaces of the machine that are asked for signs which {@link Face} lacks: files that end in ttf, otf or ttc, below
 * folders that the firm names. The first by path that has a sign draws it. What has outlines of TrueType is embedded;
 * others, and scripts whose letters are formed by their neighbours, are drawn by {@link Shapes}. Safe for many documents
 * at once.
 */
public final class Typefaces {

    /** Only those that come along. */
    public static final Typefaces OWN = new Typefaces(List.of());

    private static final int DEPTH_MAX = 6;
    private static final Set<String> ENDINGS = Set.of("ttf", "otf", "ttc");
    private static final float EM = 1_000;

    /** Behind it stand scripts whose signs do not form each other. */
    private static final int FORMED_END = 0x2000;

    private final List<Path> files;
    private final Map<Integer, Optional<Path>> drawers = new ConcurrentHashMap<>();
    private final Map<Path, Optional<CmapLookup>> signs = new ConcurrentHashMap<>();
    private final Map<Integer, Optional<Font>> formers = new ConcurrentHashMap<>();
    private final Map<String, Integer> extents = new ConcurrentHashMap<>();
    private final Map<Path, Optional<Font>> fonts = new ConcurrentHashMap<>();

    private Typefaces(List<Path> files) {
        this.files = files;
    }

    /** Those below the folders; a folder that is not there or cannot be read has none. */
    public static Typefaces below(List<Path> folders) {
        var found = new ArrayList<Path>();
        folders.forEach(folder -> found.addAll(below(folder)));
        // An upright, regular cut before bold and slanted ones of the same folder; without serifs, as the own face,
        // first.
        found.sort(Comparator.comparing((Path file) -> !isRegular(file))
                .thenComparing(file -> !file.getFileName().toString().contains("Sans")));
        return new Typefaces(List.copyOf(found));
    }

    private static List<Path> below(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var all = Files.walk(folder, DEPTH_MAX)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> ENDINGS.contains(ending(file)))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            return List.of(); // A document tells the signs that nothing draws.
        }
    }

    private static String ending(Path file) {
        var name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static boolean isRegular(Path file) {
        var name = file.getFileName().toString();
        return name.contains("-Regular.") || !name.contains("-");
    }

    /** The file that draws the sign; empty when none does. */
    Optional<Path> drawing(int sign) {
        return drawers.computeIfAbsent(
                sign, _ -> files.stream().filter(file -> has(file, sign)).findFirst());
    }

    /**
     * Whose letters are formed and drawn by their outlines: of those that have the sign the one that has most of its
     * script, so that one draws all of a word. Empty where none has it, and where the Java of the machine forms none, as
     * without its libraries of fonts.
     */
    Optional<Font> forming(int sign) {
        return formers.computeIfAbsent(sign, _ -> files.stream()
                .filter(file -> !ending(file).equals("ttf") || has(file, sign))
                .flatMap(file -> fonts.computeIfAbsent(file, Typefaces::formerOf).stream())
                .filter(font -> font.canDisplay(sign))
                .collect(Collectors.toMap(font -> extent(font, UnicodeScript.of(sign)), font -> font, (one, _) -> one))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue));
    }

    /** How many signs of a script it has; of scripts that nobody forms none are counted. */
    private int extent(Font font, UnicodeScript script) {
        return extents.computeIfAbsent(font.getFontName() + "/" + script, _ -> (int) IntStream.range(0, FORMED_END)
                .filter(other -> UnicodeScript.of(other) == script && font.canDisplay(other))
                .count());
    }

    private static Optional<Font> formerOf(Path file) {
        try {
            return Optional.of(Font.createFonts(file.toFile())[0].deriveFont(EM));
        } catch (FontFormatException | IOException | RuntimeException | InternalError | LinkageError broken) {
            return Optional.empty(); // A document tells the signs that nothing draws.
        }
    }

    private boolean has(Path file, int sign) {
        return signs.computeIfAbsent(file, Typefaces::signsOf)
                .filter(known -> known.getGlyphId(sign) != 0)
                .isPresent();
    }

    private static Optional<CmapLookup> signsOf(Path file) {
        if (!ending(file).equals("ttf")) {
            return Optional.empty(); // Of CFF outlines, or several in one file: neither can be embedded.
        }
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
