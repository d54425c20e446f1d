package io.fairlead.funding;

import io.fairlead.shared.Check;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Give back what an issued credit note credits: net billed is less.
 *
 * @param fundingId the contract's limits
 * @param creditNoteId stream key of the credit note
 * @param poNumber purchase order of the credited invoice; null means none
 * @param credited net per source, as positive amounts
 */
public record RestoreFunds(
        @TargetAggregateIdentifier FundingId fundingId,
        String creditNoteId,
        @Nullable String poNumber,
        List<DraftFunds.Portion> credited) {

    public RestoreFunds {
        Check.text("creditNoteId", creditNoteId, 100);
        credited = List.copyOf(credited);
    }
}
