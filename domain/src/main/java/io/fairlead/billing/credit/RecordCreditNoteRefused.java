package io.fairlead.billing.credit;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Note that the ERP refused the credit note.
 *
 * @param creditNoteId the credit note
 * @param step STAGE or COMMIT
 * @param code the ERP's code
 * @param reason the ERP's sentence
 * @param attempt which attempt of which delivery, version.attempt: each is told once, also when it says what one before said
 */
public record RecordCreditNoteRefused(
        @TargetAggregateIdentifier CreditNoteId creditNoteId,
        String step,
        String code,
        String reason,
        String attempt) {}
