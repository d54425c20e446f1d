package io.fairlead.time;

import io.fairlead.contract.RateLevel;
import io.fairlead.shared.Check;
import io.fairlead.shared.Rate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

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
 */
public record RepriceTime(
        @TargetAggregateIdentifier TimeEntryId timeEntryId,
        String rateCardId,
        String rateId,
        RateLevel level,
        Rate rate,
        String unit,
        String reason) {

    public RepriceTime {
        Check.text("reason", reason, 400);
    }
}
