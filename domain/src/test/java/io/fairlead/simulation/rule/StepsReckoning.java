package io.fairlead.simulation.rule;

import io.fairlead.billing.event.PayableRounding;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What is paid where cash has no smaller coins, reckoned by what is left of a gross beside whole steps. */
final class StepsReckoning {

    /** The nearest whole number of steps, of two equally near the one away from 0; the amount itself where there are none. */
    static BigDecimal nearest(BigDecimal amount, @Nullable BigDecimal step) {
        if (step == null) {
            return amount;
        }
        var left = amount.abs().remainder(step);
        var down = amount.abs().subtract(left);
        var nearest = left.add(left).compareTo(step) < 0 ? down : down.add(step);
        return amount.signum() < 0 ? nearest.negate() : nearest;
    }

    /** What the document says is paid. */
    static BigDecimal payable(BigDecimal gross, @Nullable PayableRounding rounding) {
        return rounding == null ? gross : gross.add(rounding.getAmount());
    }

    private StepsReckoning() {}
}
