package io.fairlead.billing.cash;

import static io.fairlead.billing.invoice.BillingExamples.issued;
import static io.fairlead.testing.Cast.ACME;
import static io.fairlead.testing.Cast.GMBH;
import static io.fairlead.testing.Cast.ISSUE_DAY;
import static io.fairlead.testing.Cast.MONTH_END;
import static io.fairlead.testing.Cast.wire;

import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.MoneyReceived;
import io.fairlead.billing.event.ReceiptApplied;
import io.fairlead.billing.event.ReceiptUnapplied;
import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.party.MergedCustomers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Money of 500.00 that the bank told, and invoices that it may pay. */
final class MoneyExamples {

    static final ReceiptId MONEY = ReceiptId.of("pay-1");
    static final String TELLER = "idp|teller";
    static final String CFO = "idp|cfo";
    static final LocalDate LATER = LocalDate.of(2026, 4, 20);

    static ReceiveMoney receive(String amount, ReceiveMoney.Named... invoices) {
        return new ReceiveMoney(
                MONEY,
                "bank",
                "2026-031/17",
                GMBH,
                ACME,
                new BigDecimal(amount),
                "EUR",
                MONTH_END,
                List.of(invoices),
                "ACME",
                "invoices of March",
                TELLER);
    }

    static ReceiveMoney.Named named(String key, @Nullable String amount) {
        return new ReceiveMoney.Named(InvoiceId.of(key), amount == null ? null : new BigDecimal(amount));
    }

    static MoneyReceived received(String amount, ReceiveMoney.Named... invoices) {
        return ReceiptEvents.received(receive(amount, invoices), TELLER);
    }

    /** Nobody knows whose it is. */
    static MoneyReceived ofNobody(String amount) {
        return MoneyReceived.newBuilder(received(amount)).setCustomerId(null).build();
    }

    static OpenInvoice invoice(String key, String open) {
        return new OpenInvoice(issuedAs(key), wire(open));
    }

    static InvoiceIssued issuedAs(String key) {
        return InvoiceIssued.newBuilder(issued("0".repeat(64)))
                .setInvoiceId("invoice:" + key)
                .setNumber("INV-" + key)
                .build();
    }

    static ApplyReceipt apply(String id, OpenInvoice to, @Nullable String amount) {
        return new ApplyReceipt(
                MONEY,
                id,
                to,
                amount == null ? null : new BigDecimal(amount),
                MONTH_END,
                ApplicationBasis.BY_HAND,
                TELLER,
                MergedCustomers.NONE);
    }

    static ReceiptApplied applied(String id, String invoice, String amount, String left) {
        return ReceiptApplied.newBuilder()
                .setReceiptId(MONEY.value())
                .setLegalEntityId(GMBH.value())
                .setCustomerId(ACME.value())
                .setApplicationId(id)
                .setInvoiceId("invoice:" + invoice)
                .setAmount(wire(amount))
                .setLeft(wire(left))
                .setCurrency("EUR")
                .setValueDate(ISSUE_DAY)
                .setHow("BY_HAND")
                .setAppliedBy(TELLER)
                .build();
    }

    static UnapplyReceipt unapply(String id) {
        return new UnapplyReceipt(MONEY, id, LATER, Unapplication.BY_HAND, "meant for another", TELLER);
    }

    static ReceiptUnapplied unapplied(ReceiptApplied gone, String left, String cause, String reason, String by) {
        return ReceiptUnapplied.newBuilder()
                .setReceiptId(gone.getReceiptId())
                .setLegalEntityId(gone.getLegalEntityId())
                .setCustomerId(gone.getCustomerId())
                .setApplicationId(gone.getApplicationId())
                .setInvoiceId(gone.getInvoiceId())
                .setAmount(gone.getAmount())
                .setLeft(wire(left))
                .setCurrency("EUR")
                .setValueDate(LATER)
                .setCause(cause)
                .setReason(reason)
                .setUnappliedBy(by)
                .build();
    }

    static RefundMoney refund(String id, @Nullable String amount, String by) {
        return new RefundMoney(MONEY, id, amount == null ? null : new BigDecimal(amount), LATER, "paid twice", by);
    }

    static SendMoneyBack bounce() {
        return new SendMoneyBack(MONEY, LATER, "no funds", "2026-040/3", CFO);
    }

    private MoneyExamples() {}
}
