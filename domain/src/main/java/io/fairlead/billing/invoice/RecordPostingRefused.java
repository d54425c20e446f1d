package io.fairlead.billing.invoice;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Note that the ERP refused the invoice.
 *
 * @param invoiceId the invoice
 * @param step STAGE or COMMIT
 * @param code the ERP's code
 * @param reason the ERP's sentence
 */
public record RecordPostingRefused(
        @TargetAggregateIdentifier InvoiceId invoiceId, String step, String code, String reason) {}
