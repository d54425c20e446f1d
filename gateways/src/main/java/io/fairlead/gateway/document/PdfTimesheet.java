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
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/** An annex behind the document: time one by one, where the lines have it together. Its amounts add up to theirs. */
final class PdfTimesheet {

    private static final int WHAT_FROM = LEFT + 620;
    private static final int WHAT_WIDTH = 2_900;
    private static final int TIME_TO = 4_780;
    private static final int HEADING = 130;

    private final BillDocument document;
    private final Words words;
    private final Paper paper;

    PdfTimesheet(BillDocument document, Paper paper) {
        this.document = document;
        this.words = Words.of(document.language());
        this.paper = paper;
    }

    /** Writes it on sheets of its own; nothing where there is none. */
    void write() {
        var lines = document.timesheet();
        if (lines.isEmpty()) {
            return;
        }
        paper.turn();
        paper.text(LEFT, TOP, Face.BOLD, HEADING, BLACK, words.of(Phrase.TIMESHEET));
        int y = heading(TOP + 2 * STEP);
        for (var line : lines) {
            y = row(line, y);
        }
        int seconds = lines.stream()
                .mapToInt(line -> Objects.requireNonNull(line.seconds()))
                .sum();
        var net = lines.stream().map(Line::net).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (y > BOTTOM) {
            paper.turn();
            y = heading(TOP);
        }
        paper.text(LEFT, y, Face.BOLD, TEXT, BLACK, words.of(Phrase.TOTAL));
        paper.textTo(TIME_TO, y, Face.BOLD, TEXT, BLACK, words.clock(seconds));
        paper.textTo(RIGHT, y, Face.BOLD, TEXT, BLACK, words.figures().amount(net));
    }

    private int heading(int y) {
        paper.box(LEFT - 50, y - 110, RIGHT - LEFT + 100, 170, PALE);
        paper.text(LEFT, y, Face.BOLD, SMALL, BLACK, words.of(Phrase.DAY_OF_WORK));
        paper.text(WHAT_FROM, y, Face.BOLD, SMALL, BLACK, words.of(Phrase.DESCRIPTION));
        paper.textTo(TIME_TO, y, Face.BOLD, SMALL, BLACK, words.of(Phrase.WORKED_TIME));
        paper.textTo(RIGHT, y, Face.BOLD, SMALL, BLACK, words.of(Phrase.NET) + " " + document.currency());
        return y + STEP + 80;
    }

    private int row(Line line, int from) {
        var told = paper.wrapped(Face.REGULAR, TEXT, WHAT_WIDTH, Texts.line(line.text()));
        var purpose = String.join(" \u00b7 ", line.purpose());
        List<String> notes =
                purpose.isEmpty() ? List.of() : paper.wrapped(Face.REGULAR, SMALL, WHAT_WIDTH, Texts.line(purpose));
        int count = told.size() + notes.size();
        int y = from;
        if (y + (count - 1) * STEP > BOTTOM && TOP + STEP + 80 + count * STEP < BOTTOM) {
            paper.turn(); // A row stays together, unless it is longer than a page.
            y = heading(TOP);
        }
        for (int at = 0; at < count; at++) {
            if (y > BOTTOM) {
                paper.turn();
                y = heading(TOP);
            }
            if (at == 0) {
                paper.text(LEFT, y, Face.REGULAR, TEXT, GREY, words.day(line.from()));
                paper.textTo(
                        TIME_TO, y, Face.REGULAR, TEXT, BLACK, words.clock(Objects.requireNonNull(line.seconds())));
                paper.textTo(
                        RIGHT, y, Face.REGULAR, TEXT, BLACK, words.figures().amount(line.net()));
            }
            if (at < told.size()) {
                paper.text(WHAT_FROM, y, Face.REGULAR, TEXT, BLACK, told.get(at));
            } else {
                paper.text(WHAT_FROM, y, Face.REGULAR, SMALL, GREY, notes.get(at - told.size()));
            }
            y += STEP;
        }
        paper.rule(LEFT, y - STEP / 2 - 15, RIGHT - LEFT, PALE);
        return y + STEP / 3;
    }
}
