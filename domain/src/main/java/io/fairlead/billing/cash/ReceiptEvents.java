package io.fairlead.billing.cash;

import io.fairlead.billing.event.MoneyReceived;
import io.fairlead.billing.event.MoneyRefunded;
import io.fairlead.billing.event.MoneySentBack;
import io.fairlead.billing.event.NamedInvoice;
import io.fairlead.billing.event.PaymentApplied;
import io.fairlead.billing.event.PaymentReceived;
import io.fairlead.billing.event.ReceiptApplied;
import io.fairlead.billing.event.ReceiptAssigned;
import io.fairlead.billing.event.ReceiptUnapplied;
import java.math.BigDecimal;
import java.time.LocalDate;

/** How events about money that came in are filled. */
final class ReceiptEvents {

    static PaymentReceived received(ReceivePayment command) {
        return PaymentReceived.newBuilder()
                .setReceiptId(command.receiptId().value())
                .setSource(command.source())
                .setSourceId(command.sourceId())
                .setInvoiceId(command.invoiceId().value())
                .setAmount(command.amount())
                .setCurrency(command.currency())
                .setValueDate(command.valueDate())
                .build();
    }

    static MoneyReceived received(ReceiveMoney command, String receivedBy) {
        var customer = command.customerId();
        return MoneyReceived.newBuilder()
                .setReceiptId(command.receiptId().value())
                .setSource(command.source())
                .setSourceId(command.sourceId())
                .setLegalEntityId(command.legalEntityId().value())
                .setCustomerId(customer == null ? null : customer.value())
                .setAmount(command.amount())
                .setCurrency(command.currency())
                .setValueDate(command.valueDate())
                .setInvoices(command.invoices().stream()
                        .map(named -> NamedInvoice.newBuilder()
                                .setInvoiceId(named.invoiceId().value())
                                .setAmount(named.amount())
                                .build())
                        .toList())
                .setPayer(command.payer())
                .setText(command.text())
                .setReceivedBy(receivedBy)
                .build();
    }

    static ReceiptAssigned assigned(
            ReceivedMoney money, String legalEntityId, String customerId, BigDecimal left, String by) {
        return ReceiptAssigned.newBuilder()
                .setReceiptId(money.receiptId())
                .setLegalEntityId(legalEntityId)
                .setCustomerId(customerId)
                .setLeft(left)
                .setCurrency(money.currency())
                .setValueDate(money.valueDate())
                .setAssignedBy(by)
                .build();
    }

    static ReceiptApplied applied(ApplyReceipt command, ReceivedMoney money, BigDecimal amount, BigDecimal left) {
        var invoice = command.to().issued();
        var owner = money.customerId();
        return ReceiptApplied.newBuilder()
                .setReceiptId(money.receiptId())
                .setLegalEntityId(invoice.getLegalEntityId())
                .setCustomerId(owner == null ? invoice.getCustomerId() : owner)
                .setApplicationId(command.applicationId())
                .setInvoiceId(invoice.getInvoiceId())
                .setAmount(amount)
                .setLeft(left)
                .setCurrency(money.currency())
                .setValueDate(later(command.on(), later(money.valueDate(), invoice.getIssueDate())))
                .setHow(command.how().name())
                .setAppliedBy(command.appliedBy())
                .build();
    }

    static ReceiptApplied noted(PaymentApplied payment, BigDecimal left, String by) {
        return ReceiptApplied.newBuilder()
                .setReceiptId(payment.getReceiptId())
                .setLegalEntityId(payment.getLegalEntityId())
                .setCustomerId(payment.getCustomerId())
                .setApplicationId(NotePayment.APPLICATION)
                .setInvoiceId(payment.getInvoiceId())
                .setAmount(payment.getAmount())
                .setLeft(left)
                .setCurrency(payment.getCurrency())
                .setValueDate(payment.getValueDate())
                .setHow(ApplicationBasis.NAMED.name())
                .setAppliedBy(by)
                .build();
    }

    static ReceiptUnapplied unapplied(UnapplyReceipt command, ReceiptApplied gone, BigDecimal left) {
        var on = command.cause() == Unapplication.REFUSED
                ? gone.getValueDate()
                : later(command.on(), gone.getValueDate());
        return unapplied(gone, left, on, command.cause(), command.reason(), command.unappliedBy());
    }

    static ReceiptUnapplied sentBack(SendMoneyBack command, ReceiptApplied gone, BigDecimal left) {
        var on = later(command.on(), gone.getValueDate());
        return unapplied(gone, left, on, Unapplication.SENT_BACK, command.reason(), command.toldBy());
    }

    private static ReceiptUnapplied unapplied(
            ReceiptApplied gone, BigDecimal left, LocalDate on, Unapplication cause, String reason, String by) {
        return ReceiptUnapplied.newBuilder()
                .setReceiptId(gone.getReceiptId())
                .setLegalEntityId(gone.getLegalEntityId())
                .setCustomerId(gone.getCustomerId())
                .setApplicationId(gone.getApplicationId())
                .setInvoiceId(gone.getInvoiceId())
                .setAmount(gone.getAmount())
                .setLeft(left)
                .setCurrency(gone.getCurrency())
                .setValueDate(on)
                .setCause(cause.name())
                .setReason(reason)
                .setUnappliedBy(by)
                .build();
    }

    static MoneySentBack sentBack(SendMoneyBack command, ReceivedMoney money) {
        return MoneySentBack.newBuilder()
                .setReceiptId(money.receiptId())
                .setLegalEntityId(money.legalEntityId())
                .setCustomerId(money.customerId())
                .setAmount(money.amount())
                .setCurrency(money.currency())
                .setValueDate(later(command.on(), money.valueDate()))
                .setReason(command.reason())
                .setSourceId(command.sourceId())
                .setToldBy(command.toldBy())
                .build();
    }

    static MoneyRefunded refunded(RefundMoney command, ReceivedMoney money, BigDecimal amount, BigDecimal left) {
        return MoneyRefunded.newBuilder()
                .setReceiptId(money.receiptId())
                .setLegalEntityId(money.legalEntityId())
                .setCustomerId(money.customerId())
                .setRefundId(command.refundId())
                .setAmount(amount)
                .setLeft(left)
                .setCurrency(money.currency())
                .setValueDate(command.on())
                .setReason(command.reason())
                .setRefundedBy(command.refundedBy())
                .build();
    }

    /** Whichever of the two comes last. */
    static LocalDate later(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? other : one;
    }

    private ReceiptEvents() {}
}
