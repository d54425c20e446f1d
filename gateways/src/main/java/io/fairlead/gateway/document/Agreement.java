package io.fairlead.gateway.document;

import io.fairlead.gateway.document.BillDocument.Kind;
import io.fairlead.gateway.document.BillDocument.Line;
import io.fairlead.gateway.document.BillDocument.Tax;
import io.fairlead.shared.RuleViolated;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Whether the figures of a document agree to the last digit: lines to net, lines of a row to its base, base x rate to
 * its tax (R4), rows to the tax, net and tax to gross. The tax of a credit note is what its invoice's credits amount to
 * less what was credited before, so it may differ from base x rate by one unit of the last digit.
 */
final class Agreement {

    /**
     * Passes or refuses.
     *
     * @throws RuleViolated UBL_TOTALS naming the figure that is off
     */
    static void require(BillDocument document) {
        same("net", document.net(), sum(document.lines().stream(), Line::net));
        same("tax", document.tax(), sum(document.taxes().stream(), Tax::amount));
        same("gross", document.gross(), document.net().add(document.tax()));
        for (var row : document.taxes()) {
            var base = sum(
                    document.lines().stream()
                            .filter(line -> document.taxesOf(line).contains(row)),
                    Line::net);
            same("base of " + row.code(), row.base(), base);
            requireRate(row);
            var exact = row.base().multiply(row.rate()).setScale(row.amount().scale(), RoundingMode.HALF_UP);
            var off = row.amount().subtract(exact).abs();
            if (off.compareTo(tolerance(document.kind(), row.amount())) > 0) {
                throw new RuleViolated(
                        "UBL_TOTALS",
                        "taxes",
                        "tax " + row.amount() + " of " + row.code() + " is not " + row.base() + " x " + row.rate(),
                        "a tax computed line by line fits no such document (R4); send the PDF instead");
            }
        }
        for (var line : document.lines()) {
            if (document.taxesOf(line).isEmpty()) {
                throw new RuleViolated(
                        "UBL_TOTALS", "taxes", "line " + line.lineNo() + " has no row of tax", "report it");
            }
        }
    }

    private static void requireRate(Tax row) {
        if (row.category().equals("S") == (row.rate().signum() == 0)) {
            throw new RuleViolated(
                    "UBL_TAX_RATE",
                    "taxes",
                    "category " + row.category() + " cannot have the rate "
                            + row.rate().stripTrailingZeros().toPlainString(),
                    "use category Z or E for what is taxed at 0");
        }
    }

    private static BigDecimal tolerance(Kind kind, BigDecimal amount) {
        return kind == Kind.CREDIT_NOTE ? BigDecimal.ONE.movePointLeft(amount.scale()) : BigDecimal.ZERO;
    }

    private static <T> BigDecimal sum(Stream<T> parts, Function<T, BigDecimal> amount) {
        return parts.map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static void same(String figure, BigDecimal told, BigDecimal sum) {
        if (told.compareTo(sum) != 0) {
            throw new RuleViolated("UBL_TOTALS", figure, figure + " " + told + " is not " + sum, "report it");
        }
    }

    private Agreement() {}
}
