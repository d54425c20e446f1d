package io.fairlead.time;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.fairlead.billing.InvoiceId;
import io.fairlead.shared.Check;
import io.fairlead.shared.RuleViolated;
import io.fairlead.shared.Wire;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Where each part of a priced entry stands: left, on a draft, on an invoice, given up. The sum of the parts is the entry.
 * Immutable; TimeEntry asks it before it decides.
 *
 * @param seconds priced
 * @param amount priced, at the currency's digits
 * @param writtenOffSeconds given up
 * @param writtenOff given up
 * @param claims what drafts and invoices have, by number
 */
record Portions(int seconds, Money amount, int writtenOffSeconds, Money writtenOff, List<Claim> claims) {

    /**
     * A part on one draft or invoice.
     *
     * @param seconds still there: credited ones are taken off
     * @param amount still there
     * @param billed whether the invoice is issued
     */
    record Claim(int no, String invoiceId, int seconds, Money amount, boolean billed) {}

    /** A part that stands nowhere yet. */
    record Part(int seconds, Money amount) {

        boolean isNothing() {
            return seconds == 0 && amount.isZero();
        }
    }

    static Portions of(int seconds, Money amount) {
        return new Portions(seconds, amount, 0, Money.zero(amount.getCurrencyUnit()), List.of());
    }

    /** What is on no draft and no invoice and not given up. */
    Part left() {
        int seconds = this.seconds - writtenOffSeconds;
        var amount = this.amount.minus(writtenOff);
        for (var claim : claims) {
            seconds -= claim.seconds();
            amount = amount.minus(claim.amount());
        }
        return new Part(seconds, amount);
    }

    boolean isDrafted() {
        return claims.stream().anyMatch(claim -> !claim.billed());
    }

    List<Claim> drafted() {
        return claims.stream().filter(claim -> !claim.billed()).toList();
    }

    /** Issued claims of which something is not credited; a price of 0 counts by its seconds. */
    List<Claim> billed() {
        return claims.stream()
                .filter(claim -> claim.billed()
                        && (claim.seconds() > 0 || !claim.amount().isZero()))
                .toList();
    }

    Money billedAmount() {
        return billed().stream().map(Claim::amount).reduce(Money.zero(amount.getCurrencyUnit()), Money::plus);
    }

    /** Claims of one draft. */
    List<Claim> draftedOn(InvoiceId invoice) {
        return claims.stream()
                .filter(claim -> !claim.billed() && claim.invoiceId().equals(invoice.value()))
                .toList();
    }

    /** Whether the draft or invoice has that portion, or any when none is named. */
    boolean has(String invoiceId, @Nullable Portion portion) {
        return claims.stream()
                .anyMatch(claim ->
                        claim.invoiceId().equals(invoiceId) && (portion == null || claim.no() == portion.portionNo()));
    }

    /** Whether a part of it was ever billed, credited or given up. */
    boolean hasMoved() {
        return hasWrittenOff() || !claims.isEmpty();
    }

    boolean hasWrittenOff() {
        return writtenOffSeconds > 0 || !writtenOff.isZero();
    }

    /** @throws RuleViolated T-13 when nothing is left */
    @CanIgnoreReturnValue
    Part requireLeft() {
        var left = left();
        if (left.isNothing()) {
            throw new RuleViolated("T-13", "timeEntryId", "nothing of the time is unbilled", "credit what is billed");
        }
        return left;
    }

    /**
     * What is given up of what is left.
     *
     * @param seconds null means all of it
     * @throws RuleViolated T-13 when less is left
     */
    Part toGiveUp(@Nullable Integer seconds) {
        var left = requireLeft();
        if (seconds == null || seconds == left.seconds()) {
            return left;
        }
        if (seconds > left.seconds()) {
            throw new RuleViolated(
                    "T-13", "seconds", "only " + left.seconds() + " seconds are unbilled", "give up no more");
        }
        return new Part(seconds, share(left.amount(), seconds, left.seconds()));
    }

    /** amount x part / whole, rounded HALF_UP to the currency's digits. */
    static Money share(Money amount, int part, int whole) {
        return Money.of(
                amount.getCurrencyUnit(),
                amount.getAmount()
                        .multiply(BigDecimal.valueOf(part))
                        .divide(BigDecimal.valueOf(whole), amount.getScale(), RoundingMode.HALF_UP));
    }

    /**
     * What a draft gets.
     *
     * @param asked null means everything left
     * @throws RuleViolated T-07 when less is left or the number is taken
     */
    Claim granted(String invoiceId, @Nullable Portion asked) {
        var left = left();
        if (asked == null) {
            if (left.isNothing()) {
                throw notLeft("nothing of the time is unbilled");
            }
            int no = claims.stream().mapToInt(Claim::no).max().orElse(0) + 1;
            return new Claim(no, invoiceId, left.seconds(), left.amount(), false);
        }
        var currency = amount.getCurrencyUnit().getCode();
        var wanted = Wire.money(Check.payable("amount", asked.amount(), currency), currency);
        if (claims.stream().anyMatch(claim -> claim.no() == asked.portionNo())) {
            throw notLeft("portion " + asked.portionNo() + " is on another invoice");
        }
        if (asked.seconds() > left.seconds() || wanted.isGreaterThan(left.amount())) {
            throw notLeft("only " + left.seconds() + " seconds and " + left.amount() + " of the time are unbilled");
        }
        if (left.seconds() > 0 && asked.seconds() == left.seconds() && !wanted.isEqual(left.amount())) {
            throw notLeft("the last " + left.seconds() + " seconds are worth " + left.amount() + " now");
        }
        if (asked.seconds() == 0 && wanted.isZero()) {
            throw notLeft("a portion of nothing cannot be claimed");
        }
        return new Claim(asked.portionNo(), invoiceId, asked.seconds(), wanted, false);
    }

    private static RuleViolated notLeft(String reason) {
        return new RuleViolated("T-07", "portion", reason, "claim what is left, or wait until another draft lets go");
    }

    /**
     * The billed portion of which a part can be credited.
     *
     * @throws RuleViolated T-10 when less of it is billed
     */
    Claim creditable(int no, int seconds, Money credited) {
        var claim = billed().stream().filter(found -> found.no() == no).findAny();
        if (claim.isEmpty()
                || claim.get().seconds() < seconds
                || claim.get().amount().isLessThan(credited)) {
            throw new RuleViolated(
                    "T-10",
                    "portionNo",
                    "portion " + no + " has less billed than " + seconds + " seconds and " + credited,
                    "credit at most what is billed and not credited yet");
        }
        return claim.get();
    }

    Portions with(Claim claim) {
        var all = new ArrayList<>(claims);
        all.add(claim);
        return with(all);
    }

    Portions withoutDrafted(String invoiceId, int no) {
        return with(claims.stream()
                .filter(claim -> !draftedOn(invoiceId, no).test(claim))
                .toList());
    }

    Portions withBilled(String invoiceId, int no) {
        return with(claims.stream()
                .map(claim -> draftedOn(invoiceId, no).test(claim)
                        ? new Claim(no, invoiceId, claim.seconds(), claim.amount(), true)
                        : claim)
                .toList());
    }

    private static Predicate<Claim> draftedOn(String invoiceId, int no) {
        return claim -> !claim.billed() && claim.no() == no && claim.invoiceId().equals(invoiceId);
    }

    /** A part of a billed portion leaves its invoice. */
    Portions credited(int no, int seconds, Money credited) {
        return with(claims.stream()
                .map(claim -> claim.billed() && claim.no() == no
                        ? new Claim(
                                no,
                                claim.invoiceId(),
                                claim.seconds() - seconds,
                                claim.amount().minus(credited),
                                true)
                        : claim)
                .toList());
    }

    Portions givenUp(int seconds, Money given) {
        return new Portions(this.seconds, amount, writtenOffSeconds + seconds, writtenOff.plus(given), claims);
    }

    /** The entry itself grows or shrinks. */
    Portions changedBy(int secondsDelta, Money amountDelta) {
        return new Portions(seconds + secondsDelta, amount.plus(amountDelta), writtenOffSeconds, writtenOff, claims);
    }

    /** Nothing is priced any more; numbers of portions stay taken. */
    Portions emptied() {
        var nothing = Money.zero(amount.getCurrencyUnit());
        return new Portions(0, nothing, 0, nothing, claims);
    }

    private Portions with(List<Claim> others) {
        return new Portions(seconds, amount, writtenOffSeconds, writtenOff, List.copyOf(others));
    }
}
