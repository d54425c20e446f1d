package io.fairlead.time;

import io.fairlead.contract.RateLevel;
import io.fairlead.shared.BilledTime;
import io.fairlead.shared.Rate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Give approved time its price; the amount is worked out here (R2).
 *
 * @param timeEntryId its key
 * @param version which was approved
 * @param rateCardId card of the row
 * @param rateId row used
 * @param level where the row was found (R1)
 * @param rate the row's price
 * @param unit HOUR or DAY
 * @param billed what of the worked time is billed (R2)
 */
public record PriceTime(
        @TargetAggregateIdentifier TimeEntryId timeEntryId,
        int version,
        String rateCardId,
        String rateId,
        RateLevel level,
        Rate rate,
        String unit,
        BilledTime billed) {}
