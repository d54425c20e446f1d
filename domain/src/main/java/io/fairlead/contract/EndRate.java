package io.fairlead.contract;

import io.fairlead.shared.Check;
import io.fairlead.shared.Foreseen;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * End a price.
 *
 * @param rateCardId the card
 * @param rateId its row
 * @param to first day on which it no longer holds
 * @param reason why
 */
public record EndRate(
        @TargetAggregateIdentifier RateCardId rateCardId,
        String rateId,
        @Foreseen LocalDate to,
        String reason) {

    public EndRate {
        Check.text("rateId", rateId, 64);
        Check.day("to", to);
        Check.text("reason", reason, 400);
    }
}
