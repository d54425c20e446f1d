package io.fairlead.billing.view;

import io.fairlead.billing.event.MoneyReceived;
import io.fairlead.billing.event.MoneyRefunded;
import io.fairlead.billing.event.MoneySentBack;
import io.fairlead.billing.event.PaymentReceived;
import io.fairlead.billing.event.ReceiptApplied;
import io.fairlead.projection.db.tables.records.ReceiptPartRecord;
import io.fairlead.projection.db.tables.records.ReceiptRecord;
import java.math.BigDecimal;

/** How rows of receipts and their parts follow events; part of {@link ReceiptProjection}. */
final class ReceiptRows {

    private static final BigDecimal NONE = BigDecimal.ZERO.setScale(4);

    static void received(ReceiptRecord row, PaymentReceived event) {
        row.setSource(event.getSource());
        row.setSourceId(event.getSourceId());
        row.setValueDate(event.getValueDate());
        amount(row, event.getAmount(), event.getCurrency());
    }

    static void received(ReceiptRecord row, MoneyReceived event) {
        row.setSource(event.getSource());
        row.setSourceId(event.getSourceId());
        row.setLegalEntityId(event.getLegalEntityId());
        row.setCustomerId(event.getCustomerId());
        row.setValueDate(event.getValueDate());
        row.setPayer(event.getPayer());
        row.setText(event.getText());
        row.setReceivedBy(event.getReceivedBy());
        amount(row, event.getAmount(), event.getCurrency());
    }

    private static void amount(ReceiptRecord row, BigDecimal amount, String currency) {
        row.setReceivedAmount(amount);
        row.setAppliedAmount(NONE);
        row.setRefundedAmount(NONE);
        row.setCurrency(currency);
        left(row, amount);
    }

    static void applied(ReceiptRecord row, BigDecimal more, BigDecimal left) {
        row.setAppliedAmount(row.getAppliedAmount().add(more));
        left(row, left);
    }

    static void left(ReceiptRecord row, BigDecimal left) {
        row.setLeftAmount(left);
        if (row.getAppliedAmount().signum() > 0) {
            row.setStatus(left.signum() > 0 ? "applied in part" : "applied");
        } else {
            row.setStatus(left.signum() > 0 ? "on account" : "refunded");
        }
    }

    static void sentBack(ReceiptRecord row, MoneySentBack event) {
        row.setLeftAmount(NONE);
        row.setSentBackOn(event.getValueDate());
        row.setReason(event.getReason());
        row.setStatus("sent back");
    }

    static void part(ReceiptPartRecord row, ReceiptApplied event) {
        row.setKind("application");
        row.setInvoiceId(event.getInvoiceId());
        row.setAmount(event.getAmount());
        row.setCurrency(event.getCurrency());
        row.setValueDate(event.getValueDate());
        row.setHow(event.getHow());
        row.setDoneBy(event.getAppliedBy());
        row.setStatus("live");
    }

    static void part(ReceiptPartRecord row, MoneyRefunded event) {
        row.setKind("refund");
        row.setAmount(event.getAmount());
        row.setCurrency(event.getCurrency());
        row.setValueDate(event.getValueDate());
        row.setDoneBy(event.getRefundedBy());
        row.setReason(event.getReason());
        row.setStatus("live");
    }

    private ReceiptRows() {}
}
