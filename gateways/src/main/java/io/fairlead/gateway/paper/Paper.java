package io.fairlead.gateway.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * Sheets of A4 that are written on and then bound as PDF. Lengths are tenths of a point, x from the left, y from the
 * top. The same marks give the same bytes: no clock and no chance goes into a file. Not thread-safe.
 */
public final class Paper implements AutoCloseable {

    /** A4: 595.3 by 841.9 points. */
    public static final int WIDTH = 5_953;

    public static final int HEIGHT = 8_419;

    /** Shades from black to white. */
    public static final int BLACK = 0;

    public static final int GREY = 110;
    public static final int PALE = 228;

    private static final int SHADES = 255;
    private static final int STAMP_SIZE = 1_500;

    private final PDDocument document = new PDDocument();
    private final Map<Face, Letters> faces = new EnumMap<>(Face.class);
    private final List<List<Mark>> sheets = new ArrayList<>();
    private @Nullable String stamp;
    private @Nullable Attachment attachment;
    private final SortedSet<Integer> lacking = new TreeSet<>();

    /** Something on a sheet. */
    private interface Mark {
        void draw(PDPageContentStream ink) throws IOException;
    }

    /** What is written on every sheet once all are known. */
    public interface Border {
        /**
         * Writes on the sheet.
         *
         * @param sheet from 1
         */
        void write(int sheet, int of);
    }

    /** Paper with one empty sheet, on which the faces that come along draw. */
    public Paper() {
        this(Typefaces.OWN);
    }

    /**
     * Paper with one empty sheet.
     *
     * @param others are asked for signs that the faces lack
     */
    public Paper(Typefaces others) {
        try {
            for (var face : Face.values()) {
                faces.put(face, Letters.of(face, others, document));
            }
        } catch (IOException broken) {
            throw new IllegalStateException("the typeface cannot be read", broken);
        }
        turn();
    }

    /** Goes on with a new sheet. */
    public void turn() {
        sheets.add(new ArrayList<>());
    }

    /** A word across every sheet, below everything else. */
    public void stamp(String word) {
        stamp = word;
    }

    /** A file inside, for machines. */
    public void attach(Attachment file) {
        attachment = file;
    }

    /**
     * Writes text on the last sheet.
     *
     * @param x where it begins
     * @param y its base line
     * @param shade 0 black to 255 white
     */
    public void text(int x, int y, Face face, int size, int shade, String text) {
        sheets.getLast().add(text(face, size, shade, text, place(x, y)));
    }

    /** Writes text that ends at x. */
    public void textTo(int x, int y, Face face, int size, int shade, String text) {
        text(x - width(face, size, text), y, face, size, shade, text);
    }

    /**
     * Code points in the texts so far that the typeface lacks, so that a mark stands in their place; in their order.
     */
    public SortedSet<Integer> lackingSigns() {
        return new TreeSet<>(lacking);
    }

    /** The size at which the text fits the width: the one wished for, or a smaller one. */
    public int fitted(Face face, int size, int width, String text) {
        int needed = width(face, size, text);
        return needed <= width ? size : Math.max(1, size * width / needed);
    }

    /**
     * Draws a pattern of squares on the last sheet, such as a code to scan.
     *
     * @param x its left edge
     * @param y its upper edge
     * @param side of the whole, which is as wide as it is high
     * @param dark rows from the top; as many as each has columns
     */
    public void squares(int x, int y, int side, boolean[][] dark) {
        sheets.getLast().add(ink -> {
            ink.setNonStrokingColor(part(BLACK));
            float square = points(side) / dark.length;
            for (int row = 0; row < dark.length; row++) {
                float low = points(HEIGHT - y) - (row + 1) * square;
                for (int column = 0; column < dark[row].length; column++) {
                    if (dark[row][column]) {
                        ink.addRect(points(x) + column * square, low, square, square);
                    }
                }
            }
            ink.fill();
        });
    }

    /** Draws a level line on the last sheet. */
    public void rule(int x, int y, int length, int shade) {
        sheets.getLast().add(ink -> {
            ink.setStrokingColor(part(shade));
            ink.setLineWidth(points(5));
            ink.moveTo(points(x), points(HEIGHT - y));
            ink.lineTo(points(x + length), points(HEIGHT - y));
            ink.stroke();
        });
    }

    /** Shades a box on the last sheet. */
    public void box(int x, int y, int length, int height, int shade) {
        sheets.getLast().add(ink -> {
            ink.setNonStrokingColor(part(shade));
            ink.addRect(points(x), points(HEIGHT - y - height), points(length), points(height));
            ink.fill();
        });
    }

    /** Width of text, in tenths of a point. */
    public int width(Face face, int size, String text) {
        return letters(face).width(text, size);
    }

    /** Text broken into lines that fit the width. */
    public List<String> wrapped(Face face, int size, int width, String text) {
        return letters(face).wrapped(text, size, width);
    }

    /**
     * Binds the sheets, fit for archives (PDF/A-3b).
     *
     * @param title for the reader's window
     * @param border written on every sheet
     */
    public byte[] bound(String title, Border border) {
        try {
            var all = List.copyOf(sheets);
            for (int sheet = 0; sheet < all.size(); sheet++) {
                sheets.add(all.get(sheet)); // A border writes on the last one.
                border.write(sheet + 1, all.size());
                sheets.removeLast();
                print(all.get(sheet));
            }
            for (var letters : faces.values()) {
                letters.finish();
            }
            Archive.make(document, title, attachment);
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException broken) {
            throw new IllegalStateException("paper in memory cannot fail", broken);
        }
    }

    @Override
    public void close() {
        try {
            document.close();
        } catch (IOException broken) {
            throw new IllegalStateException("paper in memory cannot fail", broken);
        }
    }

    private void print(List<Mark> marks) throws IOException {
        var page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (var ink = new PDPageContentStream(document, page)) {
            if (stamp != null) {
                int half = width(Face.BOLD, STAMP_SIZE, stamp) / 2;
                var middle = Matrix.getRotateInstance(Math.PI / 4, points(WIDTH / 2), points(HEIGHT / 2));
                middle.translate(-points(half), -points(STAMP_SIZE / 3));
                text(Face.BOLD, STAMP_SIZE, PALE, stamp, middle).draw(ink);
            }
            for (var mark : marks) {
                mark.draw(ink);
            }
        }
    }

    private Mark text(Face face, int size, int shade, String text, Matrix place) {
        var letters = letters(face);
        lacking.addAll(letters.lackingIn(text));
        return ink -> {
            ink.beginText();
            ink.setNonStrokingColor(part(shade));
            ink.setTextMatrix(place);
            for (var run : letters.runs(ReadingOrder.fromLeft(letters.writable(text)))) {
                ink.setFont(run.font(), points(size));
                ink.showText(run.text());
            }
            ink.endText();
        };
    }

    private Letters letters(Face face) {
        return Objects.requireNonNull(faces.get(face));
    }

    private static Matrix place(int x, int y) {
        return Matrix.getTranslateInstance(points(x), points(HEIGHT - y));
    }

    private static float points(int tenths) {
        return tenths / 10f;
    }

    private static float part(int shade) {
        return shade / (float) SHADES;
    }
}
