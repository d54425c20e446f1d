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
 * @param givenUp what of it is not billed again: written off, or never worked
 */
public record RestoreFunds(
        @TargetAggregateIdentifier FundingId fundingId,
        String creditNoteId,
        @Nullable String poNumber,
        List<DraftFunds.Portion> credited,
        List<DraftFunds.Portion> givenUp) {

    public RestoreFunds {
        Check.text("creditNoteId", creditNoteId, 100);
        credited = List.copyOf(credited);
        givenUp = List.copyOf(givenUp);
    }
}
