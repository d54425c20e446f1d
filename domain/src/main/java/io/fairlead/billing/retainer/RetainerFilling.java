package io.fairlead.billing.retainer;

import io.fairlead.billing.event.BillingItemBilled;
import io.fairlead.billing.event.BillingItemReady;
import io.fairlead.billing.invoice.CuredWork;
import io.fairlead.billing.item.BillingItemKind;
import io.fairlead.exception.OwnerRole;
import io.fairlead.exception.RaiseException;
import io.fairlead.exception.Stake;
import io.fairlead.exception.event.ExceptionRaised;
import io.fairlead.exception.event.ExceptionWaived;
import io.fairlead.shared.AmountText;
import io.fairlead.shared.Commands;
import io.fairlead.shared.RuleViolated;
import io.fairlead.shared.StreamHistory;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** Makes more or less of a retainer as its items are billed and credited. Part of {@link WhenRetainerBilledThenFill}. */
final class RetainerFilling {

    static final String DRAWN = "RETAINER_DRAWN";

    private final Commands commands;
    private final StreamHistory history;
    private final WaitingCredits waiting;
    private final CuredWork work;

    /** @param group of the process, in whose name work items are closed */
    RetainerFilling(Commands commands, StreamHistory history, String group) {
        this.commands = commands;
        this.history = history;
        this.waiting = new WaitingCredits(history);
        this.work = new CuredWork(commands, history, group);
    }

    /** Of an item that is no retainer nothing comes. */
    void fill(BillingItemBilled event) {
        retainerItem(event.getBillingItemId()).ifPresent(item -> {
            var fill = WaitingCredits.of(item, event.getInvoiceId(), event.getAmount(), event.getAccountingDate());
            commands.send(fill, key(fill));
        });
    }

    /** Somebody says that it is cleared: what the balance does not bear is told again. */
    void lowerOrTellAgain(String retainerId, Instant at, String eventId) {
        for (var credit : waiting.of(retainerId)) {
            var _ = lower(credit, at, "/" + eventId);
        }
    }

    private Optional<BillingItemReady> retainerItem(String itemId) {
        return history.last(itemId, BillingItemReady.class)
                .filter(item -> item.getKind().equals(BillingItemKind.RETAINER.name()));
    }

    /** Lowers the balance by that event of its item, if it is a credit of a retainer. */
    void lower(String itemId, SpecificRecord event, Instant at, String eventId) {
        retainerItem(itemId).flatMap(item -> WaitingCredits.credit(item, event)).ifPresent(credit -> {
            var retainer = credit.retainerId().value();
            if (!isWaived(retainer, at) && !lower(credit, at, "")) {
                lowerByWaiting(retainer, at, eventId); // More may have come while that was told.
            }
        });
    }

    /** Whether it is lowered; else people are told. */
    private boolean lower(FillRetainer credit, Instant at, String again) {
        try {
            commands.send(credit, key(credit));
            return true;
        } catch (RuleViolated drawnAlready) {
            commands.send(drawn(credit, drawnAlready, at), key(credit) + "/raise" + again);
            return false;
        }
    }

    /** Lowers it by all that waits and that it bears by now. */
    void lowerByWaiting(String retainerId, Instant at, String eventId) {
        if (isWaived(retainerId, Instant.MIN)) {
            return;
        }
        for (var credit : waiting.of(retainerId)) {
            try {
                commands.send(credit, key(credit));
            } catch (RuleViolated stillDrawn) {
                // People know.
            }
        }
        if (waiting.of(retainerId).isEmpty()) {
            work.close(DRAWN, retainerId, "all that was credited is taken off the retainer", at, eventId);
        }
    }

    /** Whether people have been told at that moment or since, and let it be as it is. */
    private boolean isWaived(String retainerId, Instant at) {
        boolean waived = false;
        for (var event : history.all(RaiseException.idOf(DRAWN, retainerId).value())) {
            waived = switch (event) {
                case ExceptionRaised _ -> false;
                case ExceptionWaived _ -> true;
                default -> waived;
            };
        }
        return waived
                && history.last(RaiseException.idOf(DRAWN, retainerId).value(), ExceptionRaised.class)
                        .filter(raised -> !raised.getRaisedAt().isBefore(at))
                        .isPresent();
    }

    private static String key(FillRetainer fill) {
        return "fill/" + fill.retainerId() + "/" + fill.item().getBillingItemId() + "/" + fill.documentId();
    }

    /** With all that waited then: later words take the place of those before. */
    private RaiseException drawn(FillRetainer credit, RuleViolated why, Instant at) {
        var all = new LinkedHashSet<>(
                new WaitingCredits(history.asOf(at)).of(credit.retainerId().value()));
        all.add(credit);
        var amount = all.stream()
                .map(FillRetainer::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .negate();
        var who = all.size() == 1
                ? credit.documentId() + " credits "
                : credit.documentId() + " and " + (all.size() - 1) + " before it credit ";
        return RaiseException.restating(
                DRAWN,
                credit.retainerId().value(),
                who + AmountText.of(amount) + " of a retainer, but " + why.reason()
                        + ". Credit the work that was drawn from it, or agree with the customer and waive this item.",
                OwnerRole.FINANCE_OPERATIONS,
                new Stake(amount, credit.item().getCurrency()),
                credit.item().getLegalEntityId(),
                at);
    }
}
