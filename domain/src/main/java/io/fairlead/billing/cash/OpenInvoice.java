package io.fairlead.billing.cash;

import io.fairlead.billing.event.CreditApplied;
import io.fairlead.billing.event.CustomerCreditTaken;
import io.fairlead.billing.event.DeductionTaken;
import io.fairlead.billing.event.DeductionTakenBack;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.PaymentApplied;
import io.fairlead.billing.event.PaymentTakenBack;
import io.fairlead.billing.invoice.Payable;
import io.fairlead.shared.StreamHistory;
import io.fairlead.shared.WireAmount;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * An issued invoice, for whoever applies money to it.
 *
 * @param issued as it was issued
 * @param open what of it is open; below 0 of a document that owes its customer
 */
public record OpenInvoice(InvoiceIssued issued, BigDecimal open) {

    /** As its stream tells it; empty before it is issued. */
    public static Optional<OpenInvoice> of(StreamHistory history, String invoiceId) {
        InvoiceIssued issued = null;
        var open = BigDecimal.ZERO;
        for (var event : history.all(invoiceId)) {
            switch (event) {
                case InvoiceIssued e -> {
                    issued = e;
                    open = WireAmount.amount(Payable.of(e));
                }
                case PaymentApplied e -> open = e.getOpen();
                case PaymentTakenBack e -> open = e.getOpen();
                case CreditApplied e -> open = e.getOpen();
                case CustomerCreditTaken e -> open = e.getOpen();
                case DeductionTaken e -> open = e.getOpen();
                case DeductionTakenBack e -> open = e.getOpen();
                default -> {}
            }
        }
        return issued == null ? Optional.empty() : Optional.of(new OpenInvoice(issued, open));
    }

    /** The same with that much less open. */
    OpenInvoice less(BigDecimal amount) {
        return new OpenInvoice(issued, open.subtract(amount));
    }
}
