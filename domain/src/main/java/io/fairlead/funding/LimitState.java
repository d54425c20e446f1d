package io.fairlead.funding;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One limit and what of it is taken: a value of {@link FundLimits}.
 *
 * @param kind what it holds for
 * @param lineNo the contract line; null unless LINE
 * @param poNumber the purchase order; null unless PO
 * @param amount most that may be billed; null means no limit
 * @param billed on issued invoices, net of credits
 * @param drafted on drafts
 * @param reserved reserved and on no draft
 * @param waiting sources that it holds back
 * @param held what it holds back of them
 * @param told what people were told of it
 */
record LimitState(
        FundLimit.Kind kind,
        @Nullable Integer lineNo,
        @Nullable String poNumber,
        @Nullable Money amount,
        Money billed,
        Money drafted,
        Money reserved,
        int waiting,
        Money held,
        Told told) {

    /**
     * What people were told of a limit.
     *
     * @param shortages how often it ran short
     * @param isShort whether the present shortage was told
     * @param warned highest threshold told for its present amount, per cent; 0 means none
     * @param shown thresholds that were told and stand, for whichever amount
     * @param beyond whether it was told that more is billed than it allows
     */
    record Told(int shortages, boolean isShort, int warned, Set<Integer> shown, boolean beyond) {

        static final Told NOTHING = new Told(0, false, 0, Set.of(), false);

        Told ranShort(boolean now, int occurrence) {
            return new Told(occurrence, now, warned, shown, beyond);
        }

        /** @param instead thresholds whose place it takes */
        Told warned(int percent, Collection<Integer> instead) {
            var now = new TreeSet<>(shown);
            now.removeAll(instead);
            now.add(percent);
            return new Told(shortages, isShort, percent, now, beyond);
        }

        /** No threshold is reached any more. */
        Told left() {
            return new Told(shortages, isShort, 0, Set.of(), beyond);
        }

        Told beyond(boolean now) {
            return new Told(shortages, isShort, warned, shown, now);
        }

        /** Thresholds are told anew for another amount. */
        Told ofAnotherAmount() {
            return new Told(shortages, isShort, 0, shown, beyond);
        }
    }

    static LimitState of(
            FundLimit.Kind kind,
            @Nullable Integer lineNo,
            @Nullable String poNumber,
            @Nullable Money amount,
            Money none) {
        return new LimitState(kind, lineNo, poNumber, amount, none, none, none, 0, none, Told.NOTHING);
    }

    /** With another amount; who moves it says so when it is less than what is billed. */
    LimitState moved(@Nullable Money to) {
        var now = new LimitState(
                kind, lineNo, poNumber, to, billed, drafted, reserved, waiting, held, told.ofAnotherAmount());
        return now.isBilledBeyond() ? now.told(now.told.beyond(true)) : now;
    }

    LimitState billed(Money more) {
        return new LimitState(
                kind, lineNo, poNumber, amount, billed.plus(more), drafted, reserved, waiting, held, told);
    }

    /** What one reservation adds; negative takes away. */
    LimitState with(Money moreDrafted, Money moreReserved, int moreWaiting, Money moreHeld) {
        return new LimitState(
                kind,
                lineNo,
                poNumber,
                amount,
                billed,
                drafted.plus(moreDrafted),
                reserved.plus(moreReserved),
                waiting + moreWaiting,
                held.plus(moreHeld),
                told);
    }

    LimitState told(Told now) {
        return new LimitState(kind, lineNo, poNumber, amount, billed, drafted, reserved, waiting, held, now);
    }

    /** 0 in the currency of the contract. */
    Money none() {
        return Money.zero(billed.getCurrencyUnit());
    }

    /** Billed and committed. */
    Money used() {
        return billed.plus(drafted).plus(reserved);
    }

    /** Limit - net billed - committed (R3); below 0 after the limit was lowered; null means no limit. */
    @Nullable
    Money available() {
        return amount == null ? null : amount.minus(used());
    }

    /** Whether more is billed than it allows. */
    boolean isBilledBeyond() {
        return amount != null && billed.isGreaterThan(amount);
    }
}
