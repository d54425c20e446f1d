package io.fairlead.shared;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.fairlead.schema.StorableText;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * Refusals of values that no command may carry; code G-02, with the field and what is allowed. Each hands back what it
 * has checked, for those who go on with it.
 */
public final class Check {

    private static final BigDecimal AMOUNT_MAX = new BigDecimal("100000000000000");
    private static final BigDecimal RATE_MAX = new BigDecimal("1000000000");
    private static final int ACTOR_MAX = 200;
    private static final LocalDate DAY_MIN = LocalDate.of(1970, 1, 1);
    private static final LocalDate DAY_MAX = LocalDate.of(2199, 12, 31);
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /** Text of 1..max characters that is not blank. */
    @CanIgnoreReturnValue
    public static String text(String field, @Nullable String value, int max) {
        if (value == null || value.isBlank() || value.length() > max) {
            throw refused(field, "is missing, blank or too long", "give 1 to " + max + " characters");
        }
        return value;
    }

    /** Text of 1..max characters, or null. */
    @CanIgnoreReturnValue
    public static @Nullable String textOrNull(String field, @Nullable String value, int max) {
        return value == null ? null : text(field, value, max);
    }

    /** Who acts: issuer|subject of 3 to 200 characters, none of the two blank. */
    @CanIgnoreReturnValue
    public static String actor(String field, @Nullable String value) {
        int bar = value == null ? -1 : value.indexOf('|');
        if (value == null
                || value.length() > ACTOR_MAX
                || bar < 1
                || !StorableText.isVisible(value, 0, bar)
                || !StorableText.isVisible(value, bar + 1, value.length())) {
            throw refused(field, "'" + value + "' is nobody", "write issuer|subject");
        }
        return value;
    }

    /** One of the words. */
    @CanIgnoreReturnValue
    public static String oneOf(String field, @Nullable String value, Set<String> words) {
        if (value == null || !words.contains(value)) {
            throw refused(
                    field,
                    "'" + value + "' is not known",
                    "use one of " + words.stream().sorted().toList());
        }
        return value;
    }

    /** ISO 4217 code of a currency with at most 4 digits. */
    @CanIgnoreReturnValue
    public static String currency(String field, @Nullable String value) {
        try {
            var unit = CurrencyUnit.of(text(field, value, 3));
            if (!unit.isPseudoCurrency() && unit.getDecimalPlaces() <= 4) {
                return unit.getCode();
            }
        } catch (IllegalCurrencyException unknown) {
            // Told below, in the same words as a currency of no money.
        }
        throw refused(field, "'" + value + "' is no currency of ISO 4217", "use a code like EUR, USD or GBP");
    }

    /** ISO 3166-1 alpha-2 code. */
    @CanIgnoreReturnValue
    public static String country(String field, @Nullable String value) {
        if (value == null || !COUNTRIES.contains(value)) {
            throw refused(field, "'" + value + "' is no country of ISO 3166-1", "use a code like DE, US or GB");
        }
        return value;
    }

    /** IANA name of a time zone. */
    @CanIgnoreReturnValue
    public static String zone(String field, @Nullable String value) {
        try {
            return ZoneId.of(text(field, value, 64)).getId();
        } catch (DateTimeException unknown) {
            throw refused(field, "'" + value + "' is no time zone", "use an IANA name like Europe/Berlin");
        }
    }

    /** Whole number from min to max. */
    @CanIgnoreReturnValue
    public static int range(String field, int value, int min, int max) {
        if (value < min || value > max) {
            throw refused(field, value + " is out of range", "use " + min + " to " + max);
        }
        return value;
    }

    /** Day between 1970 and 2199. */
    @CanIgnoreReturnValue
    public static LocalDate day(String field, @Nullable LocalDate value) {
        if (value == null || value.isBefore(DAY_MIN) || value.isAfter(DAY_MAX)) {
            throw refused(field, "is missing or out of range", "use a day from 1970-01-01 to 2199-12-31");
        }
        return value;
    }

    /** Half-open period: the end is missing or after the begin. */
    public static void period(String field, LocalDate from, @Nullable LocalDate to) {
        if (to != null && !to.isAfter(from)) {
            throw refused(field, "ends on or before its first day " + from, "the end is the first day outside");
        }
    }

    /** Amount at the wire's scale of 4, >= 0. */
    @CanIgnoreReturnValue
    public static BigDecimal notNegative(String field, @Nullable BigDecimal value) {
        var amount = amount(field, value);
        if (amount.signum() < 0) {
            throw refused(field, amount + " is below zero", "use 0 or more");
        }
        return amount;
    }

    /** Amount at the wire's scale of 4, above 0. */
    @CanIgnoreReturnValue
    public static BigDecimal positive(String field, @Nullable BigDecimal value) {
        var amount = amount(field, value);
        if (amount.signum() <= 0) {
            throw refused(field, amount + " is not above zero", "use more than 0");
        }
        return amount;
    }

    /** Amount with at most 4 decimals, brought to the wire's scale of 4. */
    @CanIgnoreReturnValue
    public static BigDecimal amount(String field, @Nullable BigDecimal value) {
        if (value == null || value.scale() > 50 || value.precision() - value.scale() > 15) {
            throw refused(field, "is missing or out of range", "use an amount below " + AMOUNT_MAX.toPlainString());
        }
        var plain = value.stripTrailingZeros();
        if (plain.scale() > 4 || plain.abs().compareTo(AMOUNT_MAX) >= 0) {
            throw refused(field, "has more than 4 decimals or is out of range", "round it before you send it");
        }
        return plain.setScale(4);
    }

    /** Price of a unit at the wire's scale of 4, >= 0 and below 1,000,000,000: what a slip adds would fit no amount any more. */
    @CanIgnoreReturnValue
    public static BigDecimal rate(String field, @Nullable BigDecimal value) {
        var rate = notNegative(field, value);
        if (rate.compareTo(RATE_MAX) >= 0) {
            throw refused(field, "is out of range", "use a price of a unit below " + RATE_MAX.toPlainString());
        }
        return rate;
    }

    /** Amount that a currency can hold: no decimals beyond its own. */
    @CanIgnoreReturnValue
    public static BigDecimal payable(String field, BigDecimal value, String currency) {
        if (value.stripTrailingZeros().scale() > CurrencyUnit.of(currency).getDecimalPlaces()) {
            throw refused(field, value + " has more decimals than " + currency, "round it before you send it");
        }
        return value;
    }

    /** As {@link #payable}, or null for null. */
    @CanIgnoreReturnValue
    public static @Nullable BigDecimal payableOrNull(String field, @Nullable BigDecimal value, String currency) {
        return value == null ? null : payable(field, value, currency);
    }

    private static RuleViolated refused(String field, String reason, String remedy) {
        return new RuleViolated("G-02", field, field + " " + reason, remedy);
    }

    private Check() {}
}
