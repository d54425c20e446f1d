package io.fairlead.gateway.document;

import static io.fairlead.gateway.document.PdfDocument.BOTTOM;
import static io.fairlead.gateway.document.PdfDocument.RIGHT;
import static io.fairlead.gateway.document.PdfDocument.STEP;
import static io.fairlead.gateway.document.PdfDocument.TEXT;
import static io.fairlead.gateway.document.PdfDocument.TOP;
import static io.fairlead.gateway.paper.Paper.BLACK;
import static io.fairlead.gateway.paper.Paper.GREY;

import io.fairlead.gateway.document.BillDocument.Kind;
import io.fairlead.gateway.document.BillDocument.Tax;
import io.fairlead.gateway.paper.Face;
import io.fairlead.gateway.paper.Paper;
import java.math.BigDecimal;

/** What stands below the lines: net, a row for each tax, and the total. Kept together on one page. */
final class PdfTotals {

    private static final int NAMES_FROM = 2_600;
    private static final int AMOUNT_WIDTH = 850;
    private static final int SUM = 110;

    private final BillDocument document;
    private final Words words;
    private final Paper paper;

    PdfTotals(BillDocument document, Paper paper) {
        this.document = document;
        this.words = Words.of(document.language());
        this.paper = paper;
    }

    /** Writes them; returns where to go on. */
    int write(int from) {
        int y = from + STEP;
        if (y + (document.taxes().size() + 5) * STEP > BOTTOM) {
            paper.turn();
            y = TOP;
        }
        y = sum(y, Face.REGULAR, TEXT, words.of(Phrase.NET), document.net());
        for (var row : document.taxes()) {
            y = sum(y, Face.REGULAR, TEXT, taxName(row), row.amount());
        }
        if (document.draft() && document.taxes().isEmpty()) {
            paper.text(NAMES_FROM, y, Face.REGULAR, TEXT, BLACK, words.of(Phrase.TAX));
            paper.textTo(RIGHT, y, Face.REGULAR, TEXT, BLACK, words.of(Phrase.AT_APPROVAL));
            return y + STEP;
        }
        paper.rule(NAMES_FROM, y - 75, RIGHT - NAMES_FROM, GREY);
        y += 50;
        if (document.rounding().signum() != 0) {
            y = sum(y, Face.REGULAR, TEXT, words.of(Phrase.TOTAL), document.gross());
            y = sum(y, Face.REGULAR, TEXT, words.of(Phrase.ROUNDING), document.rounding());
        }
        var name = document.kind() == Kind.INVOICE ? Phrase.TOTAL_DUE : Phrase.TOTAL_CREDITED;
        return sum(y, Face.BOLD, SUM, words.of(name, document.currency()), document.payable());
    }

    private int sum(int y, Face face, int size, String name, BigDecimal amount) {
        int room = RIGHT - NAMES_FROM - AMOUNT_WIDTH;
        paper.text(NAMES_FROM, y, face, paper.fitted(face, size, room, name), BLACK, name);
        paper.textTo(RIGHT, y, face, size, BLACK, words.figures().amount(amount));
        return y + STEP + size - TEXT;
    }

    /** With the days of its lines where lines with its code have another rate on other days. */
    private String taxName(Tax row) {
        var figures = words.figures();
        var name = words.of(Phrase.TAX_ROW, row.code(), figures.percent(row.rate()), figures.amount(row.base()));
        return row.days().isEmpty() || !document.isOneOfSeveral(row)
                ? name
                : words.of(
                        Phrase.TAX_OF_DAYS,
                        name,
                        words.days(row.days().getFirst(), row.days().getLast()));
    }
}
