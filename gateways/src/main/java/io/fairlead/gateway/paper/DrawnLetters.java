package io.fairlead.gateway.paper;

import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType3Font;

/**
 * A font of a document whose signs are groups of letters, drawn by their outlines as their script forms them. Each says
 * which text it is, so that it reads back and can be searched.
 */
final class DrawnLetters extends PDType3Font {

    /** A byte tells which; 0 is left out. */
    private static final int SIGNS_MAX = 255;

    /** A text to show names the signs by code points of private use. */
    private static final int PRIVATE = 0xE000;

    private final PDDocument document;
    private final Map<String, Integer> codes = new HashMap<>();
    private final List<String> texts = new ArrayList<>();
    private final List<Integer> widths = new ArrayList<>();
    private final Rectangle bounds = new Rectangle();

    DrawnLetters(PDDocument document) throws IOException {
        super(empty());
        this.document = document;
    }

    private static COSDictionary empty() {
        var font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.TYPE3);
        font.setItem(COSName.FONT_BBOX, numbers(0, 0, 0, 0));
        var matrix = new COSArray();
        matrix.setFloatArray(new float[] {0.001f, 0, 0, 0.001f, 0, 0});
        font.setItem(COSName.FONT_MATRIX, matrix);
        font.setItem(COSName.CHAR_PROCS, new COSDictionary());
        font.setItem(COSName.RESOURCES, new COSDictionary());
        var encoding = new COSDictionary();
        encoding.setItem(COSName.TYPE, COSName.ENCODING);
        encoding.setItem(COSName.DIFFERENCES, numbers(1));
        font.setItem(COSName.ENCODING, encoding);
        return font;
    }

    boolean isFull() {
        return texts.size() == SIGNS_MAX;
    }

    boolean has(String key) {
        return codes.containsKey(key);
    }

    /** Takes a sign: a text in one of its forms. */
    void add(String key, String text, int width, Shape outline) throws IOException {
        texts.add(text);
        widths.add(width);
        codes.put(key, texts.size());
        bounds.add(outline.getBounds());
        var name = COSName.getPDFName("g" + texts.size());
        var drawing = new PDStream(document).getCOSObject();
        write(drawing, width + " 0 " + bounds(outline) + " d1\n" + path(outline) + "f\n");
        dict.getCOSDictionary(COSName.CHAR_PROCS).setItem(name, drawing);
        dict.getCOSDictionary(COSName.ENCODING).getCOSArray(COSName.DIFFERENCES).add(name);
    }

    /** What is to be shown for a sign that it has. */
    String shown(String key) {
        return Character.toString(PRIVATE + codes.getOrDefault(key, 0));
    }

    /** Says what its signs are; nothing is added after that. */
    void finish() throws IOException {
        dict.setItem(
                COSName.FONT_BBOX, numbers(bounds.x, -(bounds.y + bounds.height), bounds.x + bounds.width, -bounds.y));
        dict.setInt(COSName.FIRST_CHAR, 1);
        dict.setInt(COSName.LAST_CHAR, texts.size());
        dict.setItem(
                COSName.WIDTHS, numbers(widths.stream().mapToInt(width -> width).toArray()));
        var meaning = new PDStream(document).getCOSObject();
        write(meaning, meanings());
        dict.setItem(COSName.TO_UNICODE, meaning);
    }

    @Override
    public float getWidth(int code) {
        return widths.get(code - 1);
    }

    @Override
    protected byte[] encode(int unicode) {
        return new byte[] {(byte) (unicode - PRIVATE)};
    }

    private String meanings() {
        var hex = HexFormat.of().withUpperCase();
        var map = new StringBuilder("""
                /CIDInit /ProcSet findresource begin
                12 dict begin
                begincmap
                /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
                /CMapName /Adobe-Identity-UCS def
                /CMapType 2 def
                1 begincodespacerange
                <00> <FF>
                endcodespacerange
                """);
        for (int at = 0; at < texts.size(); at++) {
            map.append("1 beginbfchar\n<")
                    .append(hex.toHexDigits((byte) (at + 1)))
                    .append("> <")
                    .append(hex.formatHex(texts.get(at).getBytes(StandardCharsets.UTF_16BE)))
                    .append(">\nendbfchar\n");
        }
        return map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
                .toString();
    }

    private static void write(COSStream stream, String content) throws IOException {
        try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(content.getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static String bounds(Shape outline) {
        var box = outline.getBounds();
        return box.x + " " + -(box.y + box.height) + " " + (box.x + box.width) + " " + -box.y;
    }

    /** As operators of PDF, whose y goes up. */
    private static String path(Shape outline) {
        var path = new StringBuilder();
        var at = new double[6];
        double x = 0;
        double y = 0;
        for (var steps = outline.getPathIterator(null); !steps.isDone(); steps.next()) {
            int kind = steps.currentSegment(at);
            switch (kind) {
                case PathIterator.SEG_MOVETO -> step(path, "m", at[0], at[1]);
                case PathIterator.SEG_LINETO -> step(path, "l", at[0], at[1]);
                case PathIterator.SEG_QUADTO ->
                    step(
                            path,
                            "c",
                            x + (at[0] - x) * 2 / 3,
                            y + (at[1] - y) * 2 / 3,
                            at[2] + (at[0] - at[2]) * 2 / 3,
                            at[3] + (at[1] - at[3]) * 2 / 3,
                            at[2],
                            at[3]);
                case PathIterator.SEG_CUBICTO -> step(path, "c", at);
                default -> path.append("h\n");
            }
            int last = kind == PathIterator.SEG_CUBICTO ? 4 : kind == PathIterator.SEG_QUADTO ? 2 : 0;
            if (kind != PathIterator.SEG_CLOSE) {
                x = at[last];
                y = at[last + 1];
            }
        }
        return path.toString();
    }

    private static void step(StringBuilder path, String operator, double... at) {
        for (int i = 0; i < at.length; i++) {
            path.append(Math.round(i % 2 == 0 ? at[i] : -at[i])).append(' ');
        }
        path.append(operator).append('\n');
    }

    private static COSArray numbers(int... numbers) {
        var array = new COSArray();
        for (int number : numbers) {
            array.add(COSInteger.get(number));
        }
        return array;
    }
}
