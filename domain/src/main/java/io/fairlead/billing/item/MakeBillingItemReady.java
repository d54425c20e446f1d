package io.fairlead.billing.item;

import io.fairlead.shared.Check;
import io.fairlead.shared.Happened;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Let an item be billed.
 *
 * @param billingItemId its key
 * @param terms what is billed
 * @param serviceDate day of acceptance or report
 * @param author who reported what is billed, issuer|subject; null when nobody of the firm did
 */
public record MakeBillingItemReady(
        @TargetAggregateIdentifier BillingItemId billingItemId,
        BillingItemTerms terms,
        @Happened LocalDate serviceDate,
        @Nullable String author) {

    public MakeBillingItemReady {
        if (author != null) {
            Check.actor("author", author);
        }
    }

    /** Accepted by the customer. */
    public MakeBillingItemReady(BillingItemId billingItemId, BillingItemTerms terms, LocalDate serviceDate) {
        this(billingItemId, terms, serviceDate, null);
    }
}
