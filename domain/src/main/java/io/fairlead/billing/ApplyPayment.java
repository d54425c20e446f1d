package io.fairlead.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Apply money to an invoice.
 *
 * @param invoiceId the invoice
 * @param receiptId the money
 * @param amount > 0
 * @param currency ISO 4217
 * @param valueDate day the money counts
 */
public record ApplyPayment(
        @TargetAggregateIdentifier InvoiceId invoiceId,
        ReceiptId receiptId,
        BigDecimal amount,
        String currency,
        LocalDate valueDate) {}
