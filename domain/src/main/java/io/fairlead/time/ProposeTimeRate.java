package io.fairlead.time;

import io.fairlead.shared.Check;
import java.math.BigDecimal;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Ask for a rate of its own for one entry, above all rate cards; another person decides.
 *
 * @param timeEntryId its key
 * @param rate per hour, >= 0; 0 is a price
 * @param currency the contract's, ISO 4217
 * @param reason why
 * @param proposedBy who asks, issuer|subject
 */
public record ProposeTimeRate(
        @TargetAggregateIdentifier TimeEntryId timeEntryId,
        BigDecimal rate,
        String currency,
        String reason,
        String proposedBy) {

    public ProposeTimeRate {
        rate = Check.rate("rate", rate);
        Check.currency("currency", currency);
        Check.text("reason", reason, 400);
        Check.actor("proposedBy", proposedBy);
    }
}
