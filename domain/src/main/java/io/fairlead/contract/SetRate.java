package io.fairlead.contract;

import io.fairlead.resource.PersonId;
import io.fairlead.shared.Check;
import io.fairlead.shared.Foreseen;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Set a price for a period (R1).
 *
 * @param rateCardId the card
 * @param rateId row, unique within the card
 * @param owner legal-entity:, customer:, project: or contract:<key>
 * @param lineNo the one contract line; null means all
 * @param personId the one person; null means all
 * @param role the one role; null means all
 * @param workType the one kind of work; null means all
 * @param rate per unit, >= 0; 0 is a price
 * @param currency ISO 4217
 * @param unit HOUR or DAY
 * @param from first day
 * @param to first day outside; null means open
 * @param reason why
 */
public record SetRate(
        @TargetAggregateIdentifier RateCardId rateCardId,
        String rateId,
        String owner,
        @Nullable Integer lineNo,
        @Nullable PersonId personId,
        @Nullable String role,
        @Nullable String workType,
        BigDecimal rate,
        String currency,
        String unit,
        @Foreseen LocalDate from,
        @Foreseen @Nullable LocalDate to,
        String reason) {

    public SetRate {
        Check.text("rateId", rateId, 64);
        Check.text("owner", owner, 80);
        Check.textOrNull("role", role, 60);
        Check.textOrNull("workType", workType, 60);
        rate = Check.rate("rate", rate);
        Check.currency("currency", currency);
        Check.oneOf("unit", unit, Set.of("HOUR", "DAY"));
        Check.day("from", from);
        Check.period("to", from, to);
        Check.text("reason", reason, 400);
    }
}
