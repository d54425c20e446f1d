package io.fairlead.funding;

import io.fairlead.shared.Check;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a limit is measured and when it begins anew: money or hours, by calendar period of the day of service. Twenty hours a month
 * that carry over are 20 to the end of January and 40 to the end of February, whenever they are used. Part of {@link FundLimit}.
 *
 * @param unit what is counted
 * @param per how long it holds
 * @param carryOver whether what a period leaves is added to the next ones
 * @param from day whose period is the first that adds to what is carried over
 */
public record FundCap(Unit unit, Per per, boolean carryOver, LocalDate from) {

    /** What is counted. */
    public enum Unit {
        /** Net in the contract's currency. */
        MONEY,
        /** Billed time; what bills no time uses none. */
        HOURS
    }

    /** How long a limit holds. */
    public enum Per {
        TERM(0),
        MONTH(1),
        QUARTER(3),
        YEAR(12);

        private final int months;

        Per(int months) {
            this.months = months;
        }
    }

    public FundCap {
        Check.day("caps.from", from);
    }

    /** Unique among the caps of a line. */
    String id() {
        return unit.name().toLowerCase(Locale.ROOT) + "-" + per.name().toLowerCase(Locale.ROOT);
    }

    /** The period of a day, as people name it. */
    String nameOf(LocalDate day) {
        return switch (per) {
            case TERM -> "term";
            case MONTH -> YearMonth.from(day).toString();
            case QUARTER -> day.getYear() + "-Q" + ((day.getMonthValue() + 2) / 3);
            case YEAR -> String.valueOf(day.getYear());
        };
    }

    /** First day that counts in the period of a day; null means all before its end. */
    @Nullable
    LocalDate start(LocalDate day) {
        return per == Per.TERM || carryOver ? null : first(day);
    }

    /** First day after the period of a day; null means never. */
    @Nullable
    LocalDate end(LocalDate day) {
        return per == Per.TERM ? null : first(day).plusMonths(per.months);
    }

    /** What may be used by the end of the period of a day. */
    BigDecimal upTo(LocalDate day, BigDecimal amount) {
        if (per == Per.TERM || !carryOver) {
            return amount;
        }
        long periods = ChronoUnit.MONTHS.between(first(from), first(day)) / per.months + 1;
        return amount.multiply(BigDecimal.valueOf(Math.max(1, periods)));
    }

    private LocalDate first(LocalDate day) {
        int month = (day.getMonthValue() - 1) / per.months * per.months + 1;
        return LocalDate.of(day.getYear(), month, 1);
    }
}
