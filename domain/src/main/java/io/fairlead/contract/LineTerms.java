package io.fairlead.contract;

import io.fairlead.shared.Check;
import io.fairlead.shared.RuleViolated;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a contract line agrees on beyond price and limit. For whoever signs contracts; {@link #NONE} where nothing was.
 *
 * @param standAlonePrice what the line would cost by itself, >= 0 (R6); null means its price
 * @param obligation name of the performance obligation that the line belongs to; null means one of its own
 * @param revenueMethod AS_BILLED, AS_INCURRED, PERCENT_COMPLETE, STRAIGHT_LINE or ON_MILESTONE (R5); null follows the
 *     billing method
 * @param termFrom first day of the line; null means the contract's
 * @param termTo first day after it; null means the contract's
 * @param unit name of what is delivered by UNITS; null otherwise
 * @param unitPrice price of one unit, >= 0; null means by rate card
 * @param markUp on expenses, 0..10: 0.10 adds a tenth (R15); null means 0
 * @param taxCodes codes of several taxes on the line (R4); empty means by category alone
 */
public record LineTerms(
        @Nullable BigDecimal standAlonePrice,
        @Nullable String obligation,
        @Nullable String revenueMethod,
        @Nullable LocalDate termFrom,
        @Nullable LocalDate termTo,
        @Nullable String unit,
        @Nullable BigDecimal unitPrice,
        @Nullable BigDecimal markUp,
        List<String> taxCodes) {

    public static final LineTerms NONE = new LineTerms(null, null, null, null, null, null, null, null, List.of());

    private static final Set<String> REVENUE_METHODS =
            Set.of("AS_BILLED", "AS_INCURRED", "PERCENT_COMPLETE", "STRAIGHT_LINE", "ON_MILESTONE");
    private static final BigDecimal MARK_UP_MAX = BigDecimal.TEN;

    public LineTerms {
        standAlonePrice = standAlonePrice == null ? null : Check.notNegative("lines.standAlonePrice", standAlonePrice);
        Check.textOrNull("lines.obligation", obligation, 60);
        if (revenueMethod != null) {
            Check.oneOf("lines.revenueMethod", revenueMethod, REVENUE_METHODS);
        }
        if (termFrom != null) {
            Check.period("lines.termTo", Check.day("lines.termFrom", termFrom), termTo);
        }
        Check.textOrNull("lines.unit", unit, 40);
        unitPrice = unitPrice == null ? null : Check.notNegative("lines.unitPrice", unitPrice);
        markUp = markUp == null ? null : Check.notNegative("lines.markUp", markUp);
        if (markUp != null && markUp.compareTo(MARK_UP_MAX) > 0) {
            throw new RuleViolated(
                    "G-02", "lines.markUp", "mark-up " + markUp + " is out of range", "0.10 adds a tenth");
        }
        taxCodes = List.copyOf(taxCodes);
        Check.range("lines.taxCodes", taxCodes.size(), 0, 5);
        taxCodes.forEach(code -> Check.text("lines.taxCodes", code, 20));
    }
}
