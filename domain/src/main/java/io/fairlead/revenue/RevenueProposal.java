package io.fairlead.revenue;

import io.fairlead.revenue.RevenueInputsLookup.Inputs;
import io.fairlead.revenue.RevenueToDate.Earned;
import io.fairlead.revenue.RevenueToDate.Unknown;
import io.fairlead.shared.AmountText;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a close would book for one obligation: read by people before they close, and by the close itself. Working it out again gives
 * the same until something else is recorded.
 *
 * @param facts what it was worked out from
 * @param toDate revenue since inception; null when it cannot be worked out
 * @param delta what would be booked; null when it cannot be worked out
 * @param expectedLoss estimate above the price; 0 when none is expected
 * @param code why it cannot be worked out, or LOSS_EXPECTED; null when all is well
 * @param sentence what is wrong and what to do; null when all is well
 */
public record RevenueProposal(
        Inputs facts,
        @Nullable BigDecimal toDate,
        @Nullable BigDecimal delta,
        BigDecimal expectedLoss,
        @Nullable String code,
        @Nullable String sentence) {

    /** Worked out by R5. */
    public static RevenueProposal of(Inputs facts) {
        return switch (RevenueToDate.of(facts.terms(), facts.inputs())) {
            case Earned(var toDate, var loss) -> {
                var lossy = loss.signum() > 0;
                yield new RevenueProposal(
                        facts,
                        toDate,
                        toDate.subtract(facts.booked()),
                        loss,
                        lossy ? "LOSS_EXPECTED" : null,
                        lossy ? lossSentence(facts) : null);
            }
            case Unknown(var code, var sentence) ->
                new RevenueProposal(facts, null, null, BigDecimal.ZERO.setScale(4), code, sentence);
        };
    }

    private static String lossSentence(Inputs facts) {
        return facts.name() + " of " + facts.contractId() + " will cost "
                + shown(facts.inputs().estimate()) + " and is sold for "
                + shown(facts.price()) + ". Agree a price, or book the loss.";
    }

    private static String shown(@Nullable BigDecimal amount) {
        return amount == null ? "nothing" : AmountText.of(amount);
    }
}
