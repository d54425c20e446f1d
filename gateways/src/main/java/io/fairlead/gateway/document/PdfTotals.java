package io.fairlead.gateway.document;

import static io.fairlead.gateway.document.PdfDocument.BOTTOM;
import static io.fairlead.gateway.document.PdfDocument.LEFT;
import static io.fairlead.gateway.document.PdfDocument.RIGHT;
import static io.fairlead.gateway.document.PdfDocument.SMALL;
import static io.fairlead.gateway.document.PdfDocument.STEP;
import static io.fairlead.gateway.document.PdfDocument.TEXT;
import static io.fairlead.gateway.paper.Paper.BLACK;
import static io.fairlead.gateway.paper.Paper.GREY;

import io.fairlead.billing.einvoice.EInvoiceFinding;
import io.fairlead.gateway.document.BillDocument.Kind;
import io.fairlead.gateway.document.BillDocument.Tax;
import io.fairlead.gateway.paper.Face;
import io.fairlead.gateway.paper.Paper;
import java.util.ArrayList;
import java.util.List;

/** What stands below the lines: net, taxes with their reasons, total, how to pay. Kept together on one page. */
final class PdfTotals {

    private static final int NAMES_FROM = 3_300;
    private static final int SUM = 110;

    private final BillDocument document;
    private final List<EInvoiceFinding> lacks;
    private final Paper paper;

    PdfTotals(BillDocument document, List<EInvoiceFinding> lacks, Paper paper) {
        this.document = document;
        this.lacks = lacks;
        this.paper = paper;
    }

    void write(int from) {
        var remarks = remarks();
        int y = from + STEP;
        if (y + (document.taxes().size() + remarks.size() + 7) * STEP > BOTTOM) {
            paper.turn();
            y = 700;
        }
        y = sum(y, Face.REGULAR, TEXT, "Net", PrintedFigures.amount(document.net()));
        for (var row : document.taxes()) {
            y = sum(y, Face.REGULAR, TEXT, taxName(row), PrintedFigures.amount(row.amount()));
        }
        if (document.draft() && document.taxes().isEmpty()) {
            y = sum(y, Face.REGULAR, TEXT, "Tax", "at approval");
        } else {
            paper.rule(NAMES_FROM, y - 75, RIGHT - NAMES_FROM, GREY);
            y += 50;
            if (document.rounding().signum() != 0) {
                y = sum(y, Face.REGULAR, TEXT, "Total", PrintedFigures.amount(document.gross()));
                y = sum(y, Face.REGULAR, TEXT, "Rounding", PrintedFigures.amount(document.rounding()));
            }
            var name = document.kind() == Kind.INVOICE ? "Total due " : "Total credited ";
            y = sum(y, Face.BOLD, SUM, name + document.currency(), PrintedFigures.amount(document.payable()));
        }
        y += STEP;
        for (var remark : remarks) {
            paper.text(LEFT, y, Face.REGULAR, SMALL, BLACK, remark);
            y += STEP;
        }
    }

    private int sum(int y, Face face, int size, String name, String amount) {
        paper.text(NAMES_FROM, y, face, size, BLACK, name);
        paper.textTo(RIGHT, y, face, size, BLACK, amount);
        return y + STEP + size - TEXT;
    }

    private static String taxName(Tax row) {
        return "Tax " + row.code() + " " + PrintedFigures.percent(row.rate()) + " on "
                + PrintedFigures.amount(row.base());
    }

    private List<String> remarks() {
        var remarks = new ArrayList<String>();
        for (var row : document.taxes()) {
            if (row.reason() != null && row.rate().signum() == 0) {
                remarks.add("Tax " + row.code() + ": " + row.reason());
            }
        }
        var books = document.taxInBooks();
        if (books != null) {
            remarks.add("Tax in " + books.currency() + ": " + PrintedFigures.amount(books.amount()));
        }
        var payee = document.payee();
        if (document.dueDate() != null) {
            remarks.add(
                    "Payable until " + document.dueDate() + " without deduction, stating " + document.number() + ".");
        }
        if (payee != null && document.kind() == Kind.INVOICE) {
            remarks.add("IBAN " + payee.getIban().replaceAll("(.{4})(?=.)", "$1 ")
                    + (payee.getBic() == null ? "" : " \u00b7 BIC " + payee.getBic()));
        }
        lacks.forEach(lack -> remarks.add("No e-invoice: " + lack.sentence()));
        var lines = new ArrayList<String>();
        remarks.forEach(remark -> lines.addAll(paper.wrapped(Face.REGULAR, SMALL, RIGHT - LEFT, Texts.line(remark))));
        return lines;
    }
}
