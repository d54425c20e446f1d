package io.fairlead.resource;

import io.fairlead.shared.Check;
import io.fairlead.shared.Foreseen;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Say what an hour of a person costs from a day on.
 *
 * @param personId whose
 * @param costRateId row, unique within the person
 * @param from first day
 * @param to first day outside; null means open
 * @param rate per hour, >= 0
 * @param currency ISO 4217
 * @param reason why
 */
public record SetCostRate(
        @TargetAggregateIdentifier PersonId personId,
        String costRateId,
        @Foreseen LocalDate from,
        @Foreseen @Nullable LocalDate to,
        BigDecimal rate,
        String currency,
        String reason) {

    public SetCostRate {
        Check.text("costRateId", costRateId, 64);
        Check.day("from", from);
        Check.period("to", from, to);
        rate = Check.rate("rate", rate);
        Check.currency("currency", currency);
        Check.text("reason", reason, 400);
    }
}
