package io.fairlead.app.verify.account;

import io.fairlead.billing.event.MoneyReceived;
import io.fairlead.billing.event.MoneyRefunded;
import io.fairlead.billing.event.MoneySentBack;
import io.fairlead.billing.event.PaymentApplied;
import io.fairlead.billing.event.PaymentReceived;
import io.fairlead.billing.event.PaymentTakenBack;
import io.fairlead.billing.event.ReceiptApplied;
import io.fairlead.billing.event.ReceiptUnapplied;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** Where the money of each receipt went, and what of it invoices say that they have. */
public final class MoneyAccount implements RunningAccount {

    private final Map<String, Received> byReceipt = new LinkedHashMap<>();
    private final Map<String, PaymentApplied> onInvoices = new LinkedHashMap<>();

    /** One receipt. */
    public static final class Received {

        private final Map<String, ReceiptApplied> live = new HashMap<>();
        private BigDecimal received = BigDecimal.ZERO;
        private BigDecimal refunded = BigDecimal.ZERO;
        private BigDecimal gone = BigDecimal.ZERO;
        private BigDecimal saidLeft = BigDecimal.ZERO;

        /** What is set against invoices now, by application. */
        public Map<String, ReceiptApplied> live() {
            return Collections.unmodifiableMap(live);
        }

        /** Received less applied, refunded and sent back. */
        public BigDecimal left() {
            var applied =
                    live.values().stream().map(ReceiptApplied::getAmount).reduce(BigDecimal.ZERO, BigDecimal::add);
            return received.subtract(applied).subtract(refunded).subtract(gone);
        }

        /** What the last event says is on account. */
        public BigDecimal saidLeft() {
            return saidLeft;
        }
    }

    @Override
    public void book(SpecificRecord event) {
        switch (event) {
            case PaymentReceived e -> received(e.getReceiptId(), e.getAmount());
            case MoneyReceived e -> received(e.getReceiptId(), e.getAmount());
            case ReceiptApplied e -> {
                var receipt = receipt(e.getReceiptId());
                receipt.live.put(e.getApplicationId(), e);
                receipt.saidLeft = e.getLeft();
            }
            case ReceiptUnapplied e -> {
                var receipt = receipt(e.getReceiptId());
                receipt.live.remove(e.getApplicationId());
                receipt.saidLeft = e.getLeft();
            }
            case MoneyRefunded e -> {
                var receipt = receipt(e.getReceiptId());
                receipt.refunded = receipt.refunded.add(e.getAmount());
                receipt.saidLeft = e.getLeft();
            }
            case MoneySentBack e -> {
                var receipt = receipt(e.getReceiptId());
                receipt.gone = receipt.gone.add(e.getAmount());
                receipt.saidLeft = BigDecimal.ZERO;
            }
            case PaymentApplied e -> {
                if (e.getApplicationId() != null) { // Else of before receipts had parts.
                    onInvoices.put(e.getReceiptId() + "/" + e.getApplicationId(), e);
                }
            }
            case PaymentTakenBack e -> onInvoices.remove(e.getReceiptId() + "/" + e.getApplicationId());
            default -> {}
        }
    }

    /** By receipt:<key>. */
    public Map<String, Received> byReceipt() {
        return Collections.unmodifiableMap(byReceipt);
    }

    /** What stands on invoices, by receipt and application, <receipt>/<application>. */
    public Map<String, PaymentApplied> onInvoices() {
        return Collections.unmodifiableMap(onInvoices);
    }

    private void received(String receiptId, BigDecimal amount) {
        var receipt = receipt(receiptId);
        receipt.received = amount;
        receipt.saidLeft = amount;
    }

    private Received receipt(String receiptId) {
        return byReceipt.computeIfAbsent(receiptId, _ -> new Received());
    }
}
