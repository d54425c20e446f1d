package io.fairlead.simulation.rule;

import io.fairlead.contract.event.ContractSigned;
import io.fairlead.simulation.Facts;
import io.fairlead.simulation.Recorded;
import io.fairlead.simulation.rule.Prices.Price;
import io.fairlead.time.event.TimeApprovalWithdrawn;
import io.fairlead.time.event.TimeApproved;
import io.fairlead.time.event.TimeBilled;
import io.fairlead.time.event.TimeCorrectedAfterApproval;
import io.fairlead.time.event.TimeCorrectedAfterBilling;
import io.fairlead.time.event.TimePriced;
import io.fairlead.time.event.TimePutOnDraft;
import io.fairlead.time.event.TimeRateOverridden;
import io.fairlead.time.event.TimeRecorded;
import io.fairlead.time.event.TimeReopened;
import io.fairlead.time.event.TimeRepriced;
import io.fairlead.time.event.TimeTakenOffDraft;
import io.fairlead.time.event.TimeWrittenOff;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What one time entry is worth after each of its events, reckoned anew from rates and seconds (R1, R2, R13): what is left has the
 * price of its row for its seconds, what a draft took keeps what it had.
 */
final class PricedEntry {

    private static final String OWN = "override";

    private final String id;
    private final Prices prices;
    private final RoundingReckoning days;
    private final ContractSigned terms;
    private final int digits;
    private final Findings findings;
    private @Nullable TimeApproved approved;
    private long since;
    private int seconds;
    private @Nullable Price price;
    private @Nullable Price own;
    private int secondsLeft;
    private int secondsElsewhere;
    private BigDecimal left = BigDecimal.ZERO;
    private BigDecimal value = BigDecimal.ZERO;
    private boolean gaveUp;
    private int secondsGivenUp;
    private boolean wasBilled;
    private int othersWorked;
    private int othersBilled;

    private PricedEntry(TimeRecorded recorded, Facts facts, Prices prices, RoundingReckoning days, Findings findings) {
        this.id = recorded.getTimeEntryId();
        this.terms = facts.contract(recorded.getContractId());
        this.prices = prices;
        this.days = days;
        this.digits = Facts.digits(terms.getCurrency());
        this.findings = findings;
    }

    /** All entries at the end of the history; what was wrong on the way is told. */
    static List<PricedEntry> all(Facts facts, Findings findings) {
        var prices = new Prices(facts);
        var days = new RoundingReckoning(facts);
        return facts.each(TimeRecorded.class)
                .map(recorded -> {
                    var entry = new PricedEntry(recorded, facts, prices, days, findings);
                    facts.of(recorded.getTimeEntryId()).forEach(entry::book);
                    return entry;
                })
                .toList();
    }

    String id() {
        return id;
    }

    String contract() {
        return terms.getContractId();
    }

    /** What was approved of it is worth, wherever its parts stand. */
    BigDecimal value() {
        return value;
    }

    /** Seconds approved now; 0 when it is not. */
    int approvedSeconds() {
        return approved == null ? 0 : seconds;
    }

    /** Null when it is not approved. */
    @Nullable
    TimeApproved approved() {
        return approved;
    }

    @Nullable
    Price price() {
        return price;
    }

    int secondsLeft() {
        return secondsLeft;
    }

    boolean hasOwnRate() {
        return own != null;
    }

    private void book(Recorded each) {
        long at = each.position();
        switch (each.event()) {
            case TimeApproved e -> {
                approved = e;
                since = at;
                seconds = e.getSeconds();
            }
            case TimePriced e -> priced(e, at);
            case TimeRepriced e -> repriced(e, at);
            case TimeRateOverridden e ->
                own = new Price("rate-card:override", OWN, "ENTRY_OVERRIDE", e.getRate(), e.getCurrency(), 3600, null);
            case TimeCorrectedAfterApproval e -> corrected(e);
            case TimePutOnDraft e -> move(-e.getSeconds(), e.getAmount().negate());
            case TimeTakenOffDraft e -> move(e.getSeconds(), e.getAmount());
            case TimeBilled _ -> wasBilled = true;
            case TimeWrittenOff e -> givenUp(e);
            case TimeReopened e -> move(e.getSeconds(), e.getAmount());
            case TimeCorrectedAfterBilling e -> corrected(e);
            case TimeApprovalWithdrawn e -> withdrawn(e);
            default -> {}
        }
    }

    private void priced(TimePriced said, long at) {
        var approval = approved;
        if (approval == null || price != null || !prices.isEligible(approval, at)) {
            findings.add(id + " is priced, but it is not approved, not paid by the hour or priced already");
            return;
        }
        price = chosen(
                approval,
                at,
                due -> due.isNamedBy(said.getRateCardId(), said.getRateId(), said.getLevel(), said.getFx()),
                "costs " + said.getAmount() + " by row " + said.getRateId() + " of " + said.getRateCardId() + " ("
                        + said.getLevel() + ")");
        findings.require(
                !RoundingReckoning.isPerDay(terms) || days.wasRight(said, approval, since, at),
                id + " is rounded with a day that never was: " + said.getOthersWorkedSeconds() + " and "
                        + said.getOthersBilledSeconds());
        since = at;
        othersWorked = said.getOthersWorkedSeconds();
        othersBilled = said.getOthersBilledSeconds();
        int billed = RoundingReckoning.billed(terms, seconds, othersWorked, othersBilled);
        findings.same("the seconds priced of " + id, said.getBilledSeconds(), billed);
        findings.same(
                "the time worked of " + id,
                said.getWorkedSeconds() == null ? said.getBilledSeconds() : (int) said.getWorkedSeconds(),
                seconds);
        var due = price.amount(billed, digits);
        findings.same(id + " costs by its row", said.getAmount(), due);
        value = value.add(due);
        secondsLeft = billed;
        left = left.add(due);
    }

    private void repriced(TimeRepriced said, long at) {
        var approval = approved;
        if (approval == null || price == null) {
            findings.add(id + " is repriced but has no price");
            return;
        }
        price = chosen(
                approval,
                at,
                due -> due.isNamedBy(said.getRateCardId(), said.getRateId(), said.getLevel(), said.getFx()),
                "is repriced by row " + said.getRateId() + " of " + said.getRateCardId());
        findings.same("the seconds repriced of " + id, said.getSeconds(), secondsLeft);
        var own = price.amount(secondsLeft, digits);
        var due = said.getRounding().equals("PER_LINE") ? LinesAreSummed.share(id, said, own, digits, findings) : own;
        findings.same("the new price of " + id, said.getAmount(), due);
        findings.same("what the new price of " + id + " changes", said.getAmountDelta(), due.subtract(left));
        value = value.add(due.subtract(left));
        left = due;
    }

    /** The price that an event names, when it was right at some moment; else it is told, and one that was right is taken. */
    private Price chosen(TimeApproved approval, long at, Predicate<Price> named, String said) {
        var due = own == null ? prices.between(approval, since, at) : List.of(own);
        var found = due.stream().filter(named).findFirst();
        findings.require(found.isPresent(), id + " " + said + ", due is one of " + due);
        return found.orElse(
                due.isEmpty()
                        ? new Price("none", "none", "none", BigDecimal.ZERO, terms.getCurrency(), 3600, null)
                        : due.getFirst());
    }

    private void corrected(TimeCorrectedAfterApproval said) {
        findings.same("the seconds corrected of " + id, said.getSeconds(), seconds + said.getSecondsDelta());
        seconds += said.getSecondsDelta();
        if (price == null) {
            findings.require(said.getAmountDelta() == null, id + " is corrected with a price that it has not");
            return;
        }
        int now = RoundingReckoning.isNone(terms) || wasBilled || gaveUp
                ? secondsLeft + charged(said.getSecondsDelta())
                : RoundingReckoning.billed(terms, seconds, othersWorked, othersBilled);
        var due = now <= 0 ? BigDecimal.ZERO : price.amount(now, digits);
        findings.same("the seconds left of " + id, said.getBilledSecondsDelta(), now - secondsLeft);
        var delta = said.getAmountDelta() == null ? BigDecimal.ZERO : said.getAmountDelta();
        findings.same("what the correction of " + id + " changes", delta, due.subtract(left));
        value = value.add(due.subtract(left));
        secondsLeft = now;
        left = due;
    }

    /**
     * Of time that is taken away, what rounding left to nobody goes first; once no more than what was given up is left, what
     * rounding added goes too.
     */
    private int charged(int delta) {
        if (delta < 0 && seconds <= secondsGivenUp) {
            return -secondsLeft;
        }
        int before = seconds - delta;
        int nobodys = Math.max(0, before - secondsLeft - secondsElsewhere);
        return delta < 0 ? Math.min(0, delta + nobodys) : delta;
    }

    /** A credit says that billed time never was; what is left stays as it is. */
    private void corrected(TimeCorrectedAfterBilling said) {
        secondsElsewhere -= said.getSeconds();
        seconds = Math.max(0, seconds - said.getSeconds());
        value = value.subtract(said.getAmount());
        findings.same("the seconds of " + id + " after a credit", said.getApprovedSeconds(), seconds);
    }

    private void givenUp(TimeWrittenOff said) {
        secondsGivenUp += said.getSeconds();
        gaveUp |= said.getSeconds() > 0 || said.getAmount().signum() > 0;
        if (said.getCreditNoteId() != null) {
            return; // It was billed: nothing of what is left is given up.
        }
        boolean all = said.getSeconds() == secondsLeft;
        var due = all
                ? left
                : left.multiply(BigDecimal.valueOf(said.getSeconds()))
                        .divide(BigDecimal.valueOf(Math.max(1, secondsLeft)), digits, RoundingMode.HALF_UP);
        findings.same("what is written off of " + id, said.getAmount(), due);
        move(-said.getSeconds(), due.negate());
    }

    private void withdrawn(TimeApprovalWithdrawn said) {
        findings.require(!gaveUp, id + " is withdrawn though a part was given up");
        findings.same("the seconds withdrawn of " + id, said.getSeconds(), seconds);
        findings.same(id + " is withdrawn with a price", said.getAmount() != null, price != null);
        var amount = said.getAmount() == null ? BigDecimal.ZERO : said.getAmount();
        findings.same("what is withdrawn of " + id, amount, left);
        value = value.subtract(left);
        secondsLeft = 0;
        secondsElsewhere = 0;
        left = BigDecimal.ZERO;
        approved = null;
        price = null;
    }

    private void move(int more, BigDecimal amount) {
        secondsLeft += more;
        secondsElsewhere -= more;
        left = left.add(amount);
    }
}
