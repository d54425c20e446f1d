package io.fairlead.billing.cash;

import io.fairlead.billing.event.MoneyReceived;
import io.fairlead.billing.event.PaymentReceived;
import io.fairlead.billing.event.ReceiptAssigned;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Money that arrived, whichever event told it.
 *
 * @param receiptId receipt:<key>
 * @param amount > 0
 * @param currency ISO 4217
 * @param valueDate day it counts
 * @param legalEntityId whose account; null while nobody knows
 * @param customerId whose money; null while nobody knows
 * @param receivedBy who told, issuer|subject; null when a system did
 */
public record ReceivedMoney(
        String receiptId,
        BigDecimal amount,
        String currency,
        LocalDate valueDate,
        @Nullable String legalEntityId,
        @Nullable String customerId,
        @Nullable String receivedBy) {

    static ReceivedMoney of(MoneyReceived event) {
        return new ReceivedMoney(
                event.getReceiptId(),
                event.getAmount(),
                event.getCurrency(),
                event.getValueDate(),
                event.getLegalEntityId(),
                event.getCustomerId(),
                event.getReceivedBy());
    }

    static ReceivedMoney of(PaymentReceived event) {
        return new ReceivedMoney(
                event.getReceiptId(), event.getAmount(), event.getCurrency(), event.getValueDate(), null, null, null);
    }

    ReceivedMoney of(ReceiptAssigned owner) {
        return new ReceivedMoney(
                receiptId, amount, currency, valueDate, owner.getLegalEntityId(), owner.getCustomerId(), receivedBy);
    }
}
