package io.fairlead.app.verify.invariant;

import io.fairlead.app.verify.account.LogFold;
import io.fairlead.app.verify.account.PriceAccount;
import java.util.function.Supplier;

/** I15: every price of time is its seconds times a rate that somebody set. */
public final class PricesFollow implements Invariant {

    private final Supplier<LogFold> log;

    public PricesFollow(Supplier<LogFold> log) {
        this.log = log;
    }

    @Override
    public String id() {
        return "I15";
    }

    @Override
    public String sentence() {
        return "price of time = seconds x rate / unit, converted and rounded once; the rate is that of its row; lines follow";
    }

    @Override
    public Finding check() {
        return compare(log.get().prices());
    }

    public static Finding compare(PriceAccount prices) {
        var tally = new Finding.Tally();
        tally.examined(prices.examined());
        prices.differences().forEach(sentence -> tally.differs("%s", sentence));
        return tally.finding();
    }
}
