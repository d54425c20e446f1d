package io.fairlead.revenue;

import io.fairlead.shared.Check;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Let facts count for the last closed period again.
 *
 * @param accountingPeriodId the company's stream
 * @param period its name
 * @param reopenedBy who, issuer|subject
 * @param reason why
 * @param at from the caller's clock
 */
public record ReopenPeriod(
        @TargetAggregateIdentifier AccountingPeriodId accountingPeriodId,
        String period,
        String reopenedBy,
        String reason,
        Instant at) {

    public ReopenPeriod {
        Check.text("period", period, 20);
        Check.actor("reopenedBy", reopenedBy);
        Check.text("reason", reason, 400);
    }
}
