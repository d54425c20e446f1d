package io.fairlead.revenue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** What an obligation has earned since inception (R5), rounded once, at the end. */
public final class RevenueToDate {

    /** What the computation found. */
    public sealed interface Answer {}

    /**
     * Revenue since inception.
     *
     * @param amount HALF_UP to the currency's digits, at the wire's scale of 4
     * @param expectedLoss estimate above the price; 0 when none is expected
     */
    public record Earned(BigDecimal amount, BigDecimal expectedLoss) implements Answer {}

    /**
     * It cannot be worked out.
     *
     * @param code ESTIMATE_MISSING, PRICE_MISSING, TERM_MISSING or VALUE_MISSING
     * @param sentence what is wrong and what to do
     */
    public record Unknown(String code, String sentence) implements Answer {}

    /** What a prospective change leaves alone. */
    private record Kept(LocalDate from, BigDecimal amount, BigDecimal cost) {}

    /**
     * Percent complete: 420,000 of 700,000 at a price of 1,000,000 is 600,000.00 (the percentage is never rounded: IFRS 15
     * example 8). Straight line: 12,000 for a year of 365 days, after 31 days, is 1,019.18. Terms are those that hold on the last
     * day counted: of 36,500 for the year, 9,000.00 are earned by 1 April; 45,650 from that day on, prospective, are
     * 12,998.18 by 1 May.
     */
    public static Answer of(RevenueTerms agreed, RevenueInputs inputs) {
        var terms = agreed.before(inputs.until());
        var price = terms.last().price();
        return switch (terms.method()) {
            case PERCENT_COMPLETE ->
                terms.byReport() && inputs.estimate() == null
                        ? counted(terms, inputs, price)
                        : price == null ? noPrice() : byCost(terms, price, inputs);
            case STRAIGHT_LINE -> price == null ? noPrice() : byDays(terms, price, inputs);
            case AS_INCURRED -> counted(terms, inputs, terms.withinLimit() ? inputs.limit() : null);
            case AS_BILLED, ON_MILESTONE -> counted(terms, inputs, null);
        };
    }

    /** Revenue and cost up to the last prospective change, by the terms until then. */
    private static Kept kept(RevenueTerms terms, RevenueInputs inputs) {
        if (terms.keeping().isEmpty()) {
            return new Kept(terms.from(), BigDecimal.ZERO, BigDecimal.ZERO);
        }
        var day = terms.keeping().getLast();
        var then = terms.method() == RevenueMethod.STRAIGHT_LINE
                ? new RevenueInputs(null, null, null, null, day)
                : inputs.before(day);
        return new Kept(
                day,
                of(terms, then) instanceof Earned(var amount, var loss) ? amount : BigDecimal.ZERO,
                then.cost() == null ? BigDecimal.ZERO : then.cost());
    }

    private static Answer byCost(RevenueTerms terms, BigDecimal price, RevenueInputs inputs) {
        var estimate = inputs.estimate();
        if (estimate == null || estimate.signum() == 0 || inputs.cost() == null) {
            return new Unknown(
                    "ESTIMATE_MISSING", "No estimate at completion is known. Give one for the contract line.");
        }
        var kept = kept(terms, inputs);
        var spent = inputs.cost().subtract(kept.cost());
        var all = estimate.subtract(kept.cost());
        // Beyond the estimate the work counts as complete; the loss is told below.
        var earned = all.signum() <= 0 || spent.compareTo(all) >= 0
                ? price
                : kept.amount().add(part(terms, price.subtract(kept.amount()), spent, all));
        return earned(terms, earned, estimate.subtract(price).max(BigDecimal.ZERO));
    }

    private static Answer byDays(RevenueTerms terms, BigDecimal price, RevenueInputs inputs) {
        var to = terms.last().to();
        if (to == null) {
            return new Unknown("TERM_MISSING", "The term has no end, so no part of it can be told. Give the last day.");
        }
        var kept = kept(terms, inputs);
        var days = ChronoUnit.DAYS.between(kept.from(), to);
        var elapsed = Math.clamp(ChronoUnit.DAYS.between(kept.from(), inputs.until()), 0, Math.max(days, 0));
        var earned = days <= 0
                ? price
                : kept.amount()
                        .add(part(
                                terms,
                                price.subtract(kept.amount()),
                                BigDecimal.valueOf(elapsed),
                                BigDecimal.valueOf(days)));
        return earned(terms, earned, BigDecimal.ZERO);
    }

    private static Answer counted(RevenueTerms terms, RevenueInputs inputs, @Nullable BigDecimal most) {
        var value = inputs.value();
        if (value == null) {
            return new Unknown("VALUE_MISSING", "The value to date is not known.");
        }
        return earned(terms, most == null ? value : value.min(most), BigDecimal.ZERO);
    }

    private static BigDecimal part(RevenueTerms terms, BigDecimal amount, BigDecimal done, BigDecimal all) {
        return amount.multiply(done).divide(all, terms.currency().getDecimalPlaces(), RoundingMode.HALF_UP);
    }

    private static Earned earned(RevenueTerms terms, BigDecimal amount, BigDecimal expectedLoss) {
        var rounded = amount.setScale(terms.currency().getDecimalPlaces(), RoundingMode.HALF_UP);
        return new Earned(rounded.setScale(4), expectedLoss.setScale(4, RoundingMode.HALF_UP));
    }

    private static Unknown noPrice() {
        return new Unknown("PRICE_MISSING", "The contract line has no price. Agree one, or another revenue method.");
    }

    private RevenueToDate() {}
}
