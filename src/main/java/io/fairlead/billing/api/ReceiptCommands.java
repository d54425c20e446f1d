package io.fairlead.billing.api;

import io.fairlead.app.web.Call;
import io.fairlead.app.web.Refusal;
import io.fairlead.app.web.Refused;
import io.fairlead.billing.api.ReceiptBodies.NewApplication;
import io.fairlead.billing.api.ReceiptBodies.NewReceipt;
import io.fairlead.billing.api.ReceiptBodies.NewRefund;
import io.fairlead.billing.api.ReceiptBodies.NewReturn;
import io.fairlead.billing.api.ReceiptBodies.NewReversal;
import io.fairlead.billing.cash.ApplicationBasis;
import io.fairlead.billing.cash.ApplyReceipt;
import io.fairlead.billing.cash.MoneyAtHand;
import io.fairlead.billing.cash.OpenInvoice;
import io.fairlead.billing.cash.ReceiptId;
import io.fairlead.billing.cash.ReceiveMoney;
import io.fairlead.billing.cash.RefundMoney;
import io.fairlead.billing.cash.ReturnedMoney;
import io.fairlead.billing.cash.SendMoneyBack;
import io.fairlead.billing.cash.Unapplication;
import io.fairlead.billing.cash.UnapplyReceipt;
import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.party.CustomerId;
import io.fairlead.party.LegalEntityId;
import io.fairlead.party.MergedCustomers;
import io.fairlead.party.event.CustomerRegistered;
import io.fairlead.party.event.LegalEntityRegistered;
import io.fairlead.shared.StreamHistory;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is told of money, as commands; for doing it and for looking before. */
@Component
final class ReceiptCommands {

    private final StreamHistory history;
    private final InstantSource clock;

    ReceiptCommands(StreamHistory history, InstantSource clock) {
        this.history = history;
        this.clock = clock;
    }

    ReceiveMoney receive(Call call, NewReceipt body) {
        var entity = LegalEntityId.of(body.legalEntity());
        var customer = body.customer() == null ? null : CustomerId.of(body.customer());
        requireKnown(entity, customer);
        return new ReceiveMoney(
                ReceiptId.of(body.source(), body.sourceId()),
                body.source(),
                body.sourceId(),
                entity,
                customer,
                body.amount(),
                body.currency(),
                body.valueDate(),
                Objects.requireNonNullElse(body.invoices(), List.<ReceiptBodies.Named>of()).stream()
                        .map(named -> new ReceiveMoney.Named(InvoiceId.of(named.invoice()), named.amount()))
                        .toList(),
                body.payer(),
                body.text(),
                call.actor());
    }

    ApplyReceipt apply(Call call, ReceiptId receipt, NewApplication body) {
        var invoice = InvoiceId.of(body.invoice());
        var to = OpenInvoice.of(history, invoice.value())
                .orElseThrow(() -> new Refused(Refusal.notFound(invoice.value())));
        return new ApplyReceipt(
                receipt,
                call.keyOr(body.id(), "application"),
                to,
                body.amount(),
                body.valueDate(),
                ApplicationBasis.BY_HAND,
                call.actor(),
                MoneyAtHand.of(history, receipt.value())
                        .map(money -> money.mergedWith(to, history))
                        .orElse(MergedCustomers.NONE));
    }

    UnapplyReceipt unapply(Call call, ReceiptId receipt, NewReversal body) {
        return new UnapplyReceipt(
                receipt, body.application(), body.valueDate(), Unapplication.BY_HAND, body.reason(), call.actor());
    }

    SendMoneyBack sendBack(Call call, ReceiptId receipt, NewReturn body) {
        return new SendMoneyBack(receipt, body.valueDate(), body.reason(), body.sourceId(), call.actor());
    }

    RefundMoney refund(Call call, ReceiptId receipt, NewRefund body) {
        return new RefundMoney(
                receipt, call.keyOr(body.id(), "refund"), body.amount(), body.valueDate(), body.reason(), call.actor());
    }

    /** What is to be told before money is sent back: its parts of before, or that it was and which booking did it. */
    Optional<?> first(SendMoneyBack command) {
        var note = toNote(command.receiptId());
        return note.isPresent() ? note : ReturnedMoney.named(command, history, clock.instant());
    }

    /** What money of before it had parts has to be told first. */
    Optional<?> toNote(ReceiptId receipt) {
        return MoneyAtHand.of(history, receipt.value()).flatMap(money -> money.toNote(history));
    }

    void requireKnown(LegalEntityId entity, @Nullable CustomerId customer) {
        if (history.last(entity.value(), LegalEntityRegistered.class).isEmpty()) {
            throw new Refused(Refusal.notFound(entity.value()));
        }
        if (customer != null
                && history.last(customer.value(), CustomerRegistered.class).isEmpty()) {
            throw new Refused(Refusal.notFound(customer.value()));
        }
    }
}
