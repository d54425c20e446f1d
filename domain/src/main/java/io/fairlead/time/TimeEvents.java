package io.fairlead.time;

import io.fairlead.shared.MoneyRules;
import io.fairlead.shared.PersonalTexts;
import io.fairlead.shared.WireAmount;
import io.fairlead.time.Retelling.Told;
import io.fairlead.time.event.TimeApprovalConfirmed;
import io.fairlead.time.event.TimeApproved;
import io.fairlead.time.event.TimeChangeRefused;
import io.fairlead.time.event.TimeChangeRequested;
import io.fairlead.time.event.TimeCorrected;
import io.fairlead.time.event.TimeDeferred;
import io.fairlead.time.event.TimeKnownAs;
import io.fairlead.time.event.TimeOverlapNoted;
import io.fairlead.time.event.TimePriced;
import io.fairlead.time.event.TimeRateOverridden;
import io.fairlead.time.event.TimeRateProposed;
import io.fairlead.time.event.TimeRecorded;
import io.fairlead.time.event.TimeRejected;
import io.fairlead.time.event.TimeRetold;
import io.fairlead.time.event.TimeSubmitted;
import io.fairlead.time.overlap.NoteOverlap;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How the events of a time entry that hang on no portion are filled from its commands and its earlier events. */
final class TimeEvents {

    static TimeRecorded recorded(RecordTime command) {
        var target = command.target();
        return TimeRecorded.newBuilder()
                .setTimeEntryId(command.timeEntryId().value())
                .setSource(command.source())
                .setSourceId(command.sourceId())
                .setPersonId(command.personId().value())
                .setProjectId(target.projectId().value())
                .setContractId(target.contractId().value())
                .setCustomerId(target.customerId().value())
                .setLegalEntityId(target.legalEntityId().value())
                .setLineNo(target.lineNo())
                .setTaskId(target.taskId())
                .setWorkType(command.workType())
                .setStartAt(command.startAt())
                .setZone(target.zone())
                .setWorkDate(command.workDate())
                .setSeconds(command.seconds())
                .setTimeClass(command.timeClass())
                .setNote(PersonalTexts.textOrNull(command.personId().value(), command.note()))
                .setAuthor(command.author())
                .build();
    }

    /** Who enters it again, or that it was moved here, does not make it another entry. */
    static TimeRecorded byItsAuthor(TimeRecorded stated, @Nullable TimeRecorded known) {
        return known == null
                ? stated
                : TimeRecorded.newBuilder(stated)
                        .setAuthor(known.getAuthor())
                        .setMovedFrom(known.getMovedFrom())
                        .build();
    }

    static TimeCorrected corrected(CorrectTime command, int version) {
        return TimeCorrected.newBuilder()
                .setTimeEntryId(command.timeEntryId().value())
                .setVersion(version)
                .setWorkDate(command.workDate())
                .setSeconds(command.seconds())
                .setReason(command.reason())
                .setAuthor(command.author())
                .build();
    }

    static TimeApproved approved(
            TimeRecorded entry,
            int version,
            LocalDate workDate,
            int seconds,
            Instant submittedAt,
            ApproveTime command) {
        return TimeApproved.newBuilder()
                .setTimeEntryId(entry.getTimeEntryId())
                .setVersion(version)
                .setPersonId(entry.getPersonId())
                .setProjectId(entry.getProjectId())
                .setContractId(entry.getContractId())
                .setCustomerId(entry.getCustomerId())
                .setLegalEntityId(entry.getLegalEntityId())
                .setLineNo(entry.getLineNo())
                .setWorkType(entry.getWorkType())
                .setWorkDate(workDate)
                .setSeconds(seconds)
                .setTimeClass(entry.getTimeClass())
                .setApprovedBy(command.approvedBy())
                .setSubmittedAt(submittedAt)
                .setApprovedAt(command.at())
                .build();
    }

    static TimePriced priced(TimeApproved approval, int seconds, PriceTime command) {
        int billed = command.billed().of(seconds);
        var rate = command.rate();
        var amount = rate.times(billed);
        var fx = rate.fx();
        return TimePriced.newBuilder()
                .setTimeEntryId(approval.getTimeEntryId())
                .setVersion(approval.getVersion())
                .setPersonId(approval.getPersonId())
                .setProjectId(approval.getProjectId())
                .setContractId(approval.getContractId())
                .setCustomerId(approval.getCustomerId())
                .setLegalEntityId(approval.getLegalEntityId())
                .setLineNo(approval.getLineNo())
                .setRateCardId(command.rateCardId())
                .setRateId(command.rateId())
                .setLevel(command.level().name())
                .setRate(rate.perUnit())
                .setUnit(command.unit())
                .setSecondsPerUnit(rate.secondsPerUnit())
                .setBilledSeconds(billed)
                .setRounding("PER_ENTRY")
                .setAmount(WireAmount.amount(amount))
                .setCurrency(amount.getCurrencyUnit().getCode())
                .setServiceDate(approval.getWorkDate())
                .setAccountingDate(approval.getWorkDate())
                .setRuleVersion(MoneyRules.VERSION)
                .setWorkedSeconds(billed == seconds ? null : seconds)
                .setTimeRounding(command.billed().policy().asText())
                .setOthersWorkedSeconds(command.billed().othersWorked())
                .setOthersBilledSeconds(command.billed().othersBilled())
                .setRateCurrency(fx == null ? null : rate.currency().getCode())
                .setFx(fx == null ? null : fx.asEvent())
                .setPrice(fx == null ? null : rate.printed())
                .build();
    }

    static TimeSubmitted submitted(TimeRecorded entry, int version, SubmitTime command) {
        return TimeSubmitted.newBuilder()
                .setTimeEntryId(entry.getTimeEntryId())
                .setVersion(version)
                .setSubmittedBy(command.submittedBy())
                .setSubmittedAt(command.at())
                .build();
    }

    static TimeRejected rejected(TimeRecorded entry, int version, RejectTime command) {
        return TimeRejected.newBuilder()
                .setTimeEntryId(entry.getTimeEntryId())
                .setVersion(version)
                .setRejectedBy(command.rejectedBy())
                .setReason(command.reason())
                .setRejectedAt(command.at())
                .build();
    }

    static TimeApprovalConfirmed confirmed(TimeApproved approval, ApproveTime command) {
        return TimeApprovalConfirmed.newBuilder()
                .setTimeEntryId(approval.getTimeEntryId())
                .setVersion(approval.getVersion())
                .setLegalEntityId(approval.getLegalEntityId())
                .setApprovedBy(command.approvedBy())
                .setApprovedAt(command.at())
                .build();
    }

    static TimeChangeRefused changeRefused(TimeChangeRequested pending, RefuseTimeChange command) {
        return TimeChangeRefused.newBuilder()
                .setTimeEntryId(pending.getTimeEntryId())
                .setLegalEntityId(pending.getLegalEntityId())
                .setChange(pending.getChange())
                .setInvoiceId(command.invoiceId().value())
                .setReason(command.reason())
                .build();
    }

    static TimeDeferred deferred(TimeRecorded entry, DeferTime command) {
        return TimeDeferred.newBuilder()
                .setTimeEntryId(entry.getTimeEntryId())
                .setContractId(entry.getContractId())
                .setUntil(command.until())
                .setReason(command.reason())
                .setDeferredBy(command.deferredBy())
                .build();
    }

    static TimeRateProposed rateProposed(TimeRecorded entry, ProposeTimeRate command) {
        return TimeRateProposed.newBuilder()
                .setTimeEntryId(entry.getTimeEntryId())
                .setLegalEntityId(entry.getLegalEntityId())
                .setRate(command.rate())
                .setCurrency(command.currency())
                .setReason(command.reason())
                .setProposedBy(command.proposedBy())
                .build();
    }

    static TimeRateOverridden rateOverridden(TimeRateProposed asked, ApproveTimeRate command) {
        return TimeRateOverridden.newBuilder()
                .setTimeEntryId(asked.getTimeEntryId())
                .setLegalEntityId(asked.getLegalEntityId())
                .setRate(asked.getRate())
                .setCurrency(asked.getCurrency())
                .setReason(asked.getReason())
                .setProposedBy(asked.getProposedBy())
                .setApprovedBy(command.approvedBy())
                .setApprovedAt(command.at())
                .build();
    }

    static TimeKnownAs knownAs(NameTime command) {
        return TimeKnownAs.newBuilder()
                .setTimeEntryId(command.timeEntryId().value())
                .setKnownAs(command.wanted().value())
                .setSource(command.source())
                .setSourceId(command.sourceId())
                .setLegalEntityId(command.legalEntityId().value())
                .build();
    }

    static TimeRetold retold(TimeRecorded entry, Told said, String toldBy) {
        return TimeRetold.newBuilder()
                .setTimeEntryId(entry.getTimeEntryId())
                .setLegalEntityId(entry.getLegalEntityId())
                .setWorkDate(said.workDate())
                .setSeconds(said.seconds())
                .setToldBy(toldBy)
                .build();
    }

    static TimeOverlapNoted overlapNoted(RecordedTime recorded, NoteOverlap command) {
        return TimeOverlapNoted.newBuilder()
                .setTimeEntryId(recorded.entry().getTimeEntryId())
                .setPersonId(recorded.entry().getPersonId())
                .setLegalEntityId(recorded.entry().getLegalEntityId())
                .setWorkDate(recorded.workDate())
                .setOtherIds(command.others())
                .setDaySeconds(command.daySeconds())
                .build();
    }

    private TimeEvents() {}
}
