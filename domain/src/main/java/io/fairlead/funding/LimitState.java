package io.fairlead.funding;

import io.fairlead.funding.FundCap.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One limit, or one period of a cap, and what of it is taken: a value of {@link FundLimits}. Amounts are in the
 * contract's currency, of a cap in hours they are whole seconds.
 *
 * @param scope what it holds for
 * @param amount most that may be billed; null means no limit
 * @param billed on issued invoices, net of credits
 * @param drafted on drafts
 * @param reserved reserved and on no draft
 * @param waiting sources that it holds back
 * @param held what it holds back of them, in money
 * @param told what people were told of it
 */
record LimitState(
        Scope scope,
        @Nullable BigDecimal amount,
        BigDecimal billed,
        BigDecimal drafted,
        BigDecimal reserved,
        int waiting,
        Money held,
        Told told) {

    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3_600);

    /**
     * What a limit holds for.
     *
     * @param kind line, contract or order
     * @param lineNo the contract line; null unless LINE
     * @param poNumber the purchase order; null unless PO
     * @param unit what is counted
     * @param from first day of service that counts; null means all before its end
     * @param to first day that does not count; null means all from its beginning
     * @param capId the cap whose period it is; null when it is none
     */
    record Scope(
            FundLimit.Kind kind,
            @Nullable Integer lineNo,
            @Nullable String poNumber,
            Unit unit,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String capId) {

        /** Over the whole term, of money. */
        static Scope of(FundLimit.Kind kind, @Nullable Integer lineNo, @Nullable String poNumber) {
            return new Scope(kind, lineNo, poNumber, Unit.MONEY, null, null, null);
        }

        boolean holdsFor(int line, LocalDate day, String order) {
            return switch (kind) {
                case LINE -> lineNo != null && lineNo == line && covers(day);
                case CONTRACT -> true;
                case PO -> order.equals(poNumber);
            };
        }

        private boolean covers(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (to == null || day.isBefore(to));
        }

        /** What some of a source is by its unit. */
        BigDecimal measure(Money money, int seconds) {
            return unit == Unit.HOURS ? BigDecimal.valueOf(seconds) : money.getAmount();
        }

        /** Parts of an entry are rounded to whole seconds: less than a minute over is no news. */
        BigDecimal rounding() {
            return unit == Unit.HOURS ? BigDecimal.valueOf(59) : BigDecimal.ZERO;
        }

        /** As people read it: hours or money, four decimals. */
        BigDecimal shown(BigDecimal measured) {
            return unit == Unit.HOURS
                    ? measured.divide(SECONDS_PER_HOUR, 4, RoundingMode.HALF_UP)
                    : measured.setScale(4, RoundingMode.UNNECESSARY);
        }

        /** Hours that were agreed, as they are counted. */
        BigDecimal counted(BigDecimal hours) {
            return hours.multiply(SECONDS_PER_HOUR);
        }
    }

    /**
     * What people were told of a limit.
     *
     * @param shortages how often it ran short
     * @param isShort whether the present shortage was told
     * @param held what was told to wait for it in the present shortage; null means nothing
     * @param warned highest threshold told for its present amount, per cent; 0 means none
     * @param shown thresholds that were told and stand, for whichever amount
     * @param beyond whether it was told that more is billed than it allows
     * @param used what was told of a period's use: billed, drafted and reserved
     */
    record Told(
            int shortages,
            boolean isShort,
            @Nullable BigDecimal held,
            int warned,
            Set<Integer> shown,
            boolean beyond,
            Use used) {

        static final Told NOTHING = new Told(0, false, null, 0, Set.of(), false, Use.NONE);

        Told ranShort(int occurrence, BigDecimal heldNow) {
            return new Told(occurrence, true, heldNow, warned, shown, beyond, used);
        }

        Told sufficed(int occurrence) {
            return new Told(occurrence, false, null, warned, shown, beyond, used);
        }

        /** @param instead thresholds whose place it takes */
        Told warned(int percent, Collection<Integer> instead) {
            var now = new TreeSet<>(shown);
            now.removeAll(instead);
            now.add(percent);
            return new Told(shortages, isShort, held, percent, now, beyond, used);
        }

        /** No threshold is reached any more. */
        Told left() {
            return new Told(shortages, isShort, held, 0, Set.of(), beyond, used);
        }

        Told beyond(boolean now) {
            return new Told(shortages, isShort, held, warned, shown, now, used);
        }

        Told used(Use now) {
            return new Told(shortages, isShort, held, warned, shown, beyond, now);
        }

        /** Thresholds are told anew for another amount. */
        Told ofAnotherAmount() {
            return new Told(shortages, isShort, held, 0, shown, beyond, used);
        }
    }

    /** Of a period, as people read it; null means no limit. */
    record Use(@Nullable BigDecimal limit, BigDecimal billed, BigDecimal drafted, BigDecimal reserved) {

        static final Use NONE =
                new Use(null, BigDecimal.ZERO.setScale(4), BigDecimal.ZERO.setScale(4), BigDecimal.ZERO.setScale(4));
    }

    static LimitState of(Scope scope, @Nullable BigDecimal amount, Money none) {
        var zero = BigDecimal.ZERO;
        return new LimitState(scope, amount, zero, zero, zero, 0, none, Told.NOTHING);
    }

    /** With another amount; who moves it says so when it is less than what is billed. */
    LimitState moved(@Nullable BigDecimal to) {
        var now = new LimitState(scope, to, billed, drafted, reserved, waiting, held, told.ofAnotherAmount());
        return now.isBilledBeyond() ? now.told(now.told.beyond(true)) : now;
    }

    LimitState billed(BigDecimal more) {
        return new LimitState(scope, amount, billed.add(more), drafted, reserved, waiting, held, told);
    }

    /** What one reservation adds; negative takes away. */
    LimitState with(BigDecimal moreDrafted, BigDecimal moreReserved, int moreWaiting, Money moreHeld) {
        return new LimitState(
                scope,
                amount,
                billed,
                drafted.add(moreDrafted),
                reserved.add(moreReserved),
                waiting + moreWaiting,
                held.plus(moreHeld),
                told);
    }

    LimitState told(Told now) {
        return new LimitState(scope, amount, billed, drafted, reserved, waiting, held, now);
    }

    /** Billed and committed. */
    BigDecimal used() {
        return billed.add(drafted).add(reserved);
    }

    /** Limit - net billed - committed (R3); below 0 after the limit was lowered; null means no limit. */
    @Nullable
    BigDecimal available() {
        return amount == null ? null : amount.subtract(used());
    }

    /** Whether more is billed than it allows. */
    boolean isBilledBeyond() {
        return amount != null && billed.compareTo(amount.add(scope.rounding())) > 0;
    }

    Use use() {
        return new Use(
                amount == null ? null : scope.shown(amount),
                scope.shown(billed),
                scope.shown(drafted),
                scope.shown(reserved));
    }
}
