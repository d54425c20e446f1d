package io.fairlead.gateway.document;

import static io.fairlead.gateway.document.PdfDocument.BOTTOM;
import static io.fairlead.gateway.document.PdfDocument.LEFT;
import static io.fairlead.gateway.document.PdfDocument.RIGHT;
import static io.fairlead.gateway.document.PdfDocument.SMALL;
import static io.fairlead.gateway.document.PdfDocument.STEP;
import static io.fairlead.gateway.document.PdfDocument.TEXT;
import static io.fairlead.gateway.document.PdfDocument.TOP;
import static io.fairlead.gateway.paper.Paper.BLACK;
import static io.fairlead.gateway.paper.Paper.GREY;
import static io.fairlead.gateway.paper.Paper.PALE;

import io.fairlead.gateway.document.BillDocument.Line;
import io.fairlead.gateway.paper.Face;
import io.fairlead.gateway.paper.Paper;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The table of lines, over as many pages as it needs, with its heading on each. */
final class PdfLines {

    private static final int TEXT_FROM = LEFT + 260;
    private static final int TEXT_WIDTH = 2_050;
    private static final int QUANTITY_TO = 3_500;
    private static final int PRICE_TO = 4_400;
    private static final int TAX_TO = 4_780;
    private static final int GAP = 60;

    private final BillDocument document;
    private final Words words;
    private final Paper paper;

    PdfLines(BillDocument document, Paper paper) {
        this.document = document;
        this.words = Words.of(document.language());
        this.paper = paper;
    }

    /** Writes all lines; returns where to go on. */
    int write(int from) {
        var codes = new PdfTaxCodes(document, paper);
        int y = heading(from);
        for (var line : document.lines()) {
            var told = paper.wrapped(Face.REGULAR, TEXT, TEXT_WIDTH, Texts.line(line.text()));
            var notes = notes(line);
            int next = 0;
            // A description longer than a page goes on overleaf, piece by piece.
            while (next < told.size()) {
                int fitting = Math.max(0, (BOTTOM - y) / STEP - notes.size());
                if (fitting < Math.min(told.size() - next, 3)) {
                    codes.write();
                    paper.turn();
                    y = heading(TOP);
                    continue;
                }
                int end = Math.min(told.size(), next + fitting);
                int at = y;
                // Row by row from left to right, as who copies the text reads it.
                if (next == 0) {
                    paper.text(LEFT, y, Face.REGULAR, TEXT, GREY, Integer.toString(line.lineNo()));
                    at = column(told.subList(0, 1), y, TEXT, BLACK);
                    figures(line, y);
                    codes.standsHere(line);
                    next = 1;
                }
                y = column(told.subList(next, end), at, TEXT, BLACK);
                next = end;
            }
            y = column(notes, y, SMALL, GREY);
            paper.rule(LEFT, y - STEP / 2 - 15, RIGHT - LEFT, PALE);
            y += STEP / 3;
        }
        codes.write();
        return y;
    }

    private int heading(int y) {
        paper.box(LEFT - 50, y - 110, RIGHT - LEFT + 100, 170, PALE);
        paper.text(LEFT, y, Face.BOLD, SMALL, BLACK, words.of(Phrase.LINE_NUMBER));
        paper.text(TEXT_FROM, y, Face.BOLD, SMALL, BLACK, words.of(Phrase.DESCRIPTION));
        paper.textTo(QUANTITY_TO, y, Face.BOLD, SMALL, BLACK, words.of(Phrase.QUANTITY));
        paper.textTo(PRICE_TO, y, Face.BOLD, SMALL, BLACK, words.of(Phrase.PRICE));
        paper.textTo(TAX_TO, y, Face.BOLD, SMALL, BLACK, words.of(Phrase.TAX));
        paper.textTo(RIGHT, y, Face.BOLD, SMALL, BLACK, words.of(Phrase.NET) + " " + document.currency());
        return y + STEP + 80;
    }

    private void figures(Line line, int y) {
        var printed = PrintedQuantity.of(line);
        figure(TEXT_FROM + TEXT_WIDTH, QUANTITY_TO, y, BLACK, words.read(printed, line));
        figure(QUANTITY_TO, PRICE_TO, y, BLACK, words.price(printed.price(), printed.unit()));
        figure(PRICE_TO, TAX_TO, y, GREY, taxes(line));
        figure(TAX_TO, RIGHT, y, BLACK, words.figures().amount(line.net()));
    }

    /** Ends at the right; smaller where it would reach into the column before, since a figure is never broken. */
    private void figure(int from, int to, int y, int shade, String figure) {
        int size = paper.fitted(Face.REGULAR, TEXT, to - from - GAP, figure);
        paper.textTo(to, y, Face.REGULAR, size, shade, figure);
    }

    /** Codes of its taxes; with the rate where other lines of the document bear another one by the same code. */
    private String taxes(Line line) {
        var rows = document.taxesOf(line);
        return rows.stream().noneMatch(document::isOneOfSeveral)
                ? String.join("+", line.taxes())
                : rows.stream()
                        .map(row -> document.isOneOfSeveral(row)
                                ? row.code() + Words.JOINED + words.figures().percent(row.rate())
                                : row.code())
                        .collect(Collectors.joining("+"));
    }

    /** Day of service, project and task, and what the quantity does not tell. */
    private List<String> notes(Line line) {
        var notes = new ArrayList<String>();
        notes.add(words.days(line.from(), line.to()));
        notes.addAll(line.purpose());
        notes.add(words.unread(PrintedQuantity.of(line)));
        notes.removeIf(String::isEmpty);
        return paper.wrapped(Face.REGULAR, SMALL, TEXT_WIDTH, Texts.line(String.join(" \u00b7 ", notes)));
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
