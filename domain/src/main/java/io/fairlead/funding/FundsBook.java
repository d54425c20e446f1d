package io.fairlead.funding;

import io.fairlead.funding.FundLimit.Kind;
import io.fairlead.funding.OpenFunding.Policy;
import io.fairlead.shared.RuleViolated;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The state of {@link Funding} with its sums: adds up what is put in, and works out who gets what. A request at the end of
 * the queue, or one that fits while nobody waits, touches only itself; one that displaces others passes over those behind it
 * once, in memory.
 *
 * @param currency of the contract
 * @param limits by id
 * @param orders purchase orders as they are drawn, those without a limit too
 * @param reservations by source
 * @param queue source by rank, of those with something open
 */
record FundsBook(
        CurrencyUnit currency,
        Map<String, LimitState> limits,
        List<String> orders,
        Map<String, Reservation> reservations,
        NavigableMap<String, String> queue) {

    /** A source whose funds change. */
    record Change(@Nullable Reservation before, Reservation after) {

        Money heldMore() {
            return before == null ? after.held() : after.held().minus(before.held());
        }

        Money lost() {
            var had = before == null ? Money.zero(after.worth().getCurrencyUnit()) : before.granted();
            var less = had.minus(after.granted());
            return less.isNegative() ? Money.zero(less.getCurrencyUnit()) : less;
        }
    }

    /** Purchase orders to draw from; one empty word when none of them sets a limit. */
    List<String> draws() {
        boolean limited = limits.values().stream().anyMatch(limit -> limit.kind() == Kind.PO && limit.amount() != null);
        return limited ? orders : List.of("");
    }

    /** Key of the share that an invoice with this order draws from. */
    String shareOf(@Nullable String poNumber) {
        var draws = draws();
        return poNumber != null && draws.contains(poNumber) ? poNumber : draws.getFirst();
    }

    /** Limits that a source counts for when it draws from the order. */
    List<String> limitIds(int lineNo, String order) {
        var ids = new ArrayList<>(List.of(FundLimit.lineId(lineNo), FundLimit.CONTRACT_ID, FundLimit.orderId(order)));
        ids.removeIf(id -> !limits.containsKey(id));
        return ids;
    }

    boolean isOnDraft(String sourceId, String invoiceId) {
        var known = reservations.get(sourceId);
        return known != null && known.pins().containsKey(invoiceId);
    }

    /** Refuses a draft more than the source has reserved (F-03). */
    void requireGranted(DraftFunds.Portion portion, String share) {
        var known = reservations.get(portion.sourceId());
        var none = Money.zero(currency);
        var granted = known == null ? none : known.shares().getOrDefault(share, none);
        if (known == null || granted.getAmount().compareTo(portion.amount()) < 0) {
            throw new RuleViolated(
                    "F-03",
                    "portions.amount",
                    portion.sourceId() + " has " + granted + " reserved, not "
                            + portion.amount().toPlainString(),
                    "take what is reserved; the rest is over a limit or on another draft");
        }
    }

    /** Puts the reservation in the place of the one before, and moves the sums. */
    void put(Reservation now) {
        var before = reservations.put(now.sourceId(), now);
        if (before != null) {
            count(before, -1);
            queue.remove(before.rank());
        }
        count(now, 1);
        // What was billed without asking may still be told as held: it stays until that is told otherwise.
        if (now.open().isPositive() || now.granted().isPositive() || now.held().isPositive()) {
            queue.put(now.rank(), now.sourceId());
        }
    }

    /** Counts what everybody has reserved and drafted for a limit that is new. */
    void countAnew(String limitId) {
        for (var reservation : reservations.values()) {
            add(limitId, reservation, 1);
        }
    }

    private void count(Reservation of, int sign) {
        limits.keySet().forEach(id -> add(id, of, sign));
    }

    private void add(String limitId, Reservation of, int sign) {
        var limit = Objects.requireNonNull(limits.get(limitId));
        var reserved = contribution(limit, of);
        var drafted = Money.zero(currency);
        for (var pin : of.pins().values()) {
            if (holdsFor(limit, of.lineNo(), pin.poNumber())) {
                drafted = drafted.plus(pin.amount());
            }
        }
        boolean waits = limitId.equals(of.shortOf());
        if (waits || !reserved.isZero() || !drafted.isZero()) {
            limits.put(
                    limitId,
                    limit.with(
                            drafted.multipliedBy(sign),
                            reserved.multipliedBy(sign),
                            waits ? sign : 0,
                            waits ? of.held().multipliedBy(sign) : Money.zero(currency)));
        }
    }

    private Money contribution(LimitState limit, Reservation of) {
        var sum = Money.zero(currency);
        for (var share : of.shares().entrySet()) {
            if (holdsFor(limit, of.lineNo(), share.getKey())) {
                sum = sum.plus(share.getValue());
            }
        }
        return sum;
    }

    private static boolean holdsFor(LimitState limit, int lineNo, String order) {
        return switch (limit.kind()) {
            case LINE -> limit.lineNo() != null && limit.lineNo() == lineNo;
            case CONTRACT -> true;
            case PO -> order.equals(limit.poNumber());
        };
    }

    /** Net billed of a line and order grows, or shrinks by a credit. */
    void bill(int lineNo, @Nullable String poNumber, Money more) {
        limits.replaceAll(
                (_, limit) -> holdsFor(limit, lineNo, poNumber == null ? "" : poNumber) ? limit.billed(more) : limit);
    }

    /**
     * What a new or changed request does to everybody.
     *
     * @return the request itself first, then those whose funds change
     */
    List<Change> ask(Policy policy, Reservation asked) {
        var before = reservations.get(asked.sourceId());
        if (before != null && before.rank().compareTo(asked.rank()) < 0) {
            return reallocate(policy, asked, before.rank());
        }
        if (mayStandAlone(policy, asked)) {
            var grant = new FundsAllocation(policy, draws(), room(before == null ? List.of() : List.of(before)))
                    .next(asked);
            boolean last = queue.isEmpty() || queue.lastKey().compareTo(asked.rank()) <= 0;
            if (grant.shortOf() == null || last) {
                return List.of(new Change(before, asked.granted(grant.shares(), grant.shortOf())));
            }
        }
        return reallocate(policy, asked, asked.rank());
    }

    /** Whether what it gets concerns nobody else: nobody waits, and it takes no order's funds from one behind it. */
    private boolean mayStandAlone(Policy policy, Reservation asked) {
        boolean last = queue.isEmpty() || queue.lastKey().compareTo(asked.rank()) <= 0;
        boolean nobodyWaits = limits.values().stream().noneMatch(limit -> limit.waiting() > 0);
        return nobodyWaits ? last || draws().size() == 1 : last && policy != Policy.STOP && !isKnown(asked);
    }

    private boolean isKnown(Reservation asked) {
        return reservations.containsKey(asked.sourceId());
    }

    /** Hands out anew from a place in the queue on; what stands before it stays. */
    List<Change> reallocate(Policy policy, @Nullable Reservation asked, String from) {
        var start = policy == Policy.STOP || queue.isEmpty() ? "" : from;
        var tail = new TreeMap<String, Reservation>();
        queue.tailMap(start, true)
                .forEach((rank, source) -> tail.put(rank, Objects.requireNonNull(reservations.get(source))));
        var allocation = new FundsAllocation(policy, draws(), room(tail.values()));
        var changes = new ArrayList<Change>();
        if (asked != null) {
            var before = reservations.get(asked.sourceId());
            if (before != null) {
                tail.remove(before.rank());
            }
            tail.put(asked.rank(), asked);
        }
        for (var source : tail.values()) {
            var grant = allocation.next(source);
            var before = reservations.get(source.sourceId());
            if (source == asked) {
                changes.addFirst(new Change(before, source.granted(grant.shares(), grant.shortOf())));
            } else {
                var after = source.granted(grant.shares(), grant.shortOf());
                if (!after.equals(source)) {
                    changes.add(new Change(before, after));
                }
            }
        }
        return changes;
    }

    /** Room of each limit when these let go what they have reserved. */
    private Map<String, Money> room(Iterable<Reservation> lettingGo) {
        var room = new HashMap<String, Money>();
        limits.forEach((id, limit) -> {
            var available = limit.available();
            if (available != null) {
                room.put(id, available);
            }
        });
        for (var reservation : lettingGo) {
            room.replaceAll((id, left) -> left.plus(contribution(Objects.requireNonNull(limits.get(id)), reservation)));
        }
        return room;
    }

    /** Left in the tightest limit of the source after the change; null when none of its limits has an amount. */
    @Nullable
    Money availableAfter(Change change) {
        @Nullable Money least = null;
        for (var limit : limits.values()) {
            var available = limit.available();
            if (available != null && concerns(limit, change.after())) {
                if (change.before() != null) {
                    available = available.plus(contribution(limit, change.before()));
                }
                available = available.minus(contribution(limit, change.after()));
                least = least == null || available.isLessThan(least) ? available : least;
            }
        }
        return least;
    }

    private static boolean concerns(LimitState limit, Reservation source) {
        return limit.kind() == Kind.PO
                ? source.shares().keySet().stream().anyMatch(order -> order.equals(limit.poNumber()))
                : holdsFor(limit, source.lineNo(), "");
    }
}
