package io.fairlead.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Amounts compared by what they are worth, 1.5 is 1.5000, and shared by time; for rules that ask what changes. */
public final class Amounts {

    /** Whether both are missing, or both are there and worth the same. */
    public static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? one == null && other == null : one.compareTo(other) == 0;
    }

    /** amount x part / whole, rounded HALF_UP to the currency's digits. */
    public static Money share(Money amount, int part, int whole) {
        return Money.of(
                amount.getCurrencyUnit(),
                amount.getAmount()
                        .multiply(BigDecimal.valueOf(part))
                        .divide(BigDecimal.valueOf(whole), amount.getScale(), RoundingMode.HALF_UP));
    }

    private Amounts() {}
}
