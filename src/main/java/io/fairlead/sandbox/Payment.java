package io.fairlead.sandbox;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Money a customer paid on one invoice; amount at scale 4 in the invoice's currency. */
record Payment(
        String id,
        String externalRef,
        int version,
        String invoiceId,
        String invoiceRef,
        @Nullable String invoiceNumber,
        String company,
        BigDecimal amount,
        String currency,
        LocalDate valueDate)
        implements Referenced {}
