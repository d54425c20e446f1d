package io.fairlead.funding;

import io.fairlead.shared.Check;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Move work in the queue for funds: before or behind everything that has no such order.
 *
 * @param fundingId the contract's limits
 * @param sourceId time-entry:<uuid> or billing-item:<uuid>
 * @param place where to
 * @param reason why
 * @param decidedBy who, issuer|subject
 */
public record PrioritiseFunds(
        @TargetAggregateIdentifier FundingId fundingId, String sourceId, Place place, String reason, String decidedBy) {

    /** Ends of the queue. */
    public enum Place {
        FIRST,
        LAST
    }

    public PrioritiseFunds {
        Check.text("reason", reason, 400);
        Check.actor("decidedBy", decidedBy);
    }
}
