package io.fairlead.billing.cash;

import io.fairlead.billing.event.ReceiptUnapplied;
import io.fairlead.billing.invoice.CuredWork;
import io.fairlead.exception.OwnerRole;
import io.fairlead.exception.RaiseException;
import io.fairlead.exception.RestateException;
import io.fairlead.exception.Stake;
import io.fairlead.exception.event.ExceptionRaised;
import io.fairlead.exception.event.ExceptionResolved;
import io.fairlead.exception.event.ExceptionWaived;
import io.fairlead.shared.Commands;
import io.fairlead.shared.StreamHistory;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The work item about money of which something is on account. Part of the processes that apply money and tell of it. */
final class MoneyItem {

    /** Money waits for somebody who says what it pays. */
    static final String CODE = "PAYMENT_NOT_APPLIED";

    private static final int REASONS_MAX = 3;

    private final Commands commands;
    private final StreamHistory history;
    private final CuredWork work;

    MoneyItem(Commands commands, StreamHistory history, String group) {
        this.commands = commands;
        this.history = history;
        this.work = new CuredWork(commands, history, group);
    }

    /** Raises it for what is left; not when all was applied, refunded or sent back since. */
    void tell(String receiptId, List<String> reasons, Instant at, String key) {
        var found = MoneyAtHand.of(history, receiptId);
        if (found.isEmpty() || found.get().left().signum() == 0) {
            return;
        }
        var money = found.get().money();
        var stake = new Stake(found.get().left(), money.currency());
        commands.send(
                RaiseException.about(
                        CODE,
                        receiptId,
                        sentence(receiptId, stake, reasons),
                        OwnerRole.FINANCE_OPERATIONS,
                        stake,
                        money.legalEntityId(),
                        at),
                key);
    }

    /** The same of what came back from an invoice; not when the bank took all of it, which is told next. */
    void follow(ReceiptUnapplied back, Instant at, String eventId) {
        if (!back.getCause().equals(Unapplication.SENT_BACK.name())) {
            follow(back.getReceiptId(), back.getLeft(), back.getCurrency(), at, eventId);
        }
    }

    /** Tells what is left since then, where a person was told of more or less and has not cleared it; closed when nothing is. */
    void follow(String receiptId, BigDecimal left, String currency, Instant at, String eventId) {
        if (left.signum() == 0) {
            close(receiptId, at, eventId);
        } else if (wasOpen(receiptId, at)) {
            // What is left by now: whoever told of it may have seen more than this reaction, which may come late or
            // again.
            MoneyAtHand.of(history, receiptId)
                    .map(money -> new Stake(money.left(), currency))
                    .filter(now -> now.amount().signum() > 0)
                    .ifPresent(now -> commands.send(restated(receiptId, now, at), "restate/" + eventId));
        }
    }

    private static RestateException restated(String receiptId, Stake left, Instant at) {
        return new RestateException(
                RaiseException.idOf(CODE, receiptId), sentence(receiptId, left, List.of()), left, at);
    }

    private static String sentence(String receiptId, Stake stake, List<String> reasons) {
        var why = reasons.isEmpty()
                ? ""
                : ": " + String.join("; ", reasons.subList(0, Math.min(REASONS_MAX, reasons.size())));
        return stake.written() + " of " + receiptId + " pay no invoice" + why
                + ". Apply it, refund it, or waive this item to leave it on account.";
    }

    /**
     * Whether a person was told at that moment, or since, that something of it is left: whoever reacts to what happened then has
     * done so, and what is left by now has another cause.
     */
    boolean isToldSince(String receiptId, Instant at) {
        return raised(receiptId).anyMatch(raisedAt -> !raisedAt.isBefore(at));
    }

    /** Whether something of it was left later than at that moment: it was elsewhere then, or had not come in. */
    boolean isToldAfter(String receiptId, Instant at) {
        return raised(receiptId).anyMatch(raisedAt -> raisedAt.isAfter(at));
    }

    /** Whether a person had been told by that moment, and had not cleared it. */
    boolean wasOpen(String receiptId, Instant at) {
        boolean open = false;
        for (var event : history.all(RaiseException.idOf(CODE, receiptId).value())) {
            open = switch (event) {
                case ExceptionRaised raised when raised.getRaisedAt().isBefore(at) -> true;
                case ExceptionResolved resolved when resolved.getResolvedAt().isBefore(at) -> false;
                case ExceptionWaived waived when waived.getWaivedAt().isBefore(at) -> false;
                default -> open;
            };
        }
        return open;
    }

    /** Whether it was closed last because nothing was left, and by nobody. */
    boolean isClosedByProcess(String receiptId) {
        var told = history.all(RaiseException.idOf(CODE, receiptId).value());
        return !told.isEmpty()
                && told.getLast() instanceof ExceptionResolved resolved
                && !isClearedByPerson(CODE, resolved.getResolvedBy());
    }

    private Stream<Instant> raised(String receiptId) {
        var id = RaiseException.idOf(CODE, receiptId).value();
        return history.all(id, ExceptionRaised.class).stream().map(ExceptionRaised::getRaisedAt);
    }

    /** When nothing is left of it; not when something came back since, which is told anew. */
    void close(String receiptId, Instant at, String eventId) {
        boolean isGone = MoneyAtHand.of(history, receiptId)
                .filter(money -> money.left().signum() == 0)
                .isPresent();
        if (isGone) {
            work.close(CODE, receiptId, "nothing of the money is on account any more", at, eventId);
        }
    }

    /** When it is known which money a booking took back. */
    void closeReturn(String sourceId, Instant at, String eventId) {
        work.close(
                ReturnedMoney.CODE,
                ReturnedMoney.subject(sourceId),
                "the money was sent back",
                at,
                "return/" + eventId);
    }

    /** Whether a person, and no process, says that it is cleared. */
    static boolean isClearedByPerson(String code, String resolvedBy) {
        return code.equals(CODE) && !resolvedBy.startsWith("fairlead|process-");
    }
}
