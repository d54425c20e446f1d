package io.fairlead.app.web;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.TokenStreamContext;

/**
 * Amounts as the API writes them: plain, with the digits of their currency or as many as count. The currency is that of the record
 * that holds the amount, else of a record around it, else of one that stands beside it there, as the invoice beside its lines. What
 * is no amount, or of no currency, has 2 digits: EUR 1234.50, JPY 1234, KWD 1234.500, a price of EUR 133.3333, a share of 0.50.
 */
public final class ShownAmount {

    private static final int DIGITS_MIN = 2;
    private static final Set<String> NO_AMOUNTS =
            Set.of("ratio", "share", "quantity", "discountRate", "markUp", "exchangeRate");

    /** How the records of a class tell a currency; each is null where they do not. */
    private record Source(
            @Nullable RecordComponent own, @Nullable RecordComponent beside) {}

    private static final ClassValue<Source> SOURCES = new ClassValue<>() {
        @Override
        protected Source computeValue(Class<?> type) {
            var beside = Arrays.stream(type.getRecordComponents())
                    .filter(part -> part.getType().isRecord() && currencyOf(part.getType()) != null)
                    .findFirst()
                    .orElse(null);
            return new Source(currencyOf(type), beside);
        }
    };

    /** @param at where the amount is about to be written */
    static String of(BigDecimal amount, TokenStreamContext at) {
        var name = at.currentName();
        boolean own = true;
        for (var around = at; around != null; around = around.getParent()) {
            if (around.currentValue() instanceof Record row) {
                var currency = currency(row);
                if (currency != null) {
                    return shown(amount, isAmount(name, own) ? currency : null);
                }
                own = false;
            }
        }
        return shown(amount, null);
    }

    /** @param row the record that holds it under the name */
    static String of(BigDecimal amount, String name, Object row) {
        return shown(amount, row instanceof Record it && isAmount(name, true) ? currency(it) : null);
    }

    /** A rate is an amount where its record has a currency: per hour, not per cent. */
    private static boolean isAmount(@Nullable String name, boolean ownCurrency) {
        return name == null || !NO_AMOUNTS.contains(name) && (ownCurrency || !name.equals("rate"));
    }

    /** @param currency ISO 4217; null where there is none */
    public static String shown(BigDecimal amount, @Nullable String currency) {
        var plain = amount.stripTrailingZeros();
        int digits = currency == null ? DIGITS_MIN : digits(currency);
        return plain.setScale(Math.max(digits, plain.scale())).toPlainString();
    }

    private static int digits(String currency) {
        try {
            return CurrencyUnit.of(currency).getDecimalPlaces();
        } catch (IllegalCurrencyException told) {
            return DIGITS_MIN; // Whatever an outside system told.
        }
    }

    private static @Nullable String currency(Record row) {
        var source = SOURCES.get(row.getClass());
        try {
            if (source.own() != null) {
                return (String) source.own().getAccessor().invoke(row);
            }
            return source.beside() != null && source.beside().getAccessor().invoke(row) instanceof Record beside
                    ? currency(beside)
                    : null;
        } catch (ReflectiveOperationException hidden) {
            return null; // Of a record that is not public, whose amounts have 2 digits.
        }
    }

    private static @Nullable RecordComponent currencyOf(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(part -> part.getName().equals("currency") && part.getType() == String.class)
                .findFirst()
                .orElse(null);
    }

    private ShownAmount() {}
}
