package io.fairlead.billing.credit;

import io.fairlead.shared.Check;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Accept a credit note.
 *
 * @param creditNoteId the credit note
 * @param approvedBy who, issuer|subject; never who asked for it (K-01)
 * @param at from the caller's clock
 */
public record ApproveCreditNote(@TargetAggregateIdentifier CreditNoteId creditNoteId, String approvedBy, Instant at) {

    public ApproveCreditNote {
        Check.actor("approvedBy", approvedBy);
    }
}
