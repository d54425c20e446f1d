package io.fairlead.operation;

import io.fairlead.shared.Check;
import io.fairlead.shared.FourEyes;
import io.fairlead.shared.RuleViolated;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Give somebody a role for some hours, past the identity provider. It holds for the companies that the provider knows them for.
 *
 * @param breakGlassId {@link BreakGlassId#FIRM}
 * @param grantId its key
 * @param grantedTo who may act by it, issuer|subject
 * @param role as tokens name it
 * @param hours 1 to 8 (S-01)
 * @param reason why
 * @param grantedBy issuer|subject, somebody else (S-02)
 * @param at from the caller's clock
 */
public record GrantBreakGlass(
        @TargetAggregateIdentifier BreakGlassId breakGlassId,
        String grantId,
        String grantedTo,
        String role,
        int hours,
        String reason,
        String grantedBy,
        Instant at) {

    /** No grant lasts longer. */
    public static final int HOURS_MAX = 8;

    private static final Set<String> ROLES = Set.of(
            "auditor",
            "billing-approver",
            "billing-preparer",
            "cash-clerk",
            "contract-manager",
            "controller",
            "credit-approver",
            "credit-preparer",
            "it-operator",
            "master-data",
            "project-manager",
            "time-approver",
            "time-author");

    public GrantBreakGlass {
        Check.text("grantId", grantId, 64);
        Check.actor("grantedTo", grantedTo);
        Check.oneOf("role", role, ROLES);
        Check.text("reason", reason, 400);
        Check.actor("grantedBy", grantedBy);
        if (hours < 1 || hours > HOURS_MAX) {
            throw new RuleViolated(
                    "S-01",
                    "hours",
                    "a role is given for 1 to " + HOURS_MAX + " hours, not for " + hours,
                    "give it for less, and again when that is not enough");
        }
    }

    /**
     * Asked where people are known, since one may have several logins.
     *
     * @throws RuleViolated S-02 when who gives it would have it
     */
    void requireAnother() {
        if (FourEyes.isSame(grantedBy, grantedTo)) {
            throw new RuleViolated(
                    "S-02", "grantedTo", "nobody gives a role to themselves", "let another administrator give it");
        }
    }

    Instant endsAt() {
        return at.plus(Duration.ofHours(hours));
    }
}
