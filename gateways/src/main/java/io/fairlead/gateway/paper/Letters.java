package io.fairlead.gateway.paper;

import java.awt.Font;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/**
 * A face inside one document, with the typefaces that draw what it lacks: letters are embedded as far as they are
 * used.
 */
final class Letters {

    /** Stands where no typeface has the letter. */
    static final int UNKNOWN = 0xFFFD;

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    /** A letter with the marks that belong to it. */
    private static final Pattern CLUSTER = Pattern.compile("\\X");

    /**
     * Scripts whose signs change their form or place by their neighbours: a letter after the other would be a damaged
     * text, so they are formed where the machine can do that, and else each of them is told.
     */
    private static final Set<UnicodeScript> FORMED = EnumSet.of(
            UnicodeScript.BALINESE,
            UnicodeScript.BENGALI,
            UnicodeScript.DEVANAGARI,
            UnicodeScript.GUJARATI,
            UnicodeScript.GURMUKHI,
            UnicodeScript.JAVANESE,
            UnicodeScript.KANNADA,
            UnicodeScript.KHMER,
            UnicodeScript.MALAYALAM,
            UnicodeScript.MYANMAR,
            UnicodeScript.ORIYA,
            UnicodeScript.SINHALA,
            UnicodeScript.TAMIL,
            UnicodeScript.TELUGU,
            UnicodeScript.TIBETAN);

    /** Those that run from the right or from the top besides, which are always told. */
    private static final Set<UnicodeScript> STRANGE =
            EnumSet.of(UnicodeScript.MONGOLIAN, UnicodeScript.NKO, UnicodeScript.SYRIAC);

    /** Those whose marks only find their place where they are formed, and are legible without. */
    private static final Set<UnicodeScript> BETTER_FORMED = EnumSet.of(UnicodeScript.LAO, UnicodeScript.THAI);

    private final PDDocument document;
    private final PDFont font;
    private final CmapLookup known;
    private final Typefaces others;
    private final Map<Path, PDFont> used = new HashMap<>();
    private final Shapes shapes;

    private Letters(PDDocument document, PDFont font, CmapLookup known, Typefaces others) {
        this.document = document;
        this.font = font;
        this.known = known;
        this.others = others;
        this.shapes = new Shapes(document);
    }

    static Letters of(Face face, Typefaces others, PDDocument document) throws IOException {
        try (var file = Objects.requireNonNull(Letters.class.getResourceAsStream(face.resource()))) {
            TrueTypeFont type = new TTFParser().parse(new RandomAccessReadBuffer(file));
            return new Letters(document, PDType0Font.load(document, type, true), type.getUnicodeCmapLookup(), others);
        }
    }

    /** A part of a text that one typeface draws. */
    record Run(PDFont font, String text) {}

    /** The text in parts, each with the typeface that draws it. */
    List<Run> runs(String writable) throws IOException {
        var runs = new ArrayList<Run>();
        for (var part : parts(writable)) {
            if (part.former() == null) {
                runs.add(new Run(fontOf(part.text().codePointAt(0)), part.text()));
            } else {
                runs.addAll(shapes.runs(part.former(), part.text()));
            }
        }
        return runs;
    }

    /**
     * Signs beside each other that the same typeface draws.
     *
     * @param former null where each sign is drawn by itself
     */
    private record Part(@Nullable Font former, String text) {}

    private List<Part> parts(String writable) {
        var parts = new ArrayList<Part>();
        var part = new StringBuilder();
        Object current = null;
        Font former = null;
        for (var signs = writable.codePoints().iterator(); signs.hasNext(); ) {
            int sign = signs.nextInt();
            var next = isJoiner(sign) ? former : former(sign);
            if (next == null && former != null && isMark(sign) && former.canDisplay(sign)) {
                next = former;
            }
            Object own = next == null ? fontOf(sign) : next;
            if (own != current && !part.isEmpty()) {
                parts.add(new Part(former, part.toString()));
                part.setLength(0);
            }
            current = own;
            former = next;
            part.appendCodePoint(sign);
        }
        if (!part.isEmpty()) {
            parts.add(new Part(former, part.toString()));
        }
        return parts;
    }

    /** Who forms the sign together with its neighbours; null where it is drawn by itself. */
    private @Nullable Font former(int sign) {
        var script = UnicodeScript.of(sign);
        var isFormed = FORMED.contains(script)
                || BETTER_FORMED.contains(script)
                || (!isMark(sign)
                        && known.getGlyphId(sign) == 0
                        && others.drawing(sign).isEmpty());
        return isFormed && !STRANGE.contains(script) ? others.forming(sign).orElse(null) : null;
    }

    private static boolean isMark(int sign) {
        return UnicodeScript.of(sign) == UnicodeScript.INHERITED;
    }

    /** Signs that say whether their neighbours join: they are for who forms them. */
    private static boolean isJoiner(int sign) {
        return sign == ZERO_WIDTH_NON_JOINER || sign == ZERO_WIDTH_JOINER;
    }

    /** Before the document is bound. */
    void finish() throws IOException {
        shapes.finish();
    }

    private PDFont fontOf(int sign) {
        return known.getGlyphId(sign) != 0
                ? font
                : others.drawing(sign)
                        .map(file -> used.computeIfAbsent(file, this::loaded))
                        .orElse(font);
    }

    private PDFont loaded(Path file) {
        try {
            return PDType0Font.load(document, Typefaces.read(file), true);
        } catch (IOException broken) {
            throw new UncheckedIOException(file + " cannot be read any more", broken);
        }
    }

    /**
     * The text as it is drawn sign by sign: letters joined, with a mark for each that no typeface has, and without
     * signs that only tell how others are set.
     */
    String writable(String text) {
        var whole = ArabicLetters.joined(Normalizer.normalize(text, Normalizer.Form.NFC), this::isKnown);
        var seen = new StringBuilder(whole.length());
        var isForming = false;
        for (var signs = whole.codePoints().iterator(); signs.hasNext(); ) {
            int sign = signs.nextInt();
            if (isJoiner(sign) ? isForming : !isUnseen(sign)) {
                seen.appendCodePoint(isJoiner(sign) || isKnown(sign) ? sign : UNKNOWN);
                isForming = former(sign) != null || (isForming && (isJoiner(sign) || isMark(sign)));
            }
        }
        return seen.toString();
    }

    /** Code points in it that cannot be drawn. */
    Set<Integer> lackingIn(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .filter(sign -> !isUnseen(sign) && !isKnown(sign))
                .boxed()
                .collect(Collectors.toSet());
    }

    /**
     * Signs of formatting, such as direction marks and soft hyphens, and selectors of a sign's shape: nothing is drawn
     * for them.
     */
    private static boolean isUnseen(int sign) {
        return Character.getType(sign) == Character.FORMAT
                || (sign >= 0xFE00 && sign <= 0xFE0F)
                || (sign >= 0xE0100 && sign <= 0xE01EF);
    }

    private boolean isKnown(int sign) {
        var script = UnicodeScript.of(sign);
        if (sign < ' ' || STRANGE.contains(script) || ArabicLetters.isStrange(sign)) {
            return false;
        }
        return former(sign) != null
                || (!FORMED.contains(script)
                        && (known.getGlyphId(sign) != 0 || others.drawing(sign).isPresent()));
    }

    /**
     * Width in tenths of a point.
     *
     * @param size in tenths of a point
     */
    int width(String text, int size) {
        try {
            float thousandths = 0;
            for (var part : parts(writable(text))) {
                thousandths += part.former() == null
                        ? fontOf(part.text().codePointAt(0)).getStringWidth(part.text())
                        : shapes.width(part.former(), part.text());
            }
            return Math.round(thousandths * size / 1000);
        } catch (IOException broken) {
            throw new IllegalStateException("a face in memory cannot fail", broken);
        }
    }

    /**
     * Broken at blanks, at blanks that should not break where nothing else helps, and last inside words wider than the
     * space.
     */
    List<String> wrapped(String text, int size, int width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : words(text, size, width)) {
            if (!line.isEmpty() && width(line + " " + word, size) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
            while (width(line.toString(), size) > width) {
                int fitting = fitting(line.toString(), size, width);
                lines.add(line.substring(0, fitting));
                line.delete(0, fitting);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    private List<String> words(String text, int size, int width) {
        var words = new ArrayList<String>();
        for (var word : text.strip().split("\\s+", -1)) {
            if (width(word, size) > width) {
                words.addAll(List.of(word.split("\\u00a0+", -1)));
            } else {
                words.add(word);
            }
        }
        return words;
    }

    /** How many characters of a wide word fit; at least one sign with its marks. */
    private int fitting(String word, int size, int width) {
        var signs = CLUSTER.matcher(word);
        int end = 0;
        while (signs.find() && (end == 0 || width(word.substring(0, signs.end()), size) <= width)) {
            end = signs.end();
        }
        return end;
    }
}
