package io.fairlead.party;

import io.fairlead.shared.Check;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Decide how a company looks at overlapping work and at four eyes over invoices.
 *
 * @param legalEntityId its code
 * @param policies both of them
 * @param reason why
 * @param changedBy who decides, issuer|subject
 */
public record ChangeWorkPolicies(
        @TargetAggregateIdentifier LegalEntityId legalEntityId,
        WorkPolicies policies,
        String reason,
        String changedBy) {

    public ChangeWorkPolicies {
        Check.text("reason", reason, 400);
        Check.actor("changedBy", changedBy);
    }
}
