package io.fairlead.simulation;

import io.fairlead.billing.fx.SetExchangeRate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Central banks publish what currencies are worth: some pairs from the beginning, some late, some either way round. */
final class ExchangeLife {

    private final World world;
    private final Chance chance;

    ExchangeLife(World world, Chance chance) {
        this.world = world;
        this.chance = chance;
    }

    /** Most pairs have a rate before anybody works. */
    void begin() {
        eachPair(() -> !chance.oneIn(5));
    }

    /** A rate from a day on, at times for a while only; what is priced by then keeps its own. */
    void setRate() {
        var one = chance.of(Firm.CURRENCIES);
        var other = chance.of(Firm.CURRENCIES);
        if (!one.equals(other)) {
            var from = chance.day();
            set(one, other, from, chance.oneIn(3) ? from.plusDays(chance.between(1, 20)) : null);
        }
    }

    /** Every pair has a rate on every day. */
    void setWhatIsMissing() {
        eachPair(() -> true);
    }

    private void eachPair(BooleanSupplier wanted) {
        for (int i = 0; i < Firm.CURRENCIES.size(); i++) {
            for (int j = i + 1; j < Firm.CURRENCIES.size(); j++) {
                if (wanted.getAsBoolean()) {
                    set(Firm.CURRENCIES.get(i), Firm.CURRENCIES.get(j), Firm.EVER, null);
                }
            }
        }
    }

    private void set(String base, String quote, LocalDate from, @Nullable LocalDate to) {
        var rate = chance.oneIn(3) ? new BigDecimal("1.25") : BigDecimal.valueOf(chance.between(10, 1_500_000), 4);
        world.ask(SetExchangeRate.of(base, quote, rate, from, to, "central bank"));
    }
}
