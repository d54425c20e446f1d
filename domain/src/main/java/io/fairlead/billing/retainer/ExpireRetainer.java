package io.fairlead.billing.retainer;

import io.fairlead.shared.Check;
import io.fairlead.shared.Happened;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Keep for good what the customer did not use in time.
 *
 * @param retainerId the balance
 * @param expiredOn the accounting date
 * @param reason what the contract says
 * @param decidedBy issuer|subject
 */
public record ExpireRetainer(
        @TargetAggregateIdentifier RetainerId retainerId,
        @Happened LocalDate expiredOn,
        String reason,
        String decidedBy) {

    public ExpireRetainer {
        Check.day("expiredOn", expiredOn);
        Check.text("reason", reason, 400);
        Check.actor("decidedBy", decidedBy);
    }
}
