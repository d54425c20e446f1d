package io.fairlead.funding;

import io.fairlead.funding.OpenFunding.Policy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Whose funds change by a request or by an order of people. A request at the end of the queue, or one that fits while nobody
 * waits, touches only itself; one that displaces others passes over those behind it once, in memory. Read by {@link Funding}.
 */
final class FundsRanking {

    private final Policy policy;
    private final FundsBook book;

    /**
     * For one decision.
     *
     * @param policy of the contract
     * @param book who has what before; only read
     */
    FundsRanking(Policy policy, FundsBook book) {
        this.policy = policy;
        this.book = book;
    }

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

    /**
     * What a new or changed request does to everybody.
     *
     * @return the request itself first, then those whose funds change
     */
    List<Change> ask(Reservation asked) {
        var before = book.find(asked.sourceId());
        if (before != null && before.rank().compareTo(asked.rank()) < 0) {
            return allocate(asked, before.rank());
        }
        if (mayStandAlone(asked, before)) {
            var grant = allocation(asked, before == null ? List.of() : List.of(before))
                    .next(asked);
            if (grant.shortOf() == null || book.isLast(asked.rank())) {
                return List.of(new Change(before, asked.granted(grant.shares(), grant.shortOf())));
            }
        }
        return allocate(asked, asked.rank());
    }

    /** Whether what it gets concerns nobody else: nobody waits, and it takes no order's funds from one behind it. */
    private boolean mayStandAlone(Reservation asked, @Nullable Reservation before) {
        boolean last = book.isLast(asked.rank());
        return book.limits().holdNobodyBack()
                ? last || book.limits().draws().size() == 1
                : last && policy != Policy.STOP && before == null;
    }

    /** Hands out anew from a place in the queue on; what stands before it stays, unless the queue stops where it is short. */
    List<Change> from(String rank) {
        return allocate(null, rank);
    }

    private List<Change> allocate(@Nullable Reservation asked, String rank) {
        var tail = book.queueFrom(policy == Policy.STOP ? "" : rank);
        var allocation = allocation(asked, tail.values());
        if (asked != null) {
            var before = book.find(asked.sourceId());
            if (before != null) {
                tail.remove(before.rank());
            }
            tail.put(asked.rank(), asked);
        }
        var changes = new ArrayList<Change>();
        for (var source : tail.values()) {
            var grant = allocation.next(source);
            var after = source.granted(grant.shares(), grant.shortOf());
            if (source == asked) {
                changes.addFirst(new Change(book.find(source.sourceId()), after));
            } else if (!after.equals(source)) {
                changes.add(new Change(source, after));
            }
        }
        return changes;
    }

    private FundsAllocation allocation(@Nullable Reservation asked, Collection<Reservation> givingUp) {
        var limits = book.limitsWith(asked);
        return new FundsAllocation(policy, book.limits().draws(), limits, FundLimits.room(limits, givingUp));
    }
}
