package io.fairlead.funding;

import io.fairlead.funding.OpenFunding.Policy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
    private final Map<String, Money> room;
    private final Set<String> stopped = new HashSet<>();

    /**
     * @param orders purchase orders as they are drawn; one empty word when they set no limit
     * @param room what may be handed out, by limit; those without a limit are missing
     */
    FundsAllocation(Policy policy, List<String> orders, Map<String, Money> room) {
        this.policy = policy;
        this.orders = orders;
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
        var tight = tightest(List.of(FundLimit.lineId(source.lineNo()), FundLimit.CONTRACT_ID));
        return policy == Policy.SPLIT && source.request().divisible()
                ? inParts(source, open, tight)
                : whole(source, open, tight);
    }

    private Grant inParts(Reservation source, Money open, @Nullable String tight) {
        var most = tight == null ? open : min(open, roomOf(tight));
        var shares = new TreeMap<String, Money>();
        var left = most;
        for (var order : orders) {
            var limit = FundLimit.orderId(order);
            var part = room.containsKey(limit) ? min(left, roomOf(limit)) : left;
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
        if (tight != null && (stopped.contains(tight) || roomOf(tight).isLessThan(open))) {
            return refused(tight);
        }
        for (var order : orders) {
            var limit = FundLimit.orderId(order);
            if (!room.containsKey(limit)
                    || (!stopped.contains(limit) && !roomOf(limit).isLessThan(open))) {
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
        shares.forEach((order, amount) -> {
            for (var limit :
                    List.of(FundLimit.lineId(source.lineNo()), FundLimit.CONTRACT_ID, FundLimit.orderId(order))) {
                room.computeIfPresent(limit, (_, left) -> left.minus(amount));
            }
        });
    }

    /** The one with least room; one where the queue has stopped has none. */
    private @Nullable String tightest(List<String> limits) {
        var known = new ArrayList<>(limits);
        known.retainAll(room.keySet());
        @Nullable String tight = null;
        for (var limit : known) {
            if (stopped.contains(limit)) {
                return limit; // Another limit with even less room must not let work pass the one that waits here.
            }
            if (tight == null || roomOf(limit).isLessThan(roomOf(tight))) {
                tight = limit;
            }
        }
        return tight;
    }

    private Money roomOf(String limit) {
        var left = room.get(limit);
        if (left == null) {
            throw new IllegalArgumentException(limit + " sets no limit");
        }
        return left.isNegative() ? Money.zero(left.getCurrencyUnit()) : left;
    }

    private static Money min(Money a, Money b) {
        return a.isLessThan(b) ? a : b;
    }
}
