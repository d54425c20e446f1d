package io.fairlead.time;

import io.fairlead.contract.RateLevel;
import io.fairlead.shared.Check;
import io.fairlead.shared.Rate;
import java.math.BigDecimal;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Give time that is on no draft and no invoice another price; what is drafted or billed keeps its own.
 *
 * @param timeEntryId its key
 * @param rateCardId card of the row
 * @param rateId row used
 * @param level where the row was found (R1)
 * @param rate the row's price
 * @param unit HOUR or DAY
 * @param reason why
 * @param share its share of the line that its draft will sum up (R2), at most a smallest unit of the currency from its
 *     own amount; null means worked out by itself
 * @param again whether what is unbilled is worked out again though the rate is the same: something of it came back
 */
public record RepriceTime(
        @TargetAggregateIdentifier TimeEntryId timeEntryId,
        String rateCardId,
        String rateId,
        RateLevel level,
        Rate rate,
        String unit,
        String reason,
        @Nullable BigDecimal share,
        boolean again) {

    public RepriceTime {
        Check.text("reason", reason, 400);
        share = share == null ? null : Check.notNegative("share", share);
    }

    /** Each entry by itself. */
    public RepriceTime(
            TimeEntryId timeEntryId,
            String rateCardId,
            String rateId,
            RateLevel level,
            Rate rate,
            String unit,
            String reason) {
        this(timeEntryId, rateCardId, rateId, level, rate, unit, reason, null, false);
    }
}
