package io.fairlead.party;

import io.fairlead.shared.Check;
import io.fairlead.shared.RuleViolated;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Say that a customer is the same as another one, which lives on for both.
 *
 * @param customerId the one that goes
 * @param into the one that lives on
 * @param livesOnAs what {@code into} lives on as, itself when it was not merged; null when there is no such customer
 * @param reason why
 * @param mergedBy who, issuer|subject
 * @param at from the caller's clock
 */
public record MergeCustomer(
        @TargetAggregateIdentifier CustomerId customerId,
        CustomerId into,
        @Nullable CustomerId livesOnAs,
        String reason,
        String mergedBy,
        Instant at) {

    public MergeCustomer {
        Check.text("reason", reason, 400);
        Check.actor("mergedBy", mergedBy);
    }

    /** P-05: what lives on is another customer, which was not merged itself. */
    void requireOtherLiving() {
        if (livesOnAs == null || livesOnAs.equals(customerId)) {
            throw new RuleViolated(
                    "P-05",
                    "into",
                    livesOnAs == null ? "there is no " + into : into + " is the customer itself, or was merged into it",
                    "name another customer, which lives on");
        }
        if (!livesOnAs.equals(into)) {
            throw new RuleViolated("P-05", "into", into + " was merged into " + livesOnAs, "merge into " + livesOnAs);
        }
    }
}
