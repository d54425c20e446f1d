package io.fairlead.gateway.paper;

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

/**
 * A face inside one document, with the typefaces that draw what it lacks: letters are embedded as far as they are
 * used.
 */
final class Letters {

    /** Stands where no typeface has the letter. */
    static final int UNKNOWN = 0xFFFD;

    /** A letter with the marks that belong to it. */
    private static final Pattern CLUSTER = Pattern.compile("\\X");

    /**
     * Scripts whose signs change their form or place by their neighbours in ways that are not drawn here: a letter
     * after the other would be a damaged text, so each of them is told instead.
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
            UnicodeScript.MONGOLIAN,
            UnicodeScript.MYANMAR,
            UnicodeScript.NKO,
            UnicodeScript.ORIYA,
            UnicodeScript.SINHALA,
            UnicodeScript.SYRIAC,
            UnicodeScript.TAMIL,
            UnicodeScript.TELUGU,
            UnicodeScript.TIBETAN);

    private final PDDocument document;
    private final PDFont font;
    private final CmapLookup known;
    private final Typefaces others;
    private final Map<Path, PDFont> used = new HashMap<>();

    private Letters(PDDocument document, PDFont font, CmapLookup known, Typefaces others) {
        this.document = document;
        this.font = font;
        this.known = known;
        this.others = others;
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
    List<Run> runs(String writable) {
        var runs = new ArrayList<Run>();
        var part = new StringBuilder();
        var current = font;
        for (var signs = writable.codePoints().iterator(); signs.hasNext(); ) {
            int sign = signs.nextInt();
            var own = fontOf(sign);
            if (own != current && !part.isEmpty()) {
                runs.add(new Run(current, part.toString()));
                part.setLength(0);
            }
            current = own;
            part.appendCodePoint(sign);
        }
        if (!part.isEmpty()) {
            runs.add(new Run(current, part.toString()));
        }
        return runs;
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
        whole.codePoints()
                .filter(sign -> !isUnseen(sign))
                .map(sign -> isKnown(sign) ? sign : UNKNOWN)
                .forEach(seen::appendCodePoint);
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
        return sign >= ' '
                && !FORMED.contains(UnicodeScript.of(sign))
                && !ArabicLetters.isStrange(sign)
                && (known.getGlyphId(sign) != 0 || others.drawing(sign).isPresent());
    }

    /**
     * Width in tenths of a point.
     *
     * @param size in tenths of a point
     */
    int width(String text, int size) {
        try {
            float thousandths = 0;
            for (var run : runs(writable(text))) {
                thousandths += run.font().getStringWidth(run.text());
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
