package io.fairlead.billing.cash;

import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.shared.ExchangeRate;
import io.fairlead.shared.Happened;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Apply money to an invoice.
 *
 * @param invoiceId the invoice
 * @param receiptId the money
 * @param applicationId key within it; null when all of it is applied
 * @param amount > 0
 * @param currency ISO 4217
 * @param valueDate day the money counts
 * @param settlementFx of that day, to the seller's book currency (R13); null when the invoice is in it
 */
public record ApplyPayment(
        @TargetAggregateIdentifier InvoiceId invoiceId,
        ReceiptId receiptId,
        @Nullable String applicationId,
        BigDecimal amount,
        String currency,
        @Happened LocalDate valueDate,
        @Nullable ExchangeRate settlementFx) {}
