package io.fairlead.billing.cash;

import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.shared.Check;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Take in money that the ERP reports.
 *
 * @param receiptId its key
 * @param source system that told
 * @param sourceId identifier there
 * @param invoiceId what it pays
 * @param amount > 0
 * @param currency ISO 4217
 * @param valueDate day the money counts
 */
public record ReceivePayment(
        @TargetAggregateIdentifier ReceiptId receiptId,
        String source,
        String sourceId,
        InvoiceId invoiceId,
        BigDecimal amount,
        String currency,
        LocalDate valueDate) {

    public ReceivePayment {
        Check.text("source", source, 40);
        Check.text("sourceId", sourceId, 200);
        amount = Check.positive("amount", amount);
        Check.currency("currency", currency);
        Check.day("valueDate", valueDate);
    }
}
