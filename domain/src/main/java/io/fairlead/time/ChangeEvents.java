package io.fairlead.time;

import io.fairlead.contract.RateLevel;
import io.fairlead.shared.MoneyRules;
import io.fairlead.shared.Rate;
import io.fairlead.shared.Wire;
import io.fairlead.time.Portions.Part;
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
        return new Rate(priced.getRate(), CurrencyUnit.of(priced.getCurrency()), priced.getSecondsPerUnit());
    }

    static TimeCorrectedAfterApproval corrected(
            TimeApproved approval, int version, int before, int now, @Nullable Correction effect, Cause cause) {
        return TimeCorrectedAfterApproval.newBuilder()
                .setTimeEntryId(approval.getTimeEntryId())
                .setVersion(version)
                .setPersonId(approval.getPersonId())
                .setProjectId(approval.getProjectId())
                .setContractId(approval.getContractId())
                .setCustomerId(approval.getCustomerId())
                .setLegalEntityId(approval.getLegalEntityId())
                .setLineNo(approval.getLineNo())
                .setTimeClass(approval.getTimeClass())
                .setSeconds(now)
                .setSecondsDelta(now - before)
                .setBilledSecondsDelta(effect == null ? null : effect.secondsDelta())
                .setAmountDelta(effect == null ? null : Wire.amount(effect.amountDelta()))
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
                .map(part -> Wire.money(part.getAmount(), priced.getCurrency()))
                .reduce(Money.zero(CurrencyUnit.of(priced.getCurrency())), Money::plus);
        return TimeCreditProposed.newBuilder()
                .setTimeEntryId(priced.getTimeEntryId())
                .setVersion(priced.getVersion())
                .setContractId(priced.getContractId())
                .setCustomerId(priced.getCustomerId())
                .setLegalEntityId(priced.getLegalEntityId())
                .setWantedSeconds(wanted)
                .setParts(parts)
                .setAmount(Wire.amount(sum))
                .setCurrency(priced.getCurrency())
                .setServiceDate(priced.getServiceDate())
                .setReason(cause.reason())
                .setAuthor(cause.by())
                .build();
    }

    static TimeRepriced repriced(TimePriced priced, Part left, RepriceTime command) {
        var amount = command.rate().times(left.seconds());
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
                .setSeconds(left.seconds())
                .setAmount(Wire.amount(amount))
                .setAmountDelta(Wire.amount(amount.minus(left.amount())))
                .setCurrency(priced.getCurrency())
                .setServiceDate(priced.getServiceDate())
                .setAccountingDate(priced.getServiceDate())
                .setRuleVersion(MoneyRules.VERSION)
                .setReason(command.reason())
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
                .build();
    }

    static TimeApprovalWithdrawn withdrawn(
            TimeApproved approval, int nextVersion, int seconds, @Nullable Part left, Cause cause, Instant at) {
        return TimeApprovalWithdrawn.newBuilder()
                .setTimeEntryId(approval.getTimeEntryId())
                .setVersion(approval.getVersion())
                .setNextVersion(nextVersion)
                .setPersonId(approval.getPersonId())
                .setProjectId(approval.getProjectId())
                .setContractId(approval.getContractId())
                .setCustomerId(approval.getCustomerId())
                .setLegalEntityId(approval.getLegalEntityId())
                .setLineNo(approval.getLineNo())
                .setTimeClass(approval.getTimeClass())
                .setSeconds(seconds)
                .setBilledSeconds(left == null ? null : left.seconds())
                .setAmount(left == null ? null : Wire.amount(left.amount()))
                .setCurrency(
                        left == null ? null : left.amount().getCurrencyUnit().getCode())
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
                        .map(Portions.Claim::invoiceId)
                        .distinct()
                        .toList())
                .setAmount(Wire.amount(portions.billedAmount()))
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
                        .map(Portions.Claim::invoiceId)
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
                        "HOUR");
    }

    /** What is left gets the approved rate of its own. */
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

    private ChangeEvents() {}
}
