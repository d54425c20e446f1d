package io.fairlead.billing.invoice;

import io.fairlead.billing.event.InvoiceReopened;
import io.fairlead.billing.event.PaymentApplied;
import io.fairlead.billing.event.PaymentTakenBack;
import io.fairlead.billing.event.ReceiptUnapplied;
import io.fairlead.billing.event.Settlement;
import io.fairlead.shared.WireAmount;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** How an invoice's events about payments that come back are filled. */
final class InvoicePaymentEvents {

    static PaymentTakenBack takenBack(
            ReceiptUnapplied gone, PaymentApplied payment, Money open, @Nullable Settlement settlement) {
        return PaymentTakenBack.newBuilder()
                .setInvoiceId(payment.getInvoiceId())
                .setReceiptId(payment.getReceiptId())
                .setApplicationId(gone.getApplicationId())
                .setAmount(payment.getAmount())
                .setOpen(WireAmount.amount(open))
                .setCurrency(payment.getCurrency())
                .setValueDate(gone.getValueDate())
                .setReason(gone.getReason())
                .setContractId(payment.getContractId())
                .setCustomerId(payment.getCustomerId())
                .setLegalEntityId(payment.getLegalEntityId())
                .setSettlement(settlement)
                .build();
    }

    static InvoiceReopened reopened(ReceiptUnapplied gone) {
        return InvoiceReopened.newBuilder()
                .setInvoiceId(gone.getInvoiceId())
                .setReopenedOn(gone.getValueDate())
                .setReason(gone.getReason())
                .build();
    }

    private InvoicePaymentEvents() {}
}
