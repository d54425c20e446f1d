package io.fairlead.time;

import io.fairlead.contract.RateLevel;
import io.fairlead.shared.BilledTime;
import io.fairlead.shared.ExchangeRate;
import io.fairlead.shared.MoneyRules;
import io.fairlead.shared.Portions;
import io.fairlead.shared.Portions.Part;
import io.fairlead.shared.Portions.Placed;
import io.fairlead.shared.Rate;
import io.fairlead.shared.TimeRounding;
import io.fairlead.shared.WireAmount;
import io.fairlead.time.ApprovedTime.Worked;
import io.fairlead.time.event.CreditPart;
import io.fairlead.time.event.TimeApprovalChallenged;
import io.fairlead.time.event.TimeApprovalWithdrawn;
import io.fairlead.time.event.TimeApproved;
import io.fairlead.time.event.TimeChangeRequested;
import io.fairlead.time.event.TimeCorrectedAfterApproval;
import io.fairlead.time.event.TimeCreditProposed;
import io.fairlead.time.event.TimePriced;
import io.fairlead.time.event.TimeRateOverridden;
import io.fairlead.time.event.TimeRepriced;
import java.time.Instant;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** How the events that change approved, priced or billed time are filled. */
final class ChangeEvents {

    private static final String OWN_CARD = "rate-card:override";
    private static final String OWN_ROW = "override";

    /** Why and by whom something changes. */
    record Cause(String reason, String by) {}

    static Rate rateOf(TimePriced priced) {
        var own = priced.getRateCurrency() == null ? priced.getCurrency() : priced.getRateCurrency();
        var rate = new Rate(priced.getRate(), CurrencyUnit.of(own), priced.getSecondsPerUnit());
        return priced.getFx() == null ? rate : rate.with(ExchangeRate.of(priced.getFx()));
    }

    static BilledTime billedOf(TimePriced priced) {
        return new BilledTime(
                TimeRounding.of(priced.getTimeRounding()),
                priced.getOthersWorkedSeconds(),
                priced.getOthersBilledSeconds());
    }

    static TimeCorrectedAfterApproval corrected(
            TimeApproved approval, Worked worked, int now, @Nullable Correction effect, Cause cause) {
        return TimeCorrectedAfterApproval.newBuilder()
                .setTimeEntryId(approval.getTimeEntryId())
                .setVersion(worked.version() + 1)
                .setPersonId(approval.getPersonId())
                .setProjectId(approval.getProjectId())
                .setContractId(approval.getContractId())
                .setCustomerId(approval.getCustomerId())
                .setLegalEntityId(approval.getLegalEntityId())
                .setLineNo(approval.getLineNo())
                .setTimeClass(approval.getTimeClass())
                .setSeconds(now)
                .setSecondsDelta(now - worked.seconds())
                .setBilledSecondsDelta(effect == null ? null : effect.secondsDelta())
                .setAmountDelta(effect == null ? null : WireAmount.amount(effect.amountDelta()))
                .setCurrency(
                        effect == null
                                ? null
                                : effect.amountDelta().getCurrencyUnit().getCode())
                .setServiceDate(approval.getWorkDate())
                .setAccountingDate(approval.getWorkDate())
                .setReason(cause.reason())
                .setAuthor(cause.by())
                .build();
    }

    static TimeCreditProposed creditProposed(TimePriced priced, int wanted, List<CreditPart> parts, Cause cause) {
        var sum = parts.stream()
                .map(part -> WireAmount.money(part.getAmount(), priced.getCurrency()))
                .reduce(Money.zero(CurrencyUnit.of(priced.getCurrency())), Money::plus);
        return TimeCreditProposed.newBuilder()
                .setTimeEntryId(priced.getTimeEntryId())
                .setVersion(priced.getVersion())
                .setContractId(priced.getContractId())
                .setCustomerId(priced.getCustomerId())
                .setLegalEntityId(priced.getLegalEntityId())
                .setWantedSeconds(wanted)
                .setParts(parts)
                .setAmount(WireAmount.amount(sum))
                .setCurrency(priced.getCurrency())
                .setServiceDate(priced.getServiceDate())
                .setReason(cause.reason())
                .setAuthor(cause.by())
                .build();
    }

    static TimeRepriced repriced(TimePriced priced, Part remaining, RepriceTime command) {
        var fx = command.rate().fx();
        var share = command.share();
        var amount = share == null
                ? command.rate().times(remaining.seconds())
                : WireAmount.money(share, priced.getCurrency());
        return TimeRepriced.newBuilder()
                .setTimeEntryId(priced.getTimeEntryId())
                .setVersion(priced.getVersion())
                .setPersonId(priced.getPersonId())
                .setProjectId(priced.getProjectId())
                .setContractId(priced.getContractId())
                .setCustomerId(priced.getCustomerId())
                .setLegalEntityId(priced.getLegalEntityId())
                .setLineNo(priced.getLineNo())
                .setRateCardId(command.rateCardId())
                .setRateId(command.rateId())
                .setLevel(command.level().name())
                .setRate(command.rate().perUnit())
                .setUnit(command.unit())
                .setSecondsPerUnit(command.rate().secondsPerUnit())
                .setSeconds(remaining.seconds())
                .setAmount(WireAmount.amount(amount))
                .setAmountDelta(WireAmount.amount(amount).subtract(remaining.amount()))
                .setCurrency(priced.getCurrency())
                .setServiceDate(priced.getServiceDate())
                .setAccountingDate(priced.getServiceDate())
                .setRuleVersion(MoneyRules.VERSION)
                .setReason(command.reason())
                .setRounding(share == null ? "PER_ENTRY" : "PER_LINE")
                .setRateCurrency(fx == null ? null : command.rate().currency().getCode())
                .setFx(fx == null ? null : fx.asEvent())
                .setPrice(fx == null ? null : command.rate().printed())
                .build();
    }

    /** The price that counts from now on, for what is priced next. */
    static TimePriced with(TimePriced priced, TimeRepriced change) {
        return TimePriced.newBuilder(priced)
                .setRateCardId(change.getRateCardId())
                .setRateId(change.getRateId())
                .setLevel(change.getLevel())
                .setRate(change.getRate())
                .setUnit(change.getUnit())
                .setSecondsPerUnit(change.getSecondsPerUnit())
                .setRateCurrency(change.getRateCurrency())
                .setFx(change.getFx())
                .setPrice(change.getPrice())
                .build();
    }

    /** @param priced null when there is no price that goes with the approval */
    static TimeApprovalWithdrawn withdrawn(
            TimeApproved approval, @Nullable TimePriced priced, Worked worked, Cause cause, Instant at) {
        var remaining = worked.portions().remaining();
        return TimeApprovalWithdrawn.newBuilder()
                .setTimeEntryId(approval.getTimeEntryId())
                .setVersion(approval.getVersion())
                .setNextVersion(worked.version() + 1)
                .setPersonId(approval.getPersonId())
                .setProjectId(approval.getProjectId())
                .setContractId(approval.getContractId())
                .setCustomerId(approval.getCustomerId())
                .setLegalEntityId(approval.getLegalEntityId())
                .setLineNo(approval.getLineNo())
                .setTimeClass(approval.getTimeClass())
                .setSeconds(worked.seconds())
                .setBilledSeconds(priced == null ? null : remaining.seconds())
                .setAmount(priced == null ? null : remaining.amount())
                .setCurrency(priced == null ? null : priced.getCurrency())
                .setServiceDate(approval.getWorkDate())
                .setAccountingDate(approval.getWorkDate())
                .setReason(cause.reason())
                .setWithdrawnBy(cause.by())
                .setWithdrawnAt(at)
                .build();
    }

    static TimeApprovalChallenged challenged(TimePriced priced, Portions portions, Cause cause, Instant at) {
        return TimeApprovalChallenged.newBuilder()
                .setTimeEntryId(priced.getTimeEntryId())
                .setVersion(priced.getVersion())
                .setContractId(priced.getContractId())
                .setCustomerId(priced.getCustomerId())
                .setLegalEntityId(priced.getLegalEntityId())
                .setInvoiceIds(portions.billed().stream()
                        .map(Placed::invoiceId)
                        .distinct()
                        .toList())
                .setAmount(portions.billedAmount())
                .setCurrency(priced.getCurrency())
                .setReason(cause.reason())
                .setChallengedBy(cause.by())
                .setChallengedAt(at)
                .build();
    }

    /** @param seconds wanted by a correction; null means that the approval is withdrawn */
    static TimeChangeRequested requested(
            TimePriced priced, Portions portions, @Nullable Integer seconds, Cause cause, @Nullable Instant at) {
        return TimeChangeRequested.newBuilder()
                .setTimeEntryId(priced.getTimeEntryId())
                .setLegalEntityId(priced.getLegalEntityId())
                .setChange(seconds == null ? "WITHDRAW" : "CORRECT")
                .setSeconds(seconds)
                .setInvoiceIds(portions.drafted().stream()
                        .map(Placed::invoiceId)
                        .distinct()
                        .toList())
                .setReason(cause.reason())
                .setRequestedBy(cause.by())
                .setRequestedAt(at)
                .build();
    }

    /** R1: an approved rate of the entry's own stands above all cards. */
    static PriceTime withOwnRate(PriceTime command, @Nullable TimeRateOverridden own) {
        return own == null
                ? command
                : new PriceTime(
                        command.timeEntryId(),
                        command.version(),
                        OWN_CARD,
                        OWN_ROW,
                        RateLevel.ENTRY_OVERRIDE,
                        Rate.hourly(own.getRate(), own.getCurrency()),
                        "HOUR",
                        command.billed());
    }

    /** What remains gets the approved rate of its own. */
    static RepriceTime repricing(TimePriced priced, TimeRateOverridden own) {
        return new RepriceTime(
                new TimeEntryId(priced.getTimeEntryId()),
                OWN_CARD,
                OWN_ROW,
                RateLevel.ENTRY_OVERRIDE,
                Rate.hourly(own.getRate(), own.getCurrency()),
                "HOUR",
                own.getReason());
    }

    /** What remains keeps its row, at another exchange rate or as a share of a line. */
    static RepriceTime repricing(TimePriced priced, FixTimeAmount command) {
        var rate = rateOf(priced);
        return new RepriceTime(
                command.timeEntryId(),
                priced.getRateCardId(),
                priced.getRateId(),
                RateLevel.valueOf(priced.getLevel()),
                command.fx() == null ? rate : rate.own().with(command.fx()),
                priced.getUnit(),
                command.reason(),
                command.share(),
                false);
    }

    private ChangeEvents() {}
}
