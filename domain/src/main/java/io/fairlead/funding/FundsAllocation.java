package io.fairlead.funding;

import io.fairlead.funding.FundCap.Unit;
import io.fairlead.funding.FundLimit.Kind;
import io.fairlead.funding.OpenFunding.Policy;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * R3 at work: hands the room of the limits to one source after the other, in the order of the queue. The minimum over line,
 * contract and purchase orders holds; orders are drawn in their order.
 */
final class FundsAllocation {

    private final Policy policy;
    private final List<String> orders;
    private final Map<String, LimitState> limits;
    private final Map<String, BigDecimal> room;
    private final Set<String> stopped = new HashSet<>();

    /**
     * @param orders purchase orders as they are drawn; one empty word when they set no limit
     * @param limits by id
     * @param room what may be handed out, by limit; those without an amount are missing
     */
    FundsAllocation(Policy policy, List<String> orders, Map<String, LimitState> limits, Map<String, BigDecimal> room) {
        this.policy = policy;
        this.orders = orders;
        this.limits = limits;
        this.room = room;
    }

    /**
     * What a source gets.
     *
     * @param shares above 0, by purchase order
     * @param shortOf the limit that holds the rest back; null when it gets all
     */
    record Grant(Map<String, Money> shares, @Nullable String shortOf) {}

    /** Hands out to the next in the queue. */
    Grant next(Reservation source) {
        var open = source.open();
        if (open.isZero()) {
            return new Grant(Map.of(), null);
        }
        var tight = tightest(source);
        return policy == Policy.SPLIT && source.request().divisible()
                ? inParts(source, open, tight)
                : whole(source, open, tight);
    }

    private Grant inParts(Reservation source, Money open, @Nullable String tight) {
        var most = tight == null ? open : min(open, roomOf(tight, source));
        var shares = new TreeMap<String, Money>();
        var left = most;
        for (var order : orders) {
            var limit = FundLimit.orderId(order);
            var part = room.containsKey(limit) ? min(left, roomOf(limit, source)) : left;
            if (part.isPositive()) {
                shares.put(order, part);
                left = left.minus(part);
            }
        }
        take(source, shares);
        if (left.isPositive()) {
            return new Grant(shares, FundLimit.orderId(orders.getLast()));
        }
        return new Grant(shares, most.isEqual(open) ? null : tight);
    }

    private Grant whole(Reservation source, Money open, @Nullable String tight) {
        if (tight != null && (stopped.contains(tight) || roomOf(tight, source).isLessThan(open))) {
            return refused(tight);
        }
        for (var order : orders) {
            var limit = FundLimit.orderId(order);
            if (!room.containsKey(limit)
                    || (!stopped.contains(limit) && !roomOf(limit, source).isLessThan(open))) {
                var shares = Map.of(order, open);
                take(source, shares);
                return new Grant(shares, null);
            }
        }
        return refused(FundLimit.orderId(orders.getLast()));
    }

    private Grant refused(String limit) {
        if (policy == Policy.STOP) {
            stopped.add(limit);
        }
        return new Grant(Map.of(), limit);
    }

    private void take(Reservation source, Map<String, Money> shares) {
        shares.forEach((order, amount) -> room.replaceAll((id, left) -> {
            var scope = scopeOf(id);
            return scope.holdsFor(source.lineNo(), source.day(), order)
                    ? left.subtract(scope.measure(amount, source.openSecondsOf(amount)))
                    : left;
        }));
    }

    /**
     * The one with least room, a line before its contract; one where the queue has stopped has none. Orders are drawn one after
     * the other.
     */
    private @Nullable String tightest(Reservation source) {
        @Nullable String tight = null;
        for (var limit :
                room.keySet().stream().sorted(Comparator.reverseOrder()).toList()) {
            var scope = scopeOf(limit);
            if (scope.kind() == Kind.PO || !scope.holdsFor(source.lineNo(), source.day(), "")) {
                continue;
            }
            if (stopped.contains(limit)) {
                return limit; // Another limit with even less room must not let work pass the one that waits here.
            }
            if (tight == null || roomOf(limit, source).isLessThan(roomOf(tight, source))) {
                tight = limit;
            }
        }
        return tight;
    }

    /** What of the source would fit. */
    private Money roomOf(String limit, Reservation source) {
        var left = room.get(limit);
        if (left == null) {
            throw new IllegalArgumentException(limit + " sets no limit");
        }
        var some = left.max(BigDecimal.ZERO);
        return scopeOf(limit).unit() == Unit.HOURS
                ? source.openWorth(some)
                : Money.of(source.worth().getCurrencyUnit(), some);
    }

    private LimitState.Scope scopeOf(String limit) {
        return Objects.requireNonNull(limits.get(limit), limit).scope();
    }

    private static Money min(Money a, Money b) {
        return a.isLessThan(b) ? a : b;
    }
}
