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

import io.fairlead.gateway.document.BillDocument.Kind;
import io.fairlead.gateway.paper.Face;
import io.fairlead.gateway.paper.Paper;
import org.jspecify.annotations.Nullable;

/**
 * How an invoice is paid: until when, to which account, and where a SEPA transfer can be, a code to scan. Kept
 * together.
 */
final class PdfPayment {

    private static final int CODE_SIDE = 900;
    private static final int NAMES = 1_000;

    private final BillDocument document;
    private final Words words;
    private final Paper paper;

    PdfPayment(BillDocument document, Paper paper) {
        this.document = document;
        this.words = Words.of(document.language());
        this.paper = paper;
    }

    /** Writes it where there is something to pay; returns where to go on. */
    int write(int from) {
        var due = document.dueDate();
        if (document.kind() != Kind.INVOICE || (due == null && document.payee() == null)) {
            return from;
        }
        var code = EpcCode.of(document).map(QrSquares::of).orElse(null);
        int y = from + STEP;
        if (y + (code == null ? 7 * STEP : CODE_SIDE + 3 * STEP) > BOTTOM) {
            paper.turn();
            y = TOP;
        }
        paper.text(LEFT, y, Face.BOLD, TEXT, BLACK, words.of(Phrase.PAYMENT));
        y += STEP;
        int x = code == null ? LEFT : LEFT + CODE_SIDE + 150;
        int end = details(x, y);
        if (code != null) {
            paper.squares(LEFT, y - 60, CODE_SIDE, code);
            paper.text(x, y - 60 + CODE_SIDE, Face.REGULAR, SMALL, GREY, words.of(Phrase.SCAN_TO_PAY));
            end = Math.max(end, y + CODE_SIDE + STEP);
        }
        return end;
    }

    private int details(int x, int from) {
        int y = from;
        var due = document.dueDate();
        var number = document.number();
        if (due != null && number != null) {
            var terms = words.of(Phrase.WITHOUT_DEDUCTION, words.day(due), number);
            for (var line : paper.wrapped(Face.REGULAR, TEXT, RIGHT - x, Texts.line(terms))) {
                paper.text(x, y, Face.REGULAR, TEXT, BLACK, line);
                y += STEP;
            }
        }
        var payee = document.payee();
        if (payee == null) {
            return y;
        }
        y = detail(x, y, words.of(Phrase.ACCOUNT_HOLDER), document.seller().getName());
        y = detail(x, y, "IBAN", payee.getIban().replaceAll("(.{4})(?=.)", "$1" + Words.JOINED));
        y = detail(x, y, "BIC", payee.getBic());
        if (number == null) {
            return y;
        }
        y = detail(x, y, words.of(Phrase.PAYMENT_REFERENCE), number);
        var amount = document.currency() + Words.JOINED + words.figures().amount(document.payable());
        return detail(x, y, words.of(Phrase.AMOUNT), amount);
    }

    private int detail(int x, int from, String name, @Nullable String value) {
        if (value == null) {
            return from;
        }
        int y = from;
        paper.text(x, y, Face.REGULAR, TEXT, GREY, name);
        for (var line : paper.wrapped(Face.REGULAR, TEXT, RIGHT - x - NAMES, Texts.line(value))) {
            paper.text(x + NAMES, y, Face.REGULAR, TEXT, BLACK, line);
            y += STEP;
        }
        return y;
    }
}
