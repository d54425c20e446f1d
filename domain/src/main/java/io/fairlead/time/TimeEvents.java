package io.fairlead.time;

import io.fairlead.shared.MoneyRules;
import io.fairlead.shared.Personal;
import io.fairlead.shared.Wire;
import io.fairlead.time.event.TimeApproved;
import io.fairlead.time.event.TimeBilled;
import io.fairlead.time.event.TimeCorrected;
import io.fairlead.time.event.TimePriced;
import io.fairlead.time.event.TimePutOnDraft;
import io.fairlead.time.event.TimeRecorded;
import io.fairlead.time.event.TimeTakenOffDraft;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How the events of a time entry are filled from its commands and its earlier events. */
final class TimeEvents {

    /** An entry has one portion until limits split it. */
    private static final int ONLY_PORTION = 1;

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
                .setNote(Personal.textOrNull(command.personId().value(), command.note()))
                .setAuthor(command.author())
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
            TimeRecorded entry, @Nullable TimeCorrected corrected, Instant submittedAt, ApproveTime command) {
        return TimeApproved.newBuilder()
                .setTimeEntryId(entry.getTimeEntryId())
                .setVersion(corrected == null ? 1 : corrected.getVersion())
                .setPersonId(entry.getPersonId())
                .setProjectId(entry.getProjectId())
                .setContractId(entry.getContractId())
                .setCustomerId(entry.getCustomerId())
                .setLegalEntityId(entry.getLegalEntityId())
                .setLineNo(entry.getLineNo())
                .setWorkType(entry.getWorkType())
                .setWorkDate(corrected == null ? entry.getWorkDate() : corrected.getWorkDate())
                .setSeconds(corrected == null ? entry.getSeconds() : corrected.getSeconds())
                .setTimeClass(entry.getTimeClass())
                .setApprovedBy(command.approvedBy())
                .setSubmittedAt(submittedAt)
                .setApprovedAt(command.at())
                .build();
    }

    static TimePriced priced(TimeApproved approval, PriceTime command) {
        var amount = command.rate().times(approval.getSeconds());
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
                .setRate(command.rate().perUnit())
                .setUnit(command.unit())
                .setSecondsPerUnit(command.rate().secondsPerUnit())
                .setBilledSeconds(approval.getSeconds())
                .setRounding("PER_ENTRY")
                .setAmount(Wire.amount(amount))
                .setCurrency(amount.getCurrencyUnit().getCode())
                .setServiceDate(approval.getWorkDate())
                .setAccountingDate(approval.getWorkDate())
                .setRuleVersion(MoneyRules.VERSION)
                .build();
    }

    static TimePutOnDraft putOnDraft(TimePriced priced, String invoiceId) {
        return TimePutOnDraft.newBuilder()
                .setTimeEntryId(priced.getTimeEntryId())
                .setInvoiceId(invoiceId)
                .setPortionNo(ONLY_PORTION)
                .setSeconds(priced.getBilledSeconds())
                .setAmount(priced.getAmount())
                .setCurrency(priced.getCurrency())
                .setContractId(priced.getContractId())
                .setServiceDate(priced.getServiceDate())
                .build();
    }

    static TimeTakenOffDraft takenOffDraft(TimePriced priced, String invoiceId, String reason) {
        return TimeTakenOffDraft.newBuilder()
                .setTimeEntryId(priced.getTimeEntryId())
                .setInvoiceId(invoiceId)
                .setPortionNo(ONLY_PORTION)
                .setSeconds(priced.getBilledSeconds())
                .setAmount(priced.getAmount())
                .setCurrency(priced.getCurrency())
                .setContractId(priced.getContractId())
                .setServiceDate(priced.getServiceDate())
                .setReason(reason)
                .build();
    }

    static TimeBilled billed(TimePriced priced, BillTime command) {
        return TimeBilled.newBuilder()
                .setTimeEntryId(priced.getTimeEntryId())
                .setInvoiceId(command.invoiceId().value())
                .setInvoiceNumber(command.invoiceNumber())
                .setInvoiceLineNo(command.invoiceLineNo())
                .setPortionNo(ONLY_PORTION)
                .setSeconds(priced.getBilledSeconds())
                .setAmount(priced.getAmount())
                .setCurrency(priced.getCurrency())
                .setContractId(priced.getContractId())
                .setServiceDate(priced.getServiceDate())
                .setAccountingDate(command.issueDate())
                .build();
    }

    private TimeEvents() {}
}
