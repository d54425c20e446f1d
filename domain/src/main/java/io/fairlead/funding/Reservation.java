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
 * @param billed of its worth on issued invoices, net of credits, whatever review made of it there
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

    /**
     * Funds on one draft.
     *
     * @param amount held of the limits
     * @param claimed of the source's worth; review may have written up what is billed for it
     */
    record Pin(String poNumber, Money amount, Money claimed) {

        Pin plus(Pin more) {
            return new Pin(poNumber, amount.plus(more.amount), claimed.plus(more.claimed));
        }

        /** What of the limits is reserved again when the draft lets go; a write-up goes with the draft. */
        Money back() {
            return amount.isLessThan(claimed) ? amount : claimed;
        }
    }

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

    /** The amount goes from the order's share to the invoice. */
    Reservation pinned(String invoiceId, String share, String poNumber, Money amount) {
        return raised(invoiceId, new Pin(poNumber, amount, amount)).shared(share, amount.negated());
    }

    /** The invoice holds more, which comes from no share. */
    Reservation raised(String invoiceId, Pin more) {
        var onDrafts = new TreeMap<>(pins);
        onDrafts.merge(invoiceId, more, Pin::plus);
        return new Reservation(request, shares, onDrafts, billed, shortOf, held);
    }

    /** What the invoice holds goes back to the order's share. */
    Reservation takenOff(String invoiceId, String share) {
        var pin = pins.get(invoiceId);
        return pin == null ? this : unpinned(invoiceId).shared(share, pin.back());
    }

    private Reservation shared(String share, Money more) {
        var now = new TreeMap<>(shares);
        now.merge(share, more, Money::plus);
        now.values().removeIf(Money::isZero);
        return new Reservation(request, now, pins, billed, shortOf, held);
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

    /** Of its worth on drafts. */
    Money drafted() {
        return pins.values().stream().map(Pin::claimed).reduce(zero(worth()), Money::plus);
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
