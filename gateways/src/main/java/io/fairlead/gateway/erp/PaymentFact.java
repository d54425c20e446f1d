package io.fairlead.gateway.erp;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A customer's payment as the ERP booked it.
 *
 * @param paymentId the ERP's id of the payment: the same fact always carries the same id
 * @param reference the payer's or bank's reference
 * @param invoiceId our id of the invoice, by its external reference
 * @param amount at scale 4, above 0
 */
public record PaymentFact(
        String paymentId,
        String reference,
        String invoiceId,
        @Nullable String invoiceNumber,
        BigDecimal amount,
        String currency,
        LocalDate valueDate) {}
