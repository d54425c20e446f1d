package io.fairlead.view;

import static io.fairlead.view.Story.DAY;
import static io.fairlead.view.Story.money;

import io.fairlead.time.event.TimeApprovalChallenged;
import io.fairlead.time.event.TimeApprovalWithdrawn;
import io.fairlead.time.event.TimeBilled;
import io.fairlead.time.event.TimeCorrectedAfterApproval;
import io.fairlead.time.event.TimeCorrectedAfterBilling;
import io.fairlead.time.event.TimeDeferred;
import io.fairlead.time.event.TimePutOnDraft;
import io.fairlead.time.event.TimeReopened;
import io.fairlead.time.event.TimeRepriced;
import io.fairlead.time.event.TimeWrittenOff;
import io.fairlead.view.Story.Job;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events of time after its approval, for tests of the views. */
final class ChangeStory {

    static final LocalDate LATER = DAY.plusDays(40);
    static final String NOTE = "credit-note:1";
    private static final Instant AT = Instant.parse("2026-05-10T10:00:00Z");

    static TimePutOnDraft drafted(Job job, String entry, String invoice, int no, int seconds, String amount) {
        return TimePutOnDraft.newBuilder(Story.drafted(job, entry, invoice, seconds, amount))
                .setPortionNo(no)
                .build();
    }

    static TimeBilled billed(Job job, String entry, String invoice, int no, int seconds, String amount) {
        return TimeBilled.newBuilder(Story.billed(job, entry, invoice, 1, seconds, amount))
                .setPortionNo(no)
                .build();
    }

    static TimeReopened reopened(Job job, String entry, String invoice, int seconds, String amount) {
        return TimeReopened.newBuilder()
                .setTimeEntryId(entry)
                .setCreditNoteId(NOTE)
                .setInvoiceId(invoice)
                .setPortionNo(1)
                .setSeconds(seconds)
                .setAmount(money(amount))
                .setCurrency(job.currency())
                .setContractId(job.contract())
                .setServiceDate(DAY)
                .setAccountingDate(LATER)
                .build();
    }

    /** @param invoice that was credited; null when nothing was billed */
    static TimeWrittenOff writtenOff(Job job, String entry, @Nullable String invoice, int seconds, String amount) {
        return TimeWrittenOff.newBuilder()
                .setTimeEntryId(entry)
                .setPersonId("person:ada")
                .setProjectId(job.project())
                .setContractId(job.contract())
                .setCustomerId(job.customer())
                .setLegalEntityId(job.entity())
                .setLineNo(1)
                .setCreditNoteId(invoice == null ? null : NOTE)
                .setInvoiceId(invoice)
                .setPortionNo(invoice == null ? 0 : 1)
                .setSeconds(seconds)
                .setAmount(money(amount))
                .setCurrency(job.currency())
                .setServiceDate(DAY)
                .setAccountingDate(LATER)
                .setReason("goodwill")
                .build();
    }

    static TimeCorrectedAfterBilling corrected(
            Job job, String entry, String invoice, int seconds, String amount, int approvedSeconds) {
        return TimeCorrectedAfterBilling.newBuilder()
                .setTimeEntryId(entry)
                .setPersonId("person:ada")
                .setProjectId(job.project())
                .setContractId(job.contract())
                .setCustomerId(job.customer())
                .setLegalEntityId(job.entity())
                .setLineNo(1)
                .setTimeClass("BILLABLE")
                .setCreditNoteId(NOTE)
                .setInvoiceId(invoice)
                .setPortionNo(1)
                .setSeconds(seconds)
                .setAmount(money(amount))
                .setApprovedSeconds(approvedSeconds)
                .setCurrency(job.currency())
                .setServiceDate(DAY)
                .setAccountingDate(LATER)
                .build();
    }

    static TimeCorrectedAfterApproval changed(Job job, String entry, int seconds, int delta, String amountDelta) {
        return TimeCorrectedAfterApproval.newBuilder()
                .setTimeEntryId(entry)
                .setVersion(2)
                .setPersonId("person:ada")
                .setProjectId(job.project())
                .setContractId(job.contract())
                .setCustomerId(job.customer())
                .setLegalEntityId(job.entity())
                .setLineNo(1)
                .setTimeClass("BILLABLE")
                .setSeconds(seconds)
                .setSecondsDelta(delta)
                .setBilledSecondsDelta(delta)
                .setAmountDelta(money(amountDelta))
                .setCurrency(job.currency())
                .setServiceDate(DAY)
                .setAccountingDate(DAY)
                .setReason("a break")
                .setAuthor("idp|clerk")
                .build();
    }

    static TimeRepriced repriced(Job job, String entry, String rate, int seconds, String amount, String delta) {
        return TimeRepriced.newBuilder()
                .setTimeEntryId(entry)
                .setVersion(1)
                .setPersonId("person:ada")
                .setProjectId(job.project())
                .setContractId(job.contract())
                .setCustomerId(job.customer())
                .setLegalEntityId(job.entity())
                .setLineNo(1)
                .setRateCardId("rate-card:x")
                .setRateId("r2")
                .setLevel("ENTITY_STANDARD")
                .setRate(money(rate))
                .setUnit("HOUR")
                .setSecondsPerUnit(3600)
                .setSeconds(seconds)
                .setAmount(money(amount))
                .setAmountDelta(money(delta))
                .setCurrency(job.currency())
                .setServiceDate(DAY)
                .setAccountingDate(DAY)
                .setRuleVersion(1)
                .setReason("agreed late")
                .build();
    }

    static TimeApprovalWithdrawn withdrawn(Job job, String entry, int seconds, String amount) {
        return TimeApprovalWithdrawn.newBuilder()
                .setTimeEntryId(entry)
                .setVersion(1)
                .setNextVersion(2)
                .setPersonId("person:ada")
                .setProjectId(job.project())
                .setContractId(job.contract())
                .setCustomerId(job.customer())
                .setLegalEntityId(job.entity())
                .setLineNo(1)
                .setTimeClass("BILLABLE")
                .setSeconds(seconds)
                .setBilledSeconds(seconds)
                .setAmount(money(amount))
                .setCurrency(job.currency())
                .setServiceDate(DAY)
                .setAccountingDate(DAY)
                .setReason("wrong project")
                .setWithdrawnBy("idp|lead")
                .setWithdrawnAt(AT)
                .build();
    }

    static TimeApprovalChallenged challenged(Job job, String entry, String invoice, String amount) {
        return TimeApprovalChallenged.newBuilder()
                .setTimeEntryId(entry)
                .setVersion(1)
                .setContractId(job.contract())
                .setCustomerId(job.customer())
                .setLegalEntityId(job.entity())
                .setInvoiceIds(List.of(invoice))
                .setAmount(money(amount))
                .setCurrency(job.currency())
                .setReason("wrong project")
                .setChallengedBy("idp|lead")
                .setChallengedAt(AT)
                .build();
    }

    static TimeDeferred deferred(Job job, String entry, LocalDate until) {
        return TimeDeferred.newBuilder()
                .setTimeEntryId(entry)
                .setContractId(job.contract())
                .setUntil(until)
                .setReason("one invoice in May")
                .setDeferredBy("idp|lead")
                .build();
    }

    private ChangeStory() {}
}
