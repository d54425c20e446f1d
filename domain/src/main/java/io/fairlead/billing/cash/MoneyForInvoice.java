package io.fairlead.billing.cash;

import io.fairlead.billing.event.PaymentApplied;
import io.fairlead.billing.event.ReceiptApplied;
import io.fairlead.party.MergedCustomers;
import io.fairlead.shared.Commands;
import io.fairlead.shared.NameUuid;
import io.fairlead.shared.RuleViolated;
import io.fairlead.shared.StreamHistory;
import java.math.BigDecimal;
import java.time.Instant;

/** Money on account set against an invoice that was issued. Part of {@link WhenInvoiceIssuedThenTakeMoneyOnAccount}. */
final class MoneyForInvoice {

    private final Commands commands;
    private final StreamHistory history;
    private final MoneyItem item;
    private final String actor;

    /** @param group of the process, in whose name money is applied */
    MoneyForInvoice(Commands commands, StreamHistory history, String group) {
        this.commands = commands;
        this.history = history;
        this.item = new MoneyItem(commands, history, group);
        this.actor = "process|" + group;
    }

    /** Whether some of it was left when the invoice was issued, and was known to be its customer's. */
    private boolean wasOnAccount(String receiptId, OpenInvoice invoice, Instant issuedAt) {
        var then = history.asOf(issuedAt);
        var customer = invoice.issued().getCustomerId();
        return MoneyAtHand.of(then, receiptId)
                .filter(money -> money.left().signum() > 0)
                .map(money -> money.money().customerId())
                .filter(owner -> MergedCustomers.among(then, owner, customer).areSame(owner, customer))
                .isPresent();
    }

    private static String application(OpenInvoice invoice) {
        return NameUuid.of("application", "issued", invoice.issued().getInvoiceId())
                .toString();
    }

    /** What of that money was applied before this reaction began again and has not reached the invoice yet. */
    BigDecimal onItsWay(String receiptId, OpenInvoice to) {
        var application = application(to);
        boolean isBooked = history.all(to.issued().getInvoiceId(), PaymentApplied.class).stream()
                .anyMatch(booked -> application.equals(booked.getApplicationId())
                        && booked.getReceiptId().equals(receiptId));
        return isBooked
                ? BigDecimal.ZERO
                : MoneyAtHand.of(history, receiptId)
                        .map(money -> money.live().get(application))
                        .map(ReceiptApplied::getAmount)
                        .orElse(BigDecimal.ZERO);
    }

    /** What goes to the invoice of that money, which was on account when it was issued: once, as much as is left and open. */
    BigDecimal take(String receiptId, OpenInvoice to, Instant issuedAt) {
        if (item.isToldAfter(receiptId, issuedAt)) {
            return BigDecimal.ZERO;
        }
        var invoice = to.issued();
        if (!wasOnAccount(receiptId, to, issuedAt)) {
            return BigDecimal.ZERO; // Whoever told it, or whose it is, since then has had it applied.
        }
        var application = application(to);
        var money = MoneyAtHand.of(history, receiptId)
                .filter(at -> at.left().signum() > 0
                        && !at.known().contains(application)
                        && at.toNote(history).isEmpty());
        if (money.isEmpty() || to.open().signum() <= 0) {
            return BigDecimal.ZERO;
        }
        var merged = money.get().mergedWith(to, history);
        try {
            commands.send(
                    new ApplyReceipt(
                            new ReceiptId(receiptId),
                            application,
                            to,
                            null, // As much as is left by then: another invoice may take of it meanwhile.
                            invoice.getIssueDate(),
                            ApplicationBasis.OLDEST_FIRST,
                            actor,
                            merged),
                    "apply/" + receiptId + "/" + application);
        } catch (RuleViolated usedMeanwhile) {
            return BigDecimal.ZERO; // It stays where it went.
        }
        return MoneyAtHand.of(history, receiptId)
                .map(after -> after.live().get(application))
                .map(ReceiptApplied::getAmount)
                .orElse(BigDecimal.ZERO);
    }
}
