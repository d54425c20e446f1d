package io.fairlead.time;

import static io.fairlead.testing.Cast.CLERK;
import static io.fairlead.testing.Cast.ENTRY;
import static io.fairlead.testing.Cast.EVENING;
import static io.fairlead.testing.Cast.INVOICE;
import static io.fairlead.testing.Cast.ISSUE_DAY;
import static io.fairlead.testing.Cast.LEAD;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Cast.wire;

import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.shared.Disposition;
import io.fairlead.shared.Portion;
import io.fairlead.time.event.CreditPart;
import io.fairlead.time.event.TimeApprovalChallenged;
import io.fairlead.time.event.TimeApprovalWithdrawn;
import io.fairlead.time.event.TimeBilled;
import io.fairlead.time.event.TimeChangeRequested;
import io.fairlead.time.event.TimeCorrectedAfterApproval;
import io.fairlead.time.event.TimeCorrectedAfterBilling;
import io.fairlead.time.event.TimeCreditProposed;
import io.fairlead.time.event.TimePutOnDraft;
import io.fairlead.time.event.TimeReopened;
import io.fairlead.time.event.TimeTakenOffDraft;
import io.fairlead.time.event.TimeWrittenOff;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may happen to Ana's eight hours after their approval, in commands and in events. */
public final class ChangeExamples {

    static final String NOTE = "credit-note:c-1";
    public static final int HOUR = 3_600;
    static final String REASON = "a break was forgotten";

    static PutTimeOnDraft putOn(InvoiceId invoice, int portionNo, int seconds, String amount) {
        return new PutTimeOnDraft(ENTRY, invoice, new Portion(portionNo, seconds, wire(amount)));
    }

    static CreditTime credit(int portionNo, int seconds, String amount, Disposition disposition) {
        return new CreditTime(ENTRY, NOTE, portionNo, seconds, wire(amount), disposition, ISSUE_DAY);
    }

    static WithdrawTimeApproval withdraw() {
        return new WithdrawTimeApproval(ENTRY, "wrong project", LEAD, EVENING);
    }

    static AdjustTime adjust(int secondsDelta, String author) {
        return new AdjustTime(ENTRY, secondsDelta, REASON, author);
    }

    static WriteOffTime writeOff(@Nullable Integer seconds) {
        return new WriteOffTime(ENTRY, seconds, "goodwill", LEAD, ISSUE_DAY);
    }

    static TimePutOnDraft drafted(InvoiceId invoice, int portionNo, int seconds, String amount) {
        return TimePutOnDraft.newBuilder(TimeExamples.drafted())
                .setInvoiceId(invoice.value())
                .setPortionNo(portionNo)
                .setSeconds(seconds)
                .setAmount(wire(amount))
                .build();
    }

    static TimeTakenOffDraft takenOff(InvoiceId invoice, int portionNo, int seconds, String amount) {
        return TimeTakenOffDraft.newBuilder(TimeExamples.takenOff())
                .setInvoiceId(invoice.value())
                .setPortionNo(portionNo)
                .setSeconds(seconds)
                .setAmount(wire(amount))
                .build();
    }

    static TimeBilled billed(InvoiceId invoice, int portionNo, int seconds, String amount) {
        return TimeBilled.newBuilder(TimeExamples.billed())
                .setInvoiceId(invoice.value())
                .setPortionNo(portionNo)
                .setSeconds(seconds)
                .setAmount(wire(amount))
                .build();
    }

    static TimeReopened reopened(int seconds, String amount) {
        return TimeReopened.newBuilder()
                .setTimeEntryId("time-entry:e-1")
                .setCreditNoteId(NOTE)
                .setInvoiceId(INVOICE.value())
                .setPortionNo(1)
                .setSeconds(seconds)
                .setAmount(wire(amount))
                .setCurrency("EUR")
                .setContractId("contract:K-1")
                .setServiceDate(WORK_DAY)
                .setAccountingDate(ISSUE_DAY)
                .build();
    }

    static TimeWrittenOff writtenOff(int seconds, String amount) {
        return TimeWrittenOff.newBuilder()
                .setTimeEntryId("time-entry:e-1")
                .setPersonId("person:ana")
                .setProjectId("project:P-1")
                .setContractId("contract:K-1")
                .setCustomerId("customer:ACME")
                .setLegalEntityId("legal-entity:GMBH")
                .setLineNo(1)
                .setPortionNo(0)
                .setSeconds(seconds)
                .setAmount(wire(amount))
                .setCurrency("EUR")
                .setServiceDate(WORK_DAY)
                .setAccountingDate(ISSUE_DAY)
                .setReason("goodwill")
                .setWrittenOffBy(LEAD)
                .build();
    }

    static TimeWrittenOff writtenOffByNote(int seconds, String amount) {
        return TimeWrittenOff.newBuilder(writtenOff(seconds, amount))
                .setCreditNoteId(NOTE)
                .setInvoiceId(INVOICE.value())
                .setPortionNo(1)
                .setReason("given up by a credit note")
                .setWrittenOffBy(null)
                .build();
    }

    public static TimeCorrectedAfterBilling neverExisted(int seconds, String amount, int approvedSeconds) {
        return TimeCorrectedAfterBilling.newBuilder()
                .setTimeEntryId("time-entry:e-1")
                .setPersonId("person:ana")
                .setProjectId("project:P-1")
                .setContractId("contract:K-1")
                .setCustomerId("customer:ACME")
                .setLegalEntityId("legal-entity:GMBH")
                .setLineNo(1)
                .setTimeClass("BILLABLE")
                .setCreditNoteId(NOTE)
                .setInvoiceId(INVOICE.value())
                .setPortionNo(1)
                .setSeconds(seconds)
                .setAmount(wire(amount))
                .setApprovedSeconds(approvedSeconds)
                .setCurrency("EUR")
                .setServiceDate(WORK_DAY)
                .setAccountingDate(ISSUE_DAY)
                .build();
    }

    /** @param amountDelta null when it has no price yet */
    static TimeCorrectedAfterApproval changed(int version, int seconds, int delta, @Nullable String amountDelta) {
        return TimeCorrectedAfterApproval.newBuilder()
                .setTimeEntryId("time-entry:e-1")
                .setVersion(version)
                .setPersonId("person:ana")
                .setProjectId("project:P-1")
                .setContractId("contract:K-1")
                .setCustomerId("customer:ACME")
                .setLegalEntityId("legal-entity:GMBH")
                .setLineNo(1)
                .setTimeClass("BILLABLE")
                .setSeconds(seconds)
                .setSecondsDelta(delta)
                .setBilledSecondsDelta(amountDelta == null ? null : (Integer) delta)
                .setAmountDelta(amountDelta == null ? null : wire(amountDelta))
                .setCurrency(amountDelta == null ? null : "EUR")
                .setServiceDate(WORK_DAY)
                .setAccountingDate(WORK_DAY)
                .setReason(REASON)
                .setAuthor(CLERK)
                .build();
    }

    static TimeCreditProposed creditProposed(int wanted, String amount, CreditPart... parts) {
        return TimeCreditProposed.newBuilder()
                .setTimeEntryId("time-entry:e-1")
                .setVersion(1)
                .setContractId("contract:K-1")
                .setCustomerId("customer:ACME")
                .setLegalEntityId("legal-entity:GMBH")
                .setWantedSeconds(wanted)
                .setParts(List.of(parts))
                .setAmount(wire(amount))
                .setCurrency("EUR")
                .setServiceDate(WORK_DAY)
                .setReason(REASON)
                .setAuthor(CLERK)
                .build();
    }

    static CreditPart part(InvoiceId invoice, int portionNo, int seconds, String amount) {
        return CreditPart.newBuilder()
                .setInvoiceId(invoice.value())
                .setPortionNo(portionNo)
                .setSeconds(seconds)
                .setAmount(wire(amount))
                .build();
    }

    /** @param amount unbilled until now; null when it had no price */
    static TimeApprovalWithdrawn withdrawn(
            int nextVersion, int seconds, @Nullable Integer billedSeconds, @Nullable String amount) {
        return TimeApprovalWithdrawn.newBuilder()
                .setTimeEntryId("time-entry:e-1")
                .setVersion(1)
                .setNextVersion(nextVersion)
                .setPersonId("person:ana")
                .setProjectId("project:P-1")
                .setContractId("contract:K-1")
                .setCustomerId("customer:ACME")
                .setLegalEntityId("legal-entity:GMBH")
                .setLineNo(1)
                .setTimeClass("BILLABLE")
                .setSeconds(seconds)
                .setBilledSeconds(billedSeconds)
                .setAmount(amount == null ? null : wire(amount))
                .setCurrency(amount == null ? null : "EUR")
                .setServiceDate(WORK_DAY)
                .setAccountingDate(WORK_DAY)
                .setReason("wrong project")
                .setWithdrawnBy(LEAD)
                .setWithdrawnAt(EVENING)
                .build();
    }

    static TimeApprovalChallenged challenged(String amount) {
        return TimeApprovalChallenged.newBuilder()
                .setTimeEntryId("time-entry:e-1")
                .setVersion(1)
                .setContractId("contract:K-1")
                .setCustomerId("customer:ACME")
                .setLegalEntityId("legal-entity:GMBH")
                .setInvoiceIds(List.of(INVOICE.value()))
                .setAmount(wire(amount))
                .setCurrency("EUR")
                .setReason("wrong project")
                .setChallengedBy(LEAD)
                .setChallengedAt(EVENING)
                .build();
    }

    static TimeChangeRequested withdrawalRequested() {
        return requested("WITHDRAW", null, "wrong project", LEAD, EVENING);
    }

    static TimeChangeRequested correctionRequested(int seconds) {
        return requested("CORRECT", seconds, REASON, CLERK, null);
    }

    private static TimeChangeRequested requested(
            String change, @Nullable Integer seconds, String reason, String by, @Nullable Instant at) {
        return TimeChangeRequested.newBuilder()
                .setTimeEntryId("time-entry:e-1")
                .setLegalEntityId("legal-entity:GMBH")
                .setChange(change)
                .setSeconds(seconds)
                .setInvoiceIds(List.of(INVOICE.value()))
                .setReason(reason)
                .setRequestedBy(by)
                .setRequestedAt(at)
                .build();
    }

    /** Unbilled, then drafted and billed whole on one invoice. */
    static Object[] billedWhole() {
        var before = TimeExamples.unbilled();
        var all = java.util.Arrays.copyOf(before, before.length + 2);
        all[before.length] = TimeExamples.drafted();
        all[before.length + 1] = TimeExamples.billed();
        return all;
    }

    private ChangeExamples() {}
}
