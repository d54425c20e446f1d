package io.fairlead.gateway.document;

import io.fairlead.gateway.document.BillDocument.Kind;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a bank's application reads off an invoice to fill a SEPA transfer: version 002 of EPC069-12, "Quick Response
 * Code: Guidelines to Enable Data Capture for the Initiation of a SEPA Credit Transfer" of the European Payments
 * Council.
 */
final class EpcCode {

    private static final Set<String> EEA = Set.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS", "IT", "LI",
            "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK");

    /** Where SEPA transfers go besides, and need a BIC. */
    private static final Set<String> OUTSIDE_EEA =
            Set.of("AD", "AL", "CH", "GB", "GI", "MC", "MD", "ME", "MK", "RS", "SM", "VA");

    private static final BigDecimal AMOUNT_MAX = new BigDecimal("999999999.99");
    private static final int NAME_MAX = 70;
    private static final int REMITTANCE_MAX = 140;
    private static final int BYTES_MAX = 331;

    /** The code's text, lines ended by line feeds; empty where no SEPA transfer pays the document. */
    static Optional<String> of(BillDocument document) {
        var payee = document.payee();
        var amount = document.payable();
        if (document.kind() != Kind.INVOICE
                || document.draft()
                || payee == null
                || !document.currency().equals("EUR")
                || amount.signum() <= 0
                || amount.compareTo(AMOUNT_MAX) > 0
                || !isReached(payee.getIban(), payee.getBic() != null)) {
            return Optional.empty();
        }
        var text = String.join(
                "\n",
                "BCD",
                "002",
                "1", // UTF-8
                "SCT",
                payee.getBic() == null ? "" : payee.getBic(),
                first(Texts.line(document.seller().getName()), NAME_MAX),
                payee.getIban(),
                "EUR" + amount.toPlainString(),
                "", // No purpose.
                "", // No structured reference: the number is free text.
                first(Objects.requireNonNull(document.number()), REMITTANCE_MAX));
        return text.getBytes(StandardCharsets.UTF_8).length > BYTES_MAX ? Optional.empty() : Optional.of(text);
    }

    private static boolean isReached(String iban, boolean hasBic) {
        var country = iban.substring(0, Math.min(2, iban.length()));
        return EEA.contains(country) || (hasBic && OUTSIDE_EEA.contains(country));
    }

    private static String first(String text, int characters) {
        return text.codePointCount(0, text.length()) <= characters
                ? text
                : text.substring(0, text.offsetByCodePoints(0, characters));
    }

    private EpcCode() {}
}
