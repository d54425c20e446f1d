package io.fairlead.shared;

import java.math.BigDecimal;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Amounts between events (decimal(19,4) and a code) and Money. Nothing is rounded here. */
public final class WireAmount {

    /** The amount at the wire's scale of 4. */
    public static BigDecimal amount(Money money) {
        return money.getAmount().setScale(4);
    }

    /**
     * The amount at its currency's digits.
     *
     * @throws ArithmeticException when the amount is finer than the currency
     */
    public static Money money(BigDecimal amount, String currency) {
        var unit = CurrencyUnit.of(currency);
        return Money.of(unit, amount.setScale(unit.getDecimalPlaces()));
    }

    private WireAmount() {}
}
