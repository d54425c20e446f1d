package io.fairlead.billing.credit;

import io.fairlead.shared.Check;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Give up a credit note before its approval, or after the ERP refused it: its invoice has back what it held.
 *
 * @param creditNoteId the credit note
 * @param reason why
 */
public record DiscardCreditNote(@TargetAggregateIdentifier CreditNoteId creditNoteId, String reason) {

    public DiscardCreditNote {
        Check.text("reason", reason, 400);
    }
}
