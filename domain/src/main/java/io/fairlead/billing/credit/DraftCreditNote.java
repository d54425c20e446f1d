package io.fairlead.billing.credit;

import io.fairlead.billing.event.CreditReserved;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Draw up a credit note from what its invoice granted.
 *
 * @param creditNoteId the credit note
 * @param granted as the invoice recorded it
 */
public record DraftCreditNote(@TargetAggregateIdentifier CreditNoteId creditNoteId, CreditReserved granted) {}
