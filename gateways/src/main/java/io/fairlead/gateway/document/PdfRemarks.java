package io.fairlead.gateway.document;

import static io.fairlead.gateway.document.PdfDocument.BOTTOM;
import static io.fairlead.gateway.document.PdfDocument.LEFT;
import static io.fairlead.gateway.document.PdfDocument.RIGHT;
import static io.fairlead.gateway.document.PdfDocument.SMALL;
import static io.fairlead.gateway.document.PdfDocument.STEP;
import static io.fairlead.gateway.document.PdfDocument.TOP;
import static io.fairlead.gateway.paper.Paper.BLACK;

import io.fairlead.billing.einvoice.EInvoiceFinding;
import io.fairlead.gateway.document.BillDocument.Kind;
import io.fairlead.gateway.paper.Face;
import io.fairlead.gateway.paper.Paper;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What stands last: why a tax is 0, the tax in the seller's own currency, what an e-invoice lacks, what cannot be
 * drawn.
 */
final class PdfRemarks {

    private final BillDocument document;
    private final List<EInvoiceFinding> lacks;
    private final Words words;
    private final Paper paper;

    PdfRemarks(BillDocument document, List<EInvoiceFinding> lacks, Paper paper) {
        this.document = document;
        this.lacks = lacks;
        this.words = Words.of(document.language());
        this.paper = paper;
    }

    void write(int from) {
        int y = from + STEP;
        for (var remark : remarks()) {
            y = written(remark, y);
        }
        var unknown = paper.lackingSigns();
        if (!unknown.isEmpty()) {
            var names = unknown.stream().map(PdfRemarks::named).collect(Collectors.joining(", "));
            var _ = written(words.of(Phrase.LACKING_SIGNS, names), y);
        }
    }

    private List<String> remarks() {
        var remarks = new ArrayList<String>();
        if (document.kind() == Kind.CREDIT_NOTE) {
            remarks.add(words.of(Phrase.CREDIT_TERMS));
        }
        for (var row : document.taxes()) {
            if (row.reason() != null && row.rate().signum() == 0) {
                remarks.add(words.of(Phrase.TAX_REASON, row.code(), row.reason()));
            }
        }
        var books = document.taxInBooks();
        if (books != null) {
            remarks.add(words.of(
                    Phrase.TAX_IN_CURRENCY, books.currency(), words.figures().amount(books.amount())));
        }
        lacks.forEach(lack -> remarks.add(words.of(Phrase.NO_E_INVOICE, lack.sentence())));
        return remarks;
    }

    private int written(String remark, int from) {
        int y = from;
        for (var line : paper.wrapped(Face.REGULAR, SMALL, RIGHT - LEFT, Texts.line(remark))) {
            if (y > BOTTOM) {
                paper.turn();
                y = TOP;
            }
            paper.text(LEFT, y, Face.REGULAR, SMALL, BLACK, line);
            y += STEP;
        }
        return y;
    }

    /** U+6771 and the name that Unicode gives it. */
    static String named(int sign) {
        var name = Character.getName(sign);
        return "U+%04X".formatted(sign) + (name == null ? "" : " " + name);
    }
}
