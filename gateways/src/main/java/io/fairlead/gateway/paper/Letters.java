package io.fairlead.gateway.paper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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

    /** The text with a mark for every letter that the face lacks. */
    String writable(String text) {
        var seen = new StringBuilder(text.length());
        text.codePoints().map(sign -> isKnown(sign) ? sign : UNKNOWN).forEach(seen::appendCodePoint);
        return seen.toString();
    }

    /** Whether every letter of it can be drawn. */
    boolean hasAll(String text) {
        return text.codePoints().allMatch(this::isKnown);
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

    /** Broken at blanks, and inside words that are wider than the space. */
    List<String> wrapped(String text, int size, int width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : text.strip().split("\\s+", -1)) {
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

    /** How many characters of a wide word fit; at least one, never half of a pair. */
    private int fitting(String word, int size, int width) {
        int end = word.offsetByCodePoints(0, 1);
        while (end < word.length()) {
            int next = word.offsetByCodePoints(end, 1);
            if (width(word.substring(0, next), size) > width) {
                break;
            }
            end = next;
        }
        return end;
    }
}
