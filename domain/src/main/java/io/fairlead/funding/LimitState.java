package io.fairlead.funding;

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
 * @param shortages how often it ran short
 * @param told whether the present shortage was told
 * @param warned highest threshold told for this amount, per cent
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
        int shortages,
        boolean told,
        int warned) {

    static LimitState of(
            FundLimit.Kind kind,
            @Nullable Integer lineNo,
            @Nullable String poNumber,
            @Nullable Money amount,
            Money none) {
        return new LimitState(kind, lineNo, poNumber, amount, none, none, none, 0, none, 0, false, 0);
    }

    LimitState moved(@Nullable Money to) {
        return new LimitState(kind, lineNo, poNumber, to, billed, drafted, reserved, waiting, held, shortages, told, 0);
    }

    LimitState billed(Money more) {
        return new LimitState(
                kind,
                lineNo,
                poNumber,
                amount,
                billed.plus(more),
                drafted,
                reserved,
                waiting,
                held,
                shortages,
                told,
                warned);
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
                shortages,
                told,
                warned);
    }

    LimitState ranShort(boolean now, int occurrence) {
        return new LimitState(
                kind, lineNo, poNumber, amount, billed, drafted, reserved, waiting, held, occurrence, now, warned);
    }

    LimitState warned(int percent) {
        return new LimitState(
                kind, lineNo, poNumber, amount, billed, drafted, reserved, waiting, held, shortages, told, percent);
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
}
