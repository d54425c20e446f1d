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
 * @param caps most that may be billed in each period (R3), at most one for each unit and period
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
        List<String> taxCodes,
        List<Cap> caps) {

    public static final LineTerms NONE =
            new LineTerms(null, null, null, null, null, null, null, null, List.of(), List.of());

    /**
     * Most that may be billed of work of each period.
     *
     * @param unit MONEY or HOURS
     * @param amount of one period, >= 0: net in the contract's currency, or hours
     * @param per TERM, MONTH, QUARTER or YEAR
     * @param carryOver whether what a period leaves is added to the next ones
     */
    public record Cap(String unit, BigDecimal amount, String per, boolean carryOver) {

        public Cap {
            Check.oneOf("lines.caps.unit", unit, Set.of("MONEY", "HOURS"));
            amount = Check.notNegative("lines.caps.amount", amount);
            Check.oneOf("lines.caps.per", per, Set.of("TERM", "MONTH", "QUARTER", "YEAR"));
        }
    }

    private static final Set<String> REVENUE_METHODS =
            Set.of("AS_BILLED", "AS_INCURRED", "PERCENT_COMPLETE", "STRAIGHT_LINE", "ON_MILESTONE");
    private static final BigDecimal MARK_UP_MAX = BigDecimal.TEN;

    /** Refuses a cap of money that the currency cannot hold (G-02). */
    void requirePayable(String currency) {
        caps.stream()
                .filter(cap -> cap.unit().equals("MONEY"))
                .forEach(cap -> Check.payableOrNull("lines.caps.amount", cap.amount(), currency));
    }

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
        unitPrice = unitPrice == null ? null : Check.rate("lines.unitPrice", unitPrice);
        markUp = markUp == null ? null : Check.notNegative("lines.markUp", markUp);
        if (markUp != null && markUp.compareTo(MARK_UP_MAX) > 0) {
            throw new RuleViolated(
                    "G-02", "lines.markUp", "mark-up " + markUp + " is out of range", "0.10 adds a tenth");
        }
        taxCodes = List.copyOf(taxCodes);
        Check.range("lines.taxCodes", taxCodes.size(), 0, 5);
        taxCodes.forEach(code -> Check.text("lines.taxCodes", code, 20));
        caps = List.copyOf(caps);
        if (caps.stream().map(cap -> cap.unit() + cap.per()).distinct().count() < caps.size()) {
            throw new RuleViolated(
                    "C-10", "lines.caps", "two caps of one unit hold for the same period", "name each once");
        }
    }
}
