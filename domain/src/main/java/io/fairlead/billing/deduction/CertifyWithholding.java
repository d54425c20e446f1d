package io.fairlead.billing.deduction;

import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.shared.Check;
import io.fairlead.shared.Happened;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Tell the certificate of what a payer withheld.
 *
 * @param invoiceId the invoice
 * @param deductionId key of what was withheld
 * @param certificate its number, at most 100 characters
 * @param on its day
 * @param certifiedBy issuer|subject
 */
public record CertifyWithholding(
        @TargetAggregateIdentifier InvoiceId invoiceId,
        String deductionId,
        String certificate,
        @Happened("valueDate") LocalDate on,
        String certifiedBy) {

    public CertifyWithholding {
        Check.text("certificate", certificate, 100);
        Check.day("on", on);
        Check.actor("certifiedBy", certifiedBy);
    }
}
