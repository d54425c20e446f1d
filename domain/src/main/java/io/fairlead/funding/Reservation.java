package io.fairlead.funding;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the limits know of one source: a value of {@link Funding}'s state.
 *
 * @param sourceId time-entry:<uuid> or billing-item:<uuid>
 * @param lineNo contract line that pays
 * @param customerId customer:<code>; empty while only its invoice is known
 * @param projectId project:<key>; empty while only its invoice is known
 * @param serviceDate day of work or acceptance
 * @param divisible whether it may be billed in parts
 * @param rank place in the queue
 * @param worth in all, drafted and billed parts included
 * @param shares reserved and on no draft, by purchase order; the empty key means that orders set no limit
 * @param pins on drafts, by invoice
 * @param billed on issued invoices, net of credits
 * @param shortOf the limit that holds the rest back
 * @param held over that limit, as it was last told
 */
record Reservation(
        String sourceId,
        int lineNo,
        String customerId,
        String projectId,
        LocalDate serviceDate,
        boolean divisible,
        String rank,
        Money worth,
        Map<String, Money> shares,
        Map<String, Pin> pins,
        Money billed,
        @Nullable String shortOf,
        Money held) {

    /** Funds on one draft. */
    record Pin(String poNumber, Money amount) {}

    /** What a command asks for the first time. */
    static Reservation of(ReserveFunds command, Money worth) {
        return new Reservation(
                command.sourceId(),
                command.lineNo(),
                command.customerId().value(),
                command.projectId().value(),
                command.serviceDate(),
                command.divisible(),
                command.rank(),
                worth,
                Map.of(),
                Map.of(),
                zero(worth),
                null,
                zero(worth));
    }

    /** Known only by its invoice: it was drafted before anybody watched the limit. */
    static Reservation billedUnasked(String sourceId, int lineNo, Money none) {
        return new Reservation(
                sourceId, lineNo, "", "", LocalDate.EPOCH, true, sourceId, none, Map.of(), Map.of(), none, null, none);
    }

    /** The same source asking anew; work that had given everything back queues again. */
    Reservation asking(ReserveFunds command, Money wanted) {
        return new Reservation(
                sourceId,
                command.lineNo(),
                command.customerId().value(),
                command.projectId().value(),
                command.serviceDate(),
                command.divisible(),
                worth.isZero() || customerId.isEmpty() ? command.rank() : rank,
                wanted,
                shares,
                pins,
                billed,
                shortOf,
                held);
    }

    /** What is granted now; the rest of what is open is held. */
    Reservation granted(Map<String, Money> granted, @Nullable String limitId) {
        var rest = open().minus(granted.values().stream().reduce(zero(worth), Money::plus));
        return new Reservation(
                sourceId,
                lineNo,
                customerId,
                projectId,
                serviceDate,
                divisible,
                rank,
                worth,
                granted,
                pins,
                billed,
                limitId,
                rest.isNegative() ? zero(worth) : rest);
    }

    Reservation at(String place) {
        return new Reservation(
                sourceId,
                lineNo,
                customerId,
                projectId,
                serviceDate,
                divisible,
                place,
                worth,
                shares,
                pins,
                billed,
                shortOf,
                held);
    }

    Reservation billed(Money now) {
        return new Reservation(
                sourceId,
                lineNo,
                customerId,
                projectId,
                serviceDate,
                divisible,
                rank,
                worth,
                shares,
                pins,
                now,
                shortOf,
                held);
    }

    /** The amount goes from the order's share to the invoice, or back when it is negative. */
    Reservation pinned(String invoiceId, String share, String poNumber, Money amount) {
        var left = new TreeMap<>(shares);
        left.merge(share, amount.negated(), Money::plus);
        left.values().removeIf(Money::isZero);
        var onDrafts = new TreeMap<>(pins);
        onDrafts.merge(
                invoiceId,
                new Pin(poNumber, amount),
                (a, b) -> new Pin(poNumber, a.amount().plus(b.amount())));
        onDrafts.values().removeIf(pin -> pin.amount().isZero() && !amount.isZero());
        return new Reservation(
                sourceId,
                lineNo,
                customerId,
                projectId,
                serviceDate,
                divisible,
                rank,
                worth,
                left,
                onDrafts,
                billed,
                shortOf,
                held);
    }

    /** Off the invoice for good. */
    Reservation unpinned(String invoiceId) {
        var onDrafts = new TreeMap<>(pins);
        onDrafts.remove(invoiceId);
        return new Reservation(
                sourceId,
                lineNo,
                customerId,
                projectId,
                serviceDate,
                divisible,
                rank,
                worth,
                shares,
                onDrafts,
                billed,
                shortOf,
                held);
    }

    Money drafted() {
        return pins.values().stream().map(Pin::amount).reduce(zero(worth), Money::plus);
    }

    Money granted() {
        return shares.values().stream().reduce(zero(worth), Money::plus);
    }

    /** Neither drafted nor billed; never below 0. */
    Money open() {
        var open = worth.minus(drafted()).minus(billed);
        return open.isNegative() ? zero(worth) : open;
    }

    private static Money zero(Money like) {
        return Money.zero(like.getCurrencyUnit());
    }
}
