package io.fairlead.funding;

import java.util.Map;
import java.util.TreeMap;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the limits know of one source: a value of {@link FundsBook}'s state.
 *
 * @param request what it asks for
 * @param shares reserved and on no draft, by purchase order; the empty key means that orders set no limit
 * @param pins on drafts, by invoice
 * @param billed on issued invoices, net of credits
 * @param shortOf the limit that holds the rest back
 * @param held over that limit, as it was last told
 */
record Reservation(
        FundsRequest request,
        Map<String, Money> shares,
        Map<String, Pin> pins,
        Money billed,
        @Nullable String shortOf,
        Money held) {

    /** Funds on one draft. */
    record Pin(String poNumber, Money amount) {}

    /** Nothing is granted of it so far. */
    static Reservation of(FundsRequest request) {
        var none = zero(request.worth());
        return new Reservation(request, Map.of(), Map.of(), none, null, none);
    }

    /** The same source with what it asks for now. */
    Reservation with(FundsRequest now) {
        return new Reservation(now, shares, pins, billed, shortOf, held);
    }

    /** What is granted now; the rest of what is open is held. */
    Reservation granted(Map<String, Money> granted, @Nullable String limitId) {
        var rest = open().minus(sum(granted));
        return granted(granted, limitId, rest.isNegative() ? zero(worth()) : rest);
    }

    /** What is granted and held by an event. */
    Reservation granted(Map<String, Money> granted, @Nullable String limitId, Money holding) {
        return new Reservation(request, granted, pins, billed, limitId, holding);
    }

    /** Net billed grows, or shrinks by a credit. */
    Reservation billed(Money more) {
        return new Reservation(request, shares, pins, billed.plus(more), shortOf, held);
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
        return new Reservation(request, left, onDrafts, billed, shortOf, held);
    }

    /** Off the invoice for good. */
    Reservation unpinned(String invoiceId) {
        var onDrafts = new TreeMap<>(pins);
        onDrafts.remove(invoiceId);
        return new Reservation(request, shares, onDrafts, billed, shortOf, held);
    }

    String sourceId() {
        return request.sourceId();
    }

    int lineNo() {
        return request.lineNo();
    }

    String rank() {
        return request.rank();
    }

    Money worth() {
        return request.worth();
    }

    Money drafted() {
        return pins.values().stream().map(Pin::amount).reduce(zero(worth()), Money::plus);
    }

    Money granted() {
        return sum(shares);
    }

    /** Neither drafted nor billed; never below 0. */
    Money open() {
        var open = worth().minus(drafted()).minus(billed);
        return open.isNegative() ? zero(worth()) : open;
    }

    private Money sum(Map<String, Money> amounts) {
        return amounts.values().stream().reduce(zero(worth()), Money::plus);
    }

    private static Money zero(Money like) {
        return Money.zero(like.getCurrencyUnit());
    }
}
