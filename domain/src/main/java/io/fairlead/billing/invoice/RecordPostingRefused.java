package io.fairlead.billing.invoice;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Note that the ERP refused the invoice.
 *
 * @param invoiceId the invoice
 * @param step STAGE or COMMIT
 * @param code the ERP's code
 * @param reason the ERP's sentence
 * @param attempt which attempt of which delivery, version.attempt: each is told once, also when it says what one before said
 */
public record RecordPostingRefused(
        @TargetAggregateIdentifier InvoiceId invoiceId, String step, String code, String reason, String attempt) {

    /** Code of the work item of a document that the ERP refused. */
    public static final String WORK_ITEM = "POSTING_REFUSED";
}
