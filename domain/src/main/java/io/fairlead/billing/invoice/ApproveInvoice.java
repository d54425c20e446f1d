package io.fairlead.billing.invoice;

import io.fairlead.billing.einvoice.EInvoiceReadiness;
import io.fairlead.billing.tax.TaxAnswer;
import io.fairlead.shared.Check;
import java.math.BigDecimal;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Accept a draft; its taxes and totals are fixed here (R4).
 *
 * @param invoiceId the draft
 * @param approvedBy who, issuer|subject; neither preparer (B-01) nor author of a line (B-02)
 * @param at from the caller's clock
 * @param taxes of its lines, as the tax engine answered
 * @param payableStep amounts to pay are rounded to multiples of it, as the contract has it; null means not
 * @param readiness whether it can be an electronic invoice
 */
public record ApproveInvoice(
        @TargetAggregateIdentifier InvoiceId invoiceId,
        String approvedBy,
        Instant at,
        TaxAnswer.Taxed taxes,
        @Nullable BigDecimal payableStep,
        EInvoiceReadiness readiness) {

    public ApproveInvoice {
        Check.actor("approvedBy", approvedBy);
    }
}
