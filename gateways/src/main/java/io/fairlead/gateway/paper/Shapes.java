package io.fairlead.gateway.paper;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Groups of letters inside one document, formed by the rules of their script (OpenType, by the HarfBuzz that is in the
 * JDK) and drawn by their outlines. It also draws typefaces that cannot be embedded, such as those of CFF outlines.
 */
final class Shapes {

    /** In whole units of an em, as on paper of any size. */
    private static final FontRenderContext UNHINTED = new FontRenderContext(null, true, true);

    private static final Pattern CLUSTER = Pattern.compile("\\X");

    private final PDDocument document;
    private final List<DrawnLetters> fonts = new ArrayList<>();
    private final Map<Formed, List<Piece>> formed = new HashMap<>();

    Shapes(PDDocument document) {
        this.document = document;
    }

    /** A text that a typeface formed. */
    private record Formed(Font font, String text) {}

    /**
     * Letters that stand as one, such as a consonant with the vowel before it.
     *
     * @param key which outline it has, since that depends on what stands around it
     */
    private record Piece(String key, String text, int width, Shape outline) {}

    /** Width in thousandths of an em. */
    int width(Font font, String text) {
        return pieces(font, text).stream().mapToInt(Piece::width).sum();
    }

    /** The text as signs of fonts of the document. */
    List<Letters.Run> runs(Font font, String text) throws IOException {
        var runs = new ArrayList<Letters.Run>();
        for (var piece : pieces(font, text)) {
            var drawn = having(piece);
            runs.add(new Letters.Run(drawn, drawn.shown(piece.key())));
        }
        return runs;
    }

    /** Before the document is bound. */
    void finish() throws IOException {
        for (var font : fonts) {
            font.finish();
        }
    }

    private DrawnLetters having(Piece piece) throws IOException {
        for (var known : fonts) {
            if (known.has(piece.key())) {
                return known;
            }
        }
        if (fonts.isEmpty() || fonts.getLast().isFull()) {
            fonts.add(new DrawnLetters(document));
        }
        fonts.getLast().add(piece.key(), piece.text(), piece.width(), piece.outline());
        return fonts.getLast();
    }

    private List<Piece> pieces(Font font, String text) {
        return formed.computeIfAbsent(new Formed(font, text), Shapes::cut);
    }

    /**
     * Between glyphs where all letters before stand before all letters behind, and never between a letter and its marks,
     * whose place is that of the letter.
     */
    private static List<Piece> cut(Formed whole) {
        var text = whole.text();
        var glyphs = whole.font()
                .layoutGlyphVector(UNHINTED, text.toCharArray(), 0, text.length(), Font.LAYOUT_LEFT_TO_RIGHT);
        int count = glyphs.getNumGlyphs();
        var first = new int[count + 1]; // Of the letters of a glyph and of all behind it.
        first[count] = text.length();
        for (int glyph = count - 1; glyph >= 0; glyph--) {
            first[glyph] = Math.min(first[glyph + 1], glyphs.getGlyphCharIndex(glyph));
        }
        var ends = ends(text);
        var pieces = new ArrayList<Piece>();
        int begun = 0;
        int last = -1; // Of the letters of the glyphs so far.
        for (int glyph = 0; glyph < count; glyph++) {
            last = Math.max(last, glyphs.getGlyphCharIndex(glyph));
            if (first[glyph + 1] > last && ends.contains(first[glyph + 1])) {
                int from = begun == 0 ? 0 : first[begun];
                pieces.add(piece(whole.font(), text.substring(from, first[glyph + 1]), glyphs, begun, glyph + 1));
                begun = glyph + 1;
            }
        }
        return pieces;
    }

    /** Where letters end, with the marks that belong to them. */
    private static Set<Integer> ends(String text) {
        return CLUSTER.matcher(text).results().map(MatchResult::end).collect(Collectors.toSet());
    }

    private static Piece piece(Font font, String text, GlyphVector glyphs, int from, int to) {
        int left = at(glyphs, from);
        var outline = new Path2D.Float(PathIterator.WIND_NON_ZERO);
        var key = new StringBuilder(font.getFontName()).append('/').append(text);
        for (int glyph = from; glyph < to; glyph++) {
            outline.append(glyphs.getGlyphOutline(glyph), false);
            key.append('/')
                    .append(glyphs.getGlyphCode(glyph))
                    .append('@')
                    .append(at(glyphs, glyph) - left)
                    .append(',')
                    .append(Math.round(glyphs.getGlyphPosition(glyph).getY()));
        }
        outline.transform(AffineTransform.getTranslateInstance(-left, 0));
        return new Piece(key.toString(), text, at(glyphs, to) - left, outline);
    }

    private static int at(GlyphVector glyphs, int glyph) {
        return (int) Math.round(glyphs.getGlyphPosition(glyph).getX());
    }
}
