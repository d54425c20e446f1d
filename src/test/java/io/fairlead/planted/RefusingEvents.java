package io.fairlead.planted;

import io.fairlead.shared.Check;
import io.fairlead.shared.RuleViolated;
import java.math.BigDecimal;

/** A fault on purpose: it builds events, and refuses by itself, by a check, and by what it calls. */
public final class RefusingEvents {

    static String issued(String number, BigDecimal gross) {
        if (number.isEmpty()) {
            throw new RuleViolated("B-08", "an invoice has a number");
        }
        return number + Check.positive("gross", Limit.require(gross));
    }

    /** What others call to refuse. */
    public static final class Limit {

        static BigDecimal require(BigDecimal gross) {
            if (gross.precision() > 10) {
                throw new RuleViolated("B-12", "so much is never open");
            }
            return gross;
        }

        private Limit() {}
    }

    private RefusingEvents() {}
}
