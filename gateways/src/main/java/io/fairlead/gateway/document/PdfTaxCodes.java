package io.fairlead.gateway.document;

import static io.fairlead.gateway.document.PdfDocument.BOTTOM;
import static io.fairlead.gateway.document.PdfDocument.LEFT;
import static io.fairlead.gateway.document.PdfDocument.RIGHT;
import static io.fairlead.gateway.document.PdfDocument.SMALL;
import static io.fairlead.gateway.paper.Paper.GREY;

import io.fairlead.gateway.document.BillDocument.Line;
import io.fairlead.gateway.document.BillDocument.Tax;
import io.fairlead.gateway.paper.Face;
import io.fairlead.gateway.paper.Paper;
import io.fairlead.shared.TaxCategories;
import java.util.LinkedHashSet;
import java.util.Set;

/** What the tax codes of a page's lines mean, told below them on that page. */
final class PdfTaxCodes {

    /** Between the last line of a page and its foot. */
    private static final int AT = BOTTOM + 85;

    private final BillDocument document;
    private final Words words;
    private final Paper paper;
    private final Set<String> told = new LinkedHashSet<>();

    PdfTaxCodes(BillDocument document, Paper paper) {
        this.document = document;
        this.words = Words.of(document.language());
        this.paper = paper;
    }

    /** The line's codes are on this page. */
    void standsHere(Line line) {
        var rows = document.taxesOf(line);
        rows.forEach(row -> told.add(told(row)));
        if (rows.isEmpty()) {
            line.taxes().stream()
                    .filter(TaxCategories.ALL::contains)
                    .forEach(code -> told.add(words.of(
                            Phrase.TAX_CODE,
                            code,
                            words.of(code.equals("S") ? Phrase.TAXED : EInvoiceWords.phrase(code)))));
        }
    }

    /** Tells them on the page that is written on, which then ends. */
    void write() {
        if (!told.isEmpty()) {
            var line = words.of(Phrase.TAX_CODES, String.join(" \u00b7 ", told));
            int size = paper.fitted(Face.REGULAR, SMALL, RIGHT - LEFT, line);
            paper.text(LEFT, AT, Face.REGULAR, size, GREY, line);
            told.clear();
        }
    }

    private String told(Tax row) {
        var percent = words.figures().percent(row.rate());
        var code = document.isOneOfSeveral(row) ? row.code() + Words.JOINED + percent : row.code();
        var meaning = row.rate().signum() == 0
                ? words.of(EInvoiceWords.phrase(row.category()))
                : words.of(Phrase.TAXED_AT, percent);
        return words.of(Phrase.TAX_CODE, code, meaning);
    }
}
