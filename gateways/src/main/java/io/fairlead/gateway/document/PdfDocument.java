package io.fairlead.gateway.document;

import static io.fairlead.gateway.paper.Paper.BLACK;
import static io.fairlead.gateway.paper.Paper.GREY;

import io.fairlead.billing.einvoice.EInvoiceFinding;
import io.fairlead.billing.event.DocumentParty;
import io.fairlead.gateway.document.BillDocument.Kind;
import io.fairlead.gateway.paper.Attachment;
import io.fairlead.gateway.paper.Face;
import io.fairlead.gateway.paper.Paper;
import io.fairlead.gateway.paper.Typefaces;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A document as PDF for people, on A4, in the language of its buyer. A draft bears the word across every page. */
public final class PdfDocument {

    static final int LEFT = 500;
    static final int RIGHT = Paper.WIDTH - 500;
    static final int TEXT = 90;
    static final int SMALL = 75;
    static final int STEP = 125;

    /** Where a page that goes on from the one before begins. */
    static final int TOP = 700;

    /** Where the last line of a page may stand; below it is the foot. */
    static final int BOTTOM = Paper.HEIGHT - 800;

    private static final int TITLE = 200;
    private static final int NAME = 130;
    private static final int FACTS = 3_200;
    private static final int FACTS_VALUE = 4_150;

    private final BillDocument document;
    private final Words words;
    private final List<EInvoiceFinding> lacks;
    private final Paper paper;

    private PdfDocument(BillDocument document, List<EInvoiceFinding> lacks, Paper paper) {
        this.document = document;
        this.words = Words.of(document.language());
        this.lacks = lacks;
        this.paper = paper;
    }

    /** The document's bytes; the same facts give the same bytes. */
    public static byte[] of(BillDocument document) {
        return of(document, List.of());
    }

    /**
     * The same, of a draft with what it lacks for an electronic invoice.
     *
     * @param lacks in the order in which they are told; empty where nobody is to hear of it
     */
    public static byte[] of(BillDocument document, List<EInvoiceFinding> lacks) {
        return of(document, lacks, Typefaces.OWN);
    }

    /**
     * The same, with typefaces of the machine for signs that the own ones lack.
     *
     * @param others are asked for such signs alone
     */
    public static byte[] of(BillDocument document, List<EInvoiceFinding> lacks, Typefaces others) {
        try (var paper = new Paper(others)) {
            return new PdfDocument(document, lacks, paper).written();
        }
    }

    /** The same of an issued document, with a file inside. */
    static byte[] with(Attachment attachment, BillDocument document, Typefaces others) {
        try (var paper = new Paper(others)) {
            paper.attach(attachment);
            return new PdfDocument(document, List.of(), paper).written();
        }
    }

    /**
     * Signs in its texts that the document cannot draw, by code point and Unicode name; most documents have none, and are
     * not drawn to know it.
     */
    public static List<String> lackingSigns(BillDocument document, Typefaces others) {
        if (document.toString().codePoints().allMatch(PdfDocument::isPlain)) {
            return List.of();
        }
        try (var paper = new Paper(others)) {
            var _ = new PdfDocument(document, List.of(), paper).written();
            return paper.lackingSigns().stream().map(PdfRemarks::named).toList();
        }
    }

    /** Of Latin letters and signs, which the typeface has, and blanks. */
    private static boolean isPlain(int sign) {
        return Character.isWhitespace(sign) || (sign >= ' ' && sign < 0x80) || (sign >= 0xA0 && sign < 0x250);
    }

    private byte[] written() {
        if (document.draft()) {
            paper.stamp(words.of(Phrase.DRAFT_STAMP));
        }
        int y = Math.max(parties(head()), facts(1_600)) + 2 * STEP;
        y = new PdfLines(document, paper).write(y);
        y = new PdfTotals(document, paper).write(y);
        y = new PdfPayment(document, paper).write(y);
        new PdfRemarks(document, lacks, paper).write(y);
        new PdfTimesheet(document, paper).write();
        return paper.bound(name(), this::foot);
    }

    private String name() {
        var draft = document.kind() == Kind.INVOICE ? Phrase.DRAFT_INVOICE : Phrase.DRAFT_CREDIT_NOTE;
        return document.draft() ? words.of(draft) : title();
    }

    private String title() {
        return kind() + " " + document.number();
    }

    private String kind() {
        return words.of(document.kind() == Kind.INVOICE ? Phrase.INVOICE : Phrase.CREDIT_NOTE);
    }

    /** Seller and title; returns where to go on. */
    private int head() {
        var seller = document.seller();
        int y = TOP;
        for (var line : paper.wrapped(Face.BOLD, NAME, FACTS - LEFT - 100, Texts.line(seller.getName()))) {
            paper.text(LEFT, y, Face.BOLD, NAME, BLACK, line);
            y += NAME + 40;
        }
        for (var line :
                paper.wrapped(Face.REGULAR, SMALL, FACTS - LEFT - 100, String.join(" \u00b7 ", address(seller)))) {
            paper.text(LEFT, y, Face.REGULAR, SMALL, GREY, line);
            y += STEP - 20;
        }
        paper.textTo(RIGHT, 720, Face.BOLD, TITLE, BLACK, kind());
        paper.textTo(RIGHT, 900, Face.REGULAR, NAME, GREY, document.draft() ? words.of(Phrase.DRAFT) : number());
        return y;
    }

    private String number() {
        return Objects.requireNonNull(document.number());
    }

    /** The buyer; returns where to go on. */
    private int parties(int from) {
        int y = Math.max(from + STEP, 1_600);
        paper.text(LEFT, y - STEP, Face.REGULAR, SMALL, GREY, words.of(Phrase.BILL_TO));
        var buyer = document.buyer();
        var lines = new ArrayList<String>();
        lines.add(buyer.getName());
        lines.addAll(address(buyer));
        if (buyer.getTaxId() != null) {
            lines.add(words.of(Phrase.TAX_IDENTIFIER, buyer.getTaxId()));
        }
        for (int i = 0; i < lines.size(); i++) {
            var face = i == 0 ? Face.BOLD : Face.REGULAR;
            for (var line : paper.wrapped(face, TEXT, FACTS - LEFT - 200, Texts.line(lines.get(i)))) {
                paper.text(LEFT, y, face, TEXT, BLACK, line);
                y += STEP;
            }
        }
        return y;
    }

    private static List<String> address(DocumentParty party) {
        var town = Stream.of(party.getPostalCode(), party.getCity())
                .filter(Objects::nonNull)
                .reduce((code, city) -> code + " " + city)
                .orElse(null);
        return Stream.of(party.getStreet(), town, party.getCountry())
                .filter(Objects::nonNull)
                .map(Texts::line)
                .toList();
    }

    /** Dates and references beside the buyer; returns where to go on. */
    private int facts(int from) {
        int y = from - STEP;
        y = fact(y, Phrase.NUMBER, document.draft() ? words.of(Phrase.AFTER_APPROVAL) : document.number());
        y = fact(y, document.draft() ? Phrase.ISSUE_PLANNED : Phrase.ISSUE_DATE, words.day(document.issueDate()));
        y = fact(y, Phrase.TAX_POINT, document.taxPoint() == null ? null : words.day(document.taxPoint()));
        if (document.dueDate() != null) {
            long days = ChronoUnit.DAYS.between(document.issueDate(), document.dueDate());
            y = fact(y, Phrase.DUE_DATE, words.of(Phrase.DUE_IN_DAYS, words.day(document.dueDate()), days));
        }
        y = fact(y, Phrase.SERVICE_PERIOD, words.days(document.serviceFrom(), document.serviceTo()));
        var original = document.original();
        y = fact(
                y,
                Phrase.CORRECTS_INVOICE,
                original == null
                        ? null
                        : words.of(Phrase.INVOICE_OF_DAY, original.number(), words.day(original.issueDate())));
        y = fact(y, Phrase.REASON, document.reason());
        y = fact(y, Phrase.PURCHASE_ORDER, document.poNumber());
        y = fact(y, Phrase.YOUR_REFERENCE, document.buyerReference());
        y = fact(y, Phrase.CONTRACT, document.contract());
        return fact(y, Phrase.CURRENCY, document.currency());
    }

    private int fact(int y, Phrase name, @Nullable String value) {
        if (value == null) {
            return y;
        }
        paper.text(FACTS, y, Face.REGULAR, TEXT, GREY, words.of(name));
        int at = y;
        for (var line : paper.wrapped(Face.REGULAR, TEXT, RIGHT - FACTS_VALUE, Texts.line(value))) {
            paper.text(FACTS_VALUE, at, Face.REGULAR, TEXT, BLACK, line);
            at += STEP;
        }
        return at;
    }

    private void foot(int sheet, int of) {
        int y = Paper.HEIGHT - 560;
        var seller = document.seller();
        paper.rule(LEFT, y - 120, RIGHT - LEFT, GREY);
        paper.text(LEFT, y, Face.REGULAR, SMALL, GREY, footLine(seller));
        paper.textTo(RIGHT, y, Face.REGULAR, SMALL, GREY, words.of(Phrase.PAGE_OF, sheet, of));
        var title = document.draft() ? words.of(Phrase.DRAFT_NO_INVOICE) : title();
        paper.text(LEFT, y + STEP, Face.REGULAR, SMALL, GREY, title);
        if (seller.getContactName() != null) {
            paper.textTo(RIGHT, y + STEP, Face.REGULAR, SMALL, GREY, contact(seller));
        }
    }

    private String footLine(DocumentParty seller) {
        var line = Texts.line(seller.getName())
                + (seller.getTaxId() == null ? "" : " \u00b7 " + words.of(Phrase.TAX_IDENTIFIER, seller.getTaxId()))
                + (seller.getRegistrationId() == null
                        ? ""
                        : " \u00b7 " + words.of(Phrase.REGISTER, seller.getRegistrationId()));
        return paper.wrapped(Face.REGULAR, SMALL, RIGHT - LEFT - 700, line).getFirst();
    }

    private String contact(DocumentParty seller) {
        var line = Stream.of(seller.getContactName(), seller.getContactPhone(), seller.getContactEmail())
                .filter(Objects::nonNull)
                .map(Texts::line)
                .reduce((one, other) -> one + " \u00b7 " + other)
                .orElse("");
        return paper.wrapped(Face.REGULAR, SMALL, 3_000, line).getFirst();
    }
}
