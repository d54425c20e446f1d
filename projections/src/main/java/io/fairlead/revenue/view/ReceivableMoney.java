package io.fairlead.revenue.view;

import io.fairlead.billing.event.MoneyReceived;
import io.fairlead.billing.event.MoneyRefunded;
import io.fairlead.billing.event.MoneySentBack;
import io.fairlead.billing.event.PaymentApplied;
import io.fairlead.billing.event.PaymentTakenBack;
import io.fairlead.billing.event.ReceiptApplied;
import io.fairlead.billing.event.ReceiptAssigned;
import io.fairlead.billing.event.ReceiptUnapplied;
import io.fairlead.projection.AppendOnlyTable;
import io.fairlead.projection.EventMetadata;
import io.fairlead.projection.db.tables.records.ReceivableMovementRecord;
import io.fairlead.revenue.view.ReceivableProjection.Whose;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;

/**
 * What customers owe, as money moves it: on account it lowers what the customer owes in all, on an invoice what is open there. A
 * part that goes from account to invoice moves nothing in all; each part that comes back is dated on its own day, so that days
 * before stay.
 */
final class ReceivableMoney {

    private static final String ON_ACCOUNT = "on account";

    private final AppendOnlyTable<ReceivableMovementRecord> movements;

    ReceivableMoney(AppendOnlyTable<ReceivableMovementRecord> movements) {
        this.movements = movements;
    }

    @EventHandler
    void on(PaymentApplied event, EventMetadata facts) {
        var of = new Whose(event.getLegalEntityId(), event.getCustomerId(), event.getContractId());
        var row = ReceivableProjection.money(facts, "applied", of, event.getInvoiceId(), event.getValueDate());
        movements.add(ReceivableProjection.amount(row, event.getAmount().negate(), event.getCurrency()));
    }

    @EventHandler
    void on(PaymentTakenBack event, EventMetadata facts) {
        var of = new Whose(event.getLegalEntityId(), event.getCustomerId(), event.getContractId());
        var row = ReceivableProjection.money(facts, "taken back", of, event.getInvoiceId(), event.getValueDate());
        movements.add(ReceivableProjection.amount(row, event.getAmount(), event.getCurrency()));
    }

    @EventHandler
    void on(MoneyReceived event, EventMetadata facts) {
        var of = new Account(event.getReceiptId(), event.getLegalEntityId(), event.getCustomerId());
        move(facts, ON_ACCOUNT, of, event.getValueDate(), event.getAmount().negate(), event.getCurrency());
    }

    @EventHandler
    void on(ReceiptAssigned event, EventMetadata facts) {
        var of = new Account(event.getReceiptId(), event.getLegalEntityId(), event.getCustomerId());
        move(facts, ON_ACCOUNT, of, event.getValueDate(), event.getLeft().negate(), event.getCurrency());
    }

    @EventHandler
    void on(ReceiptApplied event, EventMetadata facts) {
        var of = new Account(event.getReceiptId(), event.getLegalEntityId(), event.getCustomerId());
        move(facts, ON_ACCOUNT, of, event.getValueDate(), event.getAmount(), event.getCurrency());
    }

    @EventHandler
    void on(ReceiptUnapplied event, EventMetadata facts) {
        var of = new Account(event.getReceiptId(), event.getLegalEntityId(), event.getCustomerId());
        move(facts, ON_ACCOUNT, of, event.getValueDate(), event.getAmount().negate(), event.getCurrency());
    }

    /** By a name of its own: whoever reads a statement sees where it went. */
    @EventHandler
    void on(MoneyRefunded event, EventMetadata facts) {
        var of = new Account(event.getReceiptId(), event.getLegalEntityId(), event.getCustomerId());
        move(facts, "refunded", of, event.getValueDate(), event.getAmount(), event.getCurrency());
    }

    @EventHandler
    void on(MoneySentBack event, EventMetadata facts) {
        var of = new Account(event.getReceiptId(), event.getLegalEntityId(), event.getCustomerId());
        move(facts, ON_ACCOUNT, of, event.getValueDate(), event.getAmount(), event.getCurrency());
    }

    private record Account(
            String receiptId,
            @Nullable String legalEntityId,
            @Nullable String customerId) {}

    /** While nobody knows whose money it is, it is on nobody's account. */
    private void move(EventMetadata facts, String kind, Account of, LocalDate day, BigDecimal amount, String currency) {
        if (of.legalEntityId() != null && of.customerId() != null) {
            var whose = new Whose(of.legalEntityId(), of.customerId(), null);
            var row = ReceivableProjection.money(facts, kind, whose, of.receiptId(), day);
            movements.add(ReceivableProjection.amount(row, amount, currency));
        }
    }
}
