package io.fairlead.billing.cash;

import io.fairlead.billing.event.PaymentReceived;
import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.shared.Check;
import io.fairlead.shared.Happened;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Take in money that the ERP reports.
 *
 * @param receiptId its key
 * @param source system that told
 * @param sourceId identifier there
 * @param invoiceId what it pays
 * @param amount > 0, with no more digits than its currency
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
        @Happened LocalDate valueDate) {

    public ReceivePayment {
        Check.text("source", source, 40);
        Check.text("sourceId", sourceId, 200);
        Check.currency("currency", currency);
        amount = Check.payable("amount", Check.positive("amount", amount), currency);
        Check.day("valueDate", valueDate);
    }

    /** Whether it is the same money: what it pays and who told it is not compared. */
    public static boolean isTold(
            PaymentReceived known, BigDecimal amount, String currency, @Nullable LocalDate valueDate) {
        return known.getAmount().compareTo(amount) == 0
                && known.getCurrency().equals(currency)
                && known.getValueDate().equals(valueDate);
    }
}
