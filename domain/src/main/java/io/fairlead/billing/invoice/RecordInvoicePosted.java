package io.fairlead.billing.invoice;

import io.fairlead.shared.Check;
import io.fairlead.shared.Happened;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Note that the ERP booked the invoice.
 *
 * @param invoiceId the invoice
 * @param erpDocument the ERP's number
 * @param postedOn day in the ERP's books
 */
public record RecordInvoicePosted(
        @TargetAggregateIdentifier InvoiceId invoiceId,
        String erpDocument,
        @Happened LocalDate postedOn) {

    public RecordInvoicePosted {
        Check.text("erpDocument", erpDocument, 100);
    }
}
