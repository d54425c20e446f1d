package io.fairlead.funding;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
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
 * @param billedSeconds of its time on issued invoices, net of credits
 * @param billed of its worth on issued invoices, net of credits, whatever review made of it there
 * @param shortOf the limit that holds the rest back
 * @param held over that limit, as it was last told
 */
record Reservation(
        FundsRequest request,
        Map<String, Money> shares,
        Map<String, Pin> pins,
        Money billed,
        int billedSeconds,
        @Nullable String shortOf,
        Money held) {

    /**
     * Funds on one draft.
     *
     * @param amount held of the limits
     * @param claimed of the source's worth; review may have written up what is billed for it
     * @param seconds of its time
     */
    record Pin(String poNumber, Money amount, Money claimed, int seconds) {

        Pin plus(Pin more) {
            return new Pin(poNumber, amount.plus(more.amount), claimed.plus(more.claimed), seconds + more.seconds);
        }

        /** What of the limits is reserved again when the draft lets go; a write-up goes with the draft. */
        Money back() {
            return amount.isLessThan(claimed) ? amount : claimed;
        }
    }

    /** Nothing is granted of it so far. */
    static Reservation of(FundsRequest request) {
        var none = zero(request.worth());
        return new Reservation(request, Map.of(), Map.of(), none, 0, null, none);
    }

    /** The same source with what it asks for now. */
    Reservation with(FundsRequest now) {
        return new Reservation(now, shares, pins, billed, billedSeconds, shortOf, held);
    }

    /** What is granted now; the rest of what is open is held. */
    Reservation granted(Map<String, Money> granted, @Nullable String limitId) {
        var rest = open().minus(sum(granted));
        return granted(granted, limitId, rest.isNegative() ? zero(worth()) : rest);
    }

    /** What is granted and held by an event. */
    Reservation granted(Map<String, Money> granted, @Nullable String limitId, Money holding) {
        return new Reservation(request, granted, pins, billed, billedSeconds, limitId, holding);
    }

    /** Net billed grows, or shrinks by a credit. */
    Reservation billed(Money more, int seconds) {
        return new Reservation(request, shares, pins, billed.plus(more), billedSeconds + seconds, shortOf, held);
    }

    /** The amount goes from the order's share to the invoice. */
    Reservation pinned(String invoiceId, String share, String poNumber, Money amount, int seconds) {
        return raised(invoiceId, new Pin(poNumber, amount, amount, seconds)).shared(share, amount.negated());
    }

    /** The invoice holds more, which comes from no share. */
    Reservation raised(String invoiceId, Pin more) {
        var onDrafts = new TreeMap<>(pins);
        onDrafts.merge(invoiceId, more, Pin::plus);
        return new Reservation(request, shares, onDrafts, billed, billedSeconds, shortOf, held);
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
        return new Reservation(request, now, pins, billed, billedSeconds, shortOf, held);
    }

    /** Off the invoice for good. */
    Reservation unpinned(String invoiceId) {
        var onDrafts = new TreeMap<>(pins);
        onDrafts.remove(invoiceId);
        return new Reservation(request, shares, onDrafts, billed, billedSeconds, shortOf, held);
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

    /** Day of service. */
    LocalDate day() {
        return request.serviceDate();
    }

    /** Time that is neither drafted nor billed; never below 0. */
    int openSeconds() {
        int onDrafts = pins.values().stream().mapToInt(Pin::seconds).sum();
        return Math.max(0, request.seconds() - onDrafts - billedSeconds);
    }

    /** Time of a part of what is open, in proportion and no second too few. */
    int openSecondsOf(Money part) {
        var open = open();
        if (!open.isPositive() || !part.isLessThan(open)) {
            return part.isPositive() ? openSeconds() : 0;
        }
        return BigDecimal.valueOf(openSeconds())
                .multiply(part.getAmount())
                .divide(open.getAmount(), 0, RoundingMode.UP)
                .intValueExact();
    }

    /** What so much time of what is open is worth, no cent too much; all of it when that is no more time than fits. */
    Money openWorth(BigDecimal seconds) {
        var all = BigDecimal.valueOf(openSeconds());
        var open = open();
        var digits = open.getCurrencyUnit().getDecimalPlaces();
        return seconds.compareTo(all) >= 0
                ? open
                : Money.of(
                        open.getCurrencyUnit(),
                        open.getAmount().multiply(seconds).divide(all, digits, RoundingMode.DOWN));
    }

    private Money sum(Map<String, Money> amounts) {
        return amounts.values().stream().reduce(zero(worth()), Money::plus);
    }

    private static Money zero(Money like) {
        return Money.zero(like.getCurrencyUnit());
    }
}
