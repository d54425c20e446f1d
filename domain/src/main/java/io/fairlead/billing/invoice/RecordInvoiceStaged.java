package io.fairlead.billing.invoice;

import io.fairlead.shared.Check;
import java.math.BigDecimal;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Note that the ERP holds the approved draft with equal figures.
 *
 * @param invoiceId the invoice
 * @param erpReference of the ERP's draft
 * @param gross as the ERP computed it
 * @param approvalNo which approval of the invoice the ERP's draft is of, from 1
 */
public record RecordInvoiceStaged(
        @TargetAggregateIdentifier InvoiceId invoiceId, String erpReference, BigDecimal gross, int approvalNo) {

    public RecordInvoiceStaged {
        gross = Check.amount("gross", gross);
    }
}
