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
import io.fairlead.party.MergedCustomers;
import io.fairlead.shared.StreamHistory;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the stream of a receipt tells of its money, for processes and previews.
 *
 * @param money what came in, and whose it is
 * @param left on account, >= 0
 * @param named invoices that it names, in order
 * @param live what is set against invoices now, by application
 * @param known every application there ever was
 */
public record MoneyAtHand(
        ReceivedMoney money,
        BigDecimal left,
        List<NamedInvoice> named,
        Map<String, ReceiptApplied> live,
        Set<String> known) {

    public MoneyAtHand {
        named = List.copyOf(named);
    }

    /** As told so far; empty when there is no such receipt. */
    public static Optional<MoneyAtHand> of(StreamHistory history, String receiptId) {
        ReceivedMoney money = null;
        var left = BigDecimal.ZERO;
        List<NamedInvoice> named = List.of();
        var live = new LinkedHashMap<String, ReceiptApplied>();
        var known = new LinkedHashSet<String>();
        for (var event : history.all(receiptId)) {
            switch (event) {
                case PaymentReceived e -> {
                    money = ReceivedMoney.of(e);
                    left = e.getAmount();
                    named = List.of(NamedInvoice.newBuilder()
                            .setInvoiceId(e.getInvoiceId())
                            .build());
                }
                case MoneyReceived e -> {
                    money = ReceivedMoney.of(e);
                    left = e.getAmount();
                    named = e.getInvoices();
                }
                case ReceiptAssigned e -> money = money == null ? null : money.of(e);
                case ReceiptApplied e -> {
                    left = e.getLeft();
                    live.put(e.getApplicationId(), e);
                    known.add(e.getApplicationId());
                }
                case ReceiptUnapplied e -> {
                    left = e.getLeft();
                    live.remove(e.getApplicationId());
                }
                case MoneyRefunded e -> left = e.getLeft();
                case MoneySentBack _ -> left = BigDecimal.ZERO;
                default -> {}
            }
        }
        return money == null ? Optional.empty() : Optional.of(new MoneyAtHand(money, left, named, live, known));
    }

    /** Who of its customer and the invoice's lives on as another by now. */
    public MergedCustomers mergedWith(OpenInvoice invoice, StreamHistory history) {
        var owner = money.customerId();
        return owner == null
                ? MergedCustomers.NONE
                : MergedCustomers.among(history, owner, invoice.issued().getCustomerId());
    }

    /** Money that is still to come, as it would be. */
    public static MoneyAtHand of(ReceiveMoney command) {
        var event = ReceiptEvents.received(command, command.receivedBy());
        return new MoneyAtHand(ReceivedMoney.of(event), event.getAmount(), event.getInvoices(), Map.of(), Set.of());
    }

    /** What it paid before receipts had parts, where it does not know that itself yet. */
    public Optional<NotePayment> toNote(StreamHistory history) {
        if (!known.isEmpty() || named.isEmpty()) {
            return Optional.empty();
        }
        return history.all(named.getFirst().getInvoiceId(), PaymentApplied.class).stream()
                .filter(paid ->
                        paid.getApplicationId() == null && paid.getReceiptId().equals(money.receiptId()))
                .findFirst()
                .map(paid -> new NotePayment(new ReceiptId(money.receiptId()), paid));
    }
}
