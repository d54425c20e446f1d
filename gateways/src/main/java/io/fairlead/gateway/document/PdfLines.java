package io.fairlead.gateway.document;

import static io.fairlead.gateway.document.PdfDocument.BOTTOM;
import static io.fairlead.gateway.document.PdfDocument.LEFT;
import static io.fairlead.gateway.document.PdfDocument.RIGHT;
import static io.fairlead.gateway.document.PdfDocument.SMALL;
import static io.fairlead.gateway.document.PdfDocument.STEP;
import static io.fairlead.gateway.document.PdfDocument.TEXT;
import static io.fairlead.gateway.paper.Paper.BLACK;
import static io.fairlead.gateway.paper.Paper.GREY;
import static io.fairlead.gateway.paper.Paper.PALE;

import io.fairlead.gateway.document.BillDocument.Line;
import io.fairlead.gateway.paper.Face;
import io.fairlead.gateway.paper.Paper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The table of lines, over as many pages as it needs, with its heading on each. */
final class PdfLines {

    private static final int TEXT_FROM = LEFT + 260;
    private static final int TEXT_WIDTH = 2_250;
    private static final int QUANTITY_TO = 3_500;
    private static final int PRICE_TO = 4_430;
    private static final int TAX_TO = 4_800;

    /** Where a page that begins with lines has its heading. */
    private static final int TOP = 700;

    private final BillDocument document;
    private final Paper paper;

    PdfLines(BillDocument document, Paper paper) {
        this.document = document;
        this.paper = paper;
    }

    /** Writes all lines; returns where to go on. */
    int write(int from) {
        int y = heading(from);
        for (var line : document.lines()) {
            var words = paper.wrapped(Face.REGULAR, TEXT, TEXT_WIDTH, Texts.line(line.description()));
            var notes = notes(line);
            int next = 0;
            // A description longer than a page goes on overleaf, piece by piece.
            while (next < words.size()) {
                int fitting = Math.max(0, (BOTTOM - y) / STEP - notes.size());
                if (fitting < Math.min(words.size() - next, 3)) {
                    paper.turn();
                    y = heading(TOP);
                    continue;
                }
                int end = Math.min(words.size(), next + fitting);
                int at = y;
                // Row by row from left to right, as who copies the text reads it.
                if (next == 0) {
                    paper.text(LEFT, y, Face.REGULAR, TEXT, GREY, Integer.toString(line.lineNo()));
                    at = column(words.subList(0, 1), y, TEXT, BLACK);
                    figures(line, y);
                    next = 1;
                }
                y = column(words.subList(next, end), at, TEXT, BLACK);
                next = end;
            }
            y = column(notes, y, SMALL, GREY);
            paper.rule(LEFT, y - STEP / 2 - 15, RIGHT - LEFT, PALE);
            y += STEP / 3;
        }
        return y;
    }

    private int heading(int y) {
        paper.box(LEFT - 50, y - 110, RIGHT - LEFT + 100, 170, PALE);
        paper.text(LEFT, y, Face.BOLD, SMALL, BLACK, "No.");
        paper.text(TEXT_FROM, y, Face.BOLD, SMALL, BLACK, "Description");
        paper.textTo(QUANTITY_TO, y, Face.BOLD, SMALL, BLACK, "Quantity");
        paper.textTo(PRICE_TO, y, Face.BOLD, SMALL, BLACK, "Price");
        paper.textTo(TAX_TO, y, Face.BOLD, SMALL, BLACK, "Tax");
        paper.textTo(RIGHT, y, Face.BOLD, SMALL, BLACK, "Net " + document.currency());
        return y + STEP + 80;
    }

    private void figures(Line line, int y) {
        var printed = PrintedQuantity.of(line);
        var unit = printed.unitName();
        var per = printed.base() == 1
                ? unit.isEmpty() ? "" : " / " + unit
                : " / " + PrintedFigures.amount(BigDecimal.valueOf(printed.base())) + " " + unit;
        paper.textTo(
                QUANTITY_TO,
                y,
                Face.REGULAR,
                TEXT,
                BLACK,
                PrintedFigures.quantity(printed.quantity()) + (unit.isEmpty() ? "" : " " + unit));
        paper.textTo(PRICE_TO, y, Face.REGULAR, TEXT, BLACK, PrintedFigures.price(printed.price()) + per);
        paper.textTo(TAX_TO, y, Face.REGULAR, TEXT, GREY, taxes(line));
        paper.textTo(RIGHT, y, Face.REGULAR, TEXT, BLACK, PrintedFigures.amount(line.net()));
    }

    /** Codes of its taxes; with the rate where other lines of the document bear another one by the same code. */
    private String taxes(Line line) {
        var rows = document.taxesOf(line);
        return rows.stream().noneMatch(document::isOneOfSeveral)
                ? String.join("+", line.taxes())
                : rows.stream()
                        .map(row -> document.isOneOfSeveral(row)
                                ? row.code() + " " + PrintedFigures.percent(row.rate())
                                : row.code())
                        .collect(Collectors.joining("+"));
    }

    /** Day of service, and what the quantity does not tell. */
    private List<String> notes(Line line) {
        var notes = new ArrayList<String>();
        notes.add(line.from().equals(line.to()) ? line.from().toString() : line.from() + " to " + line.to());
        var note = PrintedQuantity.of(line).note();
        if (note != null) {
            notes.addAll(paper.wrapped(Face.REGULAR, SMALL, TEXT_WIDTH, Texts.line(note)));
        }
        return notes;
    }

    private int column(List<String> lines, int from, int size, int shade) {
        int y = from;
        for (var line : lines) {
            paper.text(TEXT_FROM, y, Face.REGULAR, size, shade, line);
            y += STEP;
        }
        return y;
    }
}
