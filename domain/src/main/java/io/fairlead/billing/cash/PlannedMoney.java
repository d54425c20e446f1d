package io.fairlead.billing.cash;

import io.fairlead.billing.event.MoneyRefunded;
import io.fairlead.billing.event.MoneySentBack;
import io.fairlead.billing.event.ReceiptApplied;
import io.fairlead.billing.event.ReceiptUnapplied;
import io.fairlead.shared.Commands;
import io.fairlead.shared.NameUuid;
import io.fairlead.shared.RuleViolated;
import io.fairlead.shared.StreamHistory;
import java.time.Instant;
import java.util.ArrayList;

/**
 * Money set against invoices as {@link MoneyPlan} says; what stays on account is told. Part of
 * {@link WhenPaymentReceivedThenApply}.
 */
final class PlannedMoney {

    private final OpenItems items;
    private final Commands commands;
    private final StreamHistory history;
    private final MoneyItem item;
    private final String actor;

    /** @param group of the process, in whose name money is applied */
    PlannedMoney(OpenItems items, Commands commands, StreamHistory history, String group) {
        this.items = items;
        this.commands = commands;
        this.history = history;
        this.item = new MoneyItem(commands, history, group);
        this.actor = "process|" + group;
    }

    /** What is known to be somebody's by now; not when people or the bank have done something with it since. */
    void applyAssigned(String receiptId, Instant at, String eventId) {
        boolean isHandled = history.all(receiptId).stream().anyMatch(event -> switch (event) {
            case ReceiptUnapplied _, MoneyRefunded _, MoneySentBack _ -> true;
            case ReceiptApplied applied -> applied.getHow().equals(ApplicationBasis.BY_HAND.name());
            default -> false;
        });
        if (!isHandled) {
            apply(receiptId, at, eventId);
        }
    }

    /** What an invoice refused; it stays where it is while a person has the rest of that money before them. */
    void applyElsewhere(String receiptId, Instant at, String eventId) {
        if (!item.wasOpen(receiptId, at)) {
            apply(receiptId, at, eventId);
        }
    }

    /**
     * All that is left of it. Reacted to again, nothing is applied twice: what the event made has its id, and what was told to be
     * left then stays there.
     */
    void apply(String receiptId, Instant at, String eventId) {
        var found = MoneyAtHand.of(history, receiptId);
        if (found.isEmpty() || item.isToldSince(receiptId, at)) {
            return;
        }
        var money = found.get();
        var former = money.toNote(history);
        if (former.isPresent()) {
            commands.send(former.get(), "note/" + receiptId);
            return;
        }
        var plan = MoneyPlan.of(
                money, new KnownInvoices(items, history, money.money().valueDate()));
        var reasons = new ArrayList<>(plan.reasons());
        var left = money.left();
        for (var part : plan.parts()) {
            var application = NameUuid.of(
                            "application", eventId, part.to().issued().getInvoiceId())
                    .toString();
            if (!money.known().contains(application)) {
                try {
                    commands.send(
                            new ApplyReceipt(
                                    new ReceiptId(receiptId),
                                    application,
                                    part.to(),
                                    part.amount(),
                                    money.money().valueDate(),
                                    part.how(),
                                    actor,
                                    money.mergedWith(part.to(), history)),
                            "apply/" + receiptId + "/" + application);
                    left = left.subtract(part.amount());
                } catch (RuleViolated refused) {
                    reasons.add(refused.reason());
                }
            }
        }
        if (left.signum() > 0) {
            item.tell(receiptId, reasons, at, "apply/" + receiptId + "/left/" + eventId);
        }
    }
}
