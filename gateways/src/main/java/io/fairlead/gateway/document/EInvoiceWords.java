package io.fairlead.gateway.document;

import io.fairlead.gateway.document.BillDocument.Kind;
import io.fairlead.gateway.document.BillDocument.Line;
import io.fairlead.gateway.document.BillDocument.Tax;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** What an electronic invoice says whatever it is written in, so that UBL and CII cannot differ. */
final class EInvoiceWords {

    /** UNCL4461: SEPA credit transfer, credit transfer. */
    private static final String SEPA = "58";

    private static final String TRANSFER = "30";

    /** How it is to be paid. */
    static String transfer(BillDocument document) {
        return document.currency().equals("EUR") ? SEPA : TRANSFER;
    }

    /** When it is to be paid, or what becomes of a credit; null where nobody has fixed a day. */
    static @Nullable String terms(BillDocument document, Words words) {
        if (document.kind() == Kind.CREDIT_NOTE) {
            return words.of(Phrase.CREDIT_TERMS);
        }
        var due = document.dueDate();
        return due == null ? null : words.of(Phrase.PAYABLE_UNTIL, words.day(due));
    }

    /** What is outside the scope of tax names no VAT identifier of either side (BR-O-02). */
    static boolean isOutside(BillDocument document) {
        return document.taxes().stream().anyMatch(row -> row.category().equals("O"));
    }

    /** Taxes of one category and rate are one row (BR-S-08), also where their reasons differ (BR-E-01, BR-AE-01). */
    static Collection<Tax> rows(BillDocument document) {
        var rows = new LinkedHashMap<String, Tax>();
        for (var row : document.taxes()) {
            rows.merge(
                    row.category() + " " + percent(row.rate()),
                    row,
                    (one, other) -> new Tax(
                            one.code(),
                            one.category(),
                            one.rate(),
                            one.base().add(other.base()),
                            one.amount().add(other.amount()),
                            reasons(one, other)));
        }
        return rows.values();
    }

    private static @Nullable String reasons(Tax one, Tax other) {
        return one.reason() == null || other.reason() == null || one.reason().contains(other.reason())
                ? one.reason()
                : one.reason() + "; " + other.reason();
    }

    /** Code list VATEX; an exemption (E) has as many codes as laws, so its reason alone is told. */
    static @Nullable String exemptionCode(Tax row) {
        return switch (row.category()) {
            case "AE" -> "VATEX-EU-AE";
            case "G" -> "VATEX-EU-G";
            case "O" -> "VATEX-EU-O";
            default -> null;
        };
    }

    /** Why nothing is levied; null where something is, and of zero rate (BR-Z-10). */
    static @Nullable String exemption(Tax row, Words words) {
        if (row.rate().signum() != 0 || row.category().equals("Z")) {
            return null;
        }
        return row.reason() != null ? row.reason() : words.of(phrase(row.category()));
    }

    /** What a category without tax is called. */
    static Phrase phrase(String category) {
        return switch (category) {
            case "AE" -> Phrase.REVERSE_CHARGE;
            case "G" -> Phrase.EXPORT;
            case "O" -> Phrase.OUTSIDE_TAX;
            case "Z" -> Phrase.ZERO_RATE;
            default -> Phrase.EXEMPT;
        };
    }

    /** What a line's quantity does not tell; null when it tells all. */
    static @Nullable String note(PrintedQuantity printed, Words words) {
        var untold = words.untold(printed);
        return untold.isEmpty() ? null : untold.replace(Words.JOINED, " ");
    }

    /** Project and task; null when neither is known. */
    static @Nullable String purpose(Line line) {
        var purpose = Texts.line(String.join(" \u00b7 ", line.purpose()));
        return purpose.isEmpty() ? null : purpose;
    }

    static String percent(BigDecimal rate) {
        return plain(rate.movePointRight(2));
    }

    /** Without zeros that say nothing, never in powers of ten. */
    static String plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0).toPlainString() : stripped.toPlainString();
    }

    private EInvoiceWords() {}
}
