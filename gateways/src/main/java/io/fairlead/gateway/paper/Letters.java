package io.fairlead.gateway.paper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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

/** A face inside one document: its letters are embedded as far as they are used. */
final class Letters {

    /** Stands where the face has no letter. */
    static final int UNKNOWN = 0xFFFD;

    /** A letter with the marks that belong to it. */
    private static final Pattern CLUSTER = Pattern.compile("\\X");

    private final PDFont font;
    private final CmapLookup known;

    private Letters(PDFont font, CmapLookup known) {
        this.font = font;
        this.known = known;
    }

    static Letters of(Face face, PDDocument document) throws IOException {
        try (var file = Objects.requireNonNull(Letters.class.getResourceAsStream(face.resource()))) {
            TrueTypeFont type = new TTFParser().parse(new RandomAccessReadBuffer(file));
            return new Letters(PDType0Font.load(document, type, true), type.getUnicodeCmapLookup());
        }
    }

    PDFont font() {
        return font;
    }

    /** The text with a mark for every letter that the face lacks, without signs that only tell how others are set. */
    String writable(String text) {
        var seen = new StringBuilder(text.length());
        text.codePoints()
                .filter(sign -> !isUnseen(sign))
                .map(sign -> isKnown(sign) ? sign : UNKNOWN)
                .forEach(seen::appendCodePoint);
        return seen.toString();
    }

    /** Code points in it that cannot be drawn. */
    Set<Integer> lackingIn(String text) {
        return text.codePoints()
                .filter(sign -> !isUnseen(sign) && !isKnown(sign))
                .boxed()
                .collect(Collectors.toSet());
    }

    /** Signs of formatting, such as direction marks and soft hyphens, and selectors of a sign's shape: nothing is drawn for them. */
    private static boolean isUnseen(int sign) {
        return Character.getType(sign) == Character.FORMAT
                || (sign >= 0xFE00 && sign <= 0xFE0F)
                || (sign >= 0xE0100 && sign <= 0xE01EF);
    }

    private boolean isKnown(int sign) {
        return sign >= ' ' && known.getGlyphId(sign) != 0;
    }

    /**
     * Width in tenths of a point.
     *
     * @param size in tenths of a point
     */
    int width(String text, int size) {
        try {
            return Math.round(font.getStringWidth(writable(text)) * size / 1000);
        } catch (IOException broken) {
            throw new IllegalStateException("a face in memory cannot fail", broken);
        }
    }

    /** Broken at blanks, at blanks that should not break where nothing else helps, and last inside words wider than the space. */
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
