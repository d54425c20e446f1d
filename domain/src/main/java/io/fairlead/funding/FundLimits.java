package io.fairlead.funding;

import io.fairlead.funding.FundLimit.Kind;
import io.fairlead.funding.event.FundingLimit;
import io.fairlead.shared.WireAmount;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The limits of one contract with what is taken of each, so that no question passes over all sources. Part of
 * {@link FundsBook}.
 */
final class FundLimits {

    private final Map<String, LimitState> byId = new TreeMap<>();

    /** Purchase orders as they are drawn, those without a limit too. */
    private final List<String> orders = new ArrayList<>();

    /** By id, in the order of the ids. */
    Map<String, LimitState> byId() {
        return Collections.unmodifiableMap(byId);
    }

    /** Purchase orders to draw from; one empty word when none of them sets a limit. */
    List<String> draws() {
        boolean limited = byId.values().stream().anyMatch(limit -> limit.kind() == Kind.PO && limit.amount() != null);
        return limited ? orders : List.of("");
    }

    /** Key of the share that an invoice with this order draws from. */
    String shareOf(@Nullable String poNumber) {
        var draws = draws();
        return poNumber != null && draws.contains(poNumber) ? poNumber : draws.getFirst();
    }

    /** Limits that a source counts for when it draws from the order. */
    List<String> idsOf(int lineNo, String order) {
        var ids = new ArrayList<>(List.of(FundLimit.lineId(lineNo), FundLimit.CONTRACT_ID, FundLimit.orderId(order)));
        ids.removeIf(id -> !byId.containsKey(id));
        return ids;
    }

    /** Whether any limit with an amount holds for the line and the order. */
    boolean bind(int lineNo, String order) {
        return byId.values().stream().anyMatch(limit -> limit.amount() != null && holdsFor(limit, lineNo, order));
    }

    boolean holdNobodyBack() {
        return byId.values().stream().noneMatch(limit -> limit.waiting() > 0);
    }

    /** Room of each limit when these give up what they have reserved; those without an amount are missing. */
    Map<String, Money> room(Iterable<Reservation> givingUp) {
        var room = new HashMap<String, Money>();
        byId.forEach((id, limit) -> {
            var available = limit.available();
            if (available != null) {
                room.put(id, available);
            }
        });
        for (var reservation : givingUp) {
            room.replaceAll((id, left) -> left.plus(reserved(Objects.requireNonNull(byId.get(id)), reservation)));
        }
        return room;
    }

    /** Left in the tightest limit of the source after the change; null when none of its limits has an amount. */
    @Nullable
    Money availableAfter(FundsRanking.Change change) {
        @Nullable Money least = null;
        for (var limit : byId.values()) {
            var available = limit.available();
            if (available != null && concerns(limit, change.after())) {
                if (change.before() != null) {
                    available = available.plus(reserved(limit, change.before()));
                }
                available = available.minus(reserved(limit, change.after()));
                least = least == null || available.isLessThan(least) ? available : least;
            }
        }
        return least;
    }

    /**
     * A limit that is new, or moved.
     *
     * @param billed of it before it was agreed; null for none
     * @param everybody counts for a limit that is new
     */
    void set(FundingLimit limit, String currency, @Nullable BigDecimal billed, Collection<Reservation> everybody) {
        var amount = limit.getAmount() == null ? null : WireAmount.money(limit.getAmount(), currency);
        var known = byId.get(limit.getLimitId());
        if (known != null) {
            byId.put(limit.getLimitId(), known.moved(amount));
            return;
        }
        var none = Money.zero(CurrencyUnit.of(currency));
        var fresh = LimitState.of(Kind.valueOf(limit.getKind()), limit.getLineNo(), limit.getPoNumber(), amount, none);
        byId.put(
                limit.getLimitId(),
                billed == null
                        ? fresh
                        : fresh.billed(WireAmount.money(billed, currency)).moved(amount));
        if (limit.getPoNumber() != null) {
            orders.add(limit.getPoNumber());
        }
        everybody.forEach(reservation -> count(limit.getLimitId(), reservation, 1));
    }

    /** Puts the sums of a reservation in the place of those before. */
    void count(@Nullable Reservation before, Reservation now) {
        for (var id : byId.keySet()) {
            if (before != null) {
                count(id, before, -1);
            }
            count(id, now, 1);
        }
    }

    private void count(String limitId, Reservation of, int sign) {
        var limit = Objects.requireNonNull(byId.get(limitId));
        var reserved = reserved(limit, of);
        var drafted = limit.none();
        for (var pin : of.pins().values()) {
            if (holdsFor(limit, of.lineNo(), pin.poNumber())) {
                drafted = drafted.plus(pin.amount());
            }
        }
        boolean waits = limitId.equals(of.shortOf());
        if (waits || !reserved.isZero() || !drafted.isZero()) {
            byId.put(
                    limitId,
                    limit.with(
                            drafted.multipliedBy(sign),
                            reserved.multipliedBy(sign),
                            waits ? sign : 0,
                            waits ? of.held().multipliedBy(sign) : limit.none()));
        }
    }

    /** Net billed of a line and order grows, or shrinks by a credit. */
    void bill(int lineNo, @Nullable String poNumber, Money more) {
        byId.replaceAll(
                (_, limit) -> holdsFor(limit, lineNo, poNumber == null ? "" : poNumber) ? limit.billed(more) : limit);
    }

    /** People were told something of the limit. */
    void told(String limitId, UnaryOperator<LimitState.Told> news) {
        byId.computeIfPresent(limitId, (_, limit) -> limit.told(news.apply(limit.told())));
    }

    private static Money reserved(LimitState limit, Reservation of) {
        var sum = limit.none();
        for (var share : of.shares().entrySet()) {
            if (holdsFor(limit, of.lineNo(), share.getKey())) {
                sum = sum.plus(share.getValue());
            }
        }
        return sum;
    }

    private static boolean concerns(LimitState limit, Reservation source) {
        return limit.kind() == Kind.PO
                ? source.shares().keySet().stream().anyMatch(order -> order.equals(limit.poNumber()))
                : holdsFor(limit, source.lineNo(), "");
    }

    static boolean holdsFor(LimitState limit, int lineNo, String order) {
        return switch (limit.kind()) {
            case LINE -> limit.lineNo() != null && limit.lineNo() == lineNo;
            case CONTRACT -> true;
            case PO -> order.equals(limit.poNumber());
        };
    }
}
