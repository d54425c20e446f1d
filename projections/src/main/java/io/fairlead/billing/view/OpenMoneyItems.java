package io.fairlead.billing.view;

import io.fairlead.billing.event.MoneyReceived;
import io.fairlead.billing.event.MoneyRefunded;
import io.fairlead.billing.event.MoneySentBack;
import io.fairlead.billing.event.PaymentApplied;
import io.fairlead.billing.event.PaymentTakenBack;
import io.fairlead.billing.event.ReceiptApplied;
import io.fairlead.billing.event.ReceiptAssigned;
import io.fairlead.billing.event.ReceiptUnapplied;
import io.fairlead.projection.EventMetadata;
import io.fairlead.projection.UpsertTable;
import io.fairlead.projection.db.tables.records.OpenItemRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.axonframework.eventhandling.EventHandler;

/** Open items as money moves them: invoices that it pays or leaves, and what of it is on account of a known customer, below 0. */
final class OpenMoneyItems {

    private final UpsertTable<OpenItemRecord> items;

    OpenMoneyItems(UpsertTable<OpenItemRecord> items) {
        this.items = items;
    }

    @EventHandler
    void on(PaymentApplied event, EventMetadata facts) {
        items.change(facts, row -> row.setOpenAmount(event.getOpen()), event.getInvoiceId());
    }

    @EventHandler
    void on(PaymentTakenBack event, EventMetadata facts) {
        items.change(facts, row -> row.setOpenAmount(event.getOpen()), event.getInvoiceId());
    }

    @EventHandler
    void on(MoneyReceived event, EventMetadata facts) {
        var customer = event.getCustomerId();
        if (customer != null) {
            var of = new Account(event.getReceiptId(), event.getLegalEntityId(), customer, event.getCurrency());
            open(facts, of, event.getValueDate(), event.getAmount());
        }
    }

    @EventHandler
    void on(ReceiptAssigned event, EventMetadata facts) {
        var of =
                new Account(event.getReceiptId(), event.getLegalEntityId(), event.getCustomerId(), event.getCurrency());
        open(facts, of, event.getValueDate(), event.getLeft());
    }

    @EventHandler
    void on(ReceiptApplied event, EventMetadata facts) {
        left(facts, event.getReceiptId(), event.getLeft());
    }

    @EventHandler
    void on(ReceiptUnapplied event, EventMetadata facts) {
        left(facts, event.getReceiptId(), event.getLeft());
    }

    @EventHandler
    void on(MoneyRefunded event, EventMetadata facts) {
        left(facts, event.getReceiptId(), event.getLeft());
    }

    @EventHandler
    void on(MoneySentBack event, EventMetadata facts) {
        left(facts, event.getReceiptId(), BigDecimal.ZERO);
    }

    private record Account(String receiptId, String legalEntityId, String customerId, String currency) {}

    private void open(EventMetadata facts, Account of, LocalDate day, BigDecimal amount) {
        items.put(
                facts,
                row -> {
                    row.setDocumentId(of.receiptId());
                    row.setLegalEntityId(of.legalEntityId());
                    row.setCustomerId(of.customerId());
                    row.setIssueDate(day);
                    row.setDueDate(day);
                    row.setGrossAmount(amount.negate());
                    row.setOpenAmount(amount.negate());
                    row.setCurrency(of.currency());
                },
                of.receiptId());
    }

    /** Money that nobody is known for is no open item. */
    private void left(EventMetadata facts, String receiptId, BigDecimal left) {
        if (items.find(receiptId) != null) {
            items.change(facts, row -> row.setOpenAmount(left.negate()), receiptId);
        }
    }
}
