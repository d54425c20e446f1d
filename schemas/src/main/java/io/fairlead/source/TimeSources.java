package io.fairlead.source;

import io.fairlead.source.SourceEvent.Billed;
import io.fairlead.source.SourceEvent.Changed;
import io.fairlead.source.SourceEvent.Confirmed;
import io.fairlead.source.SourceEvent.Deferred;
import io.fairlead.source.SourceEvent.Doubted;
import io.fairlead.source.SourceEvent.Lowered;
import io.fairlead.source.SourceEvent.Priced;
import io.fairlead.source.SourceEvent.PutOnDraft;
import io.fairlead.source.SourceEvent.Reason;
import io.fairlead.source.SourceEvent.Reopened;
import io.fairlead.source.SourceEvent.TakenOffDraft;
import io.fairlead.source.SourceEvent.WrittenOff;
import io.fairlead.time.event.TimeApprovalChallenged;
import io.fairlead.time.event.TimeApprovalConfirmed;
import io.fairlead.time.event.TimeApprovalWithdrawn;
import io.fairlead.time.event.TimeBilled;
import io.fairlead.time.event.TimeCorrectedAfterApproval;
import io.fairlead.time.event.TimeCorrectedAfterBilling;
import io.fairlead.time.event.TimeDeferred;
import io.fairlead.time.event.TimePriced;
import io.fairlead.time.event.TimePutOnDraft;
import io.fairlead.time.event.TimeReopened;
import io.fairlead.time.event.TimeRepriced;
import io.fairlead.time.event.TimeTakenOffDraft;
import io.fairlead.time.event.TimeWrittenOff;
import java.time.LocalDate;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What the events of a time entry say of it as a billable source. */
final class TimeSources {

    private static final String KIND = "time";

    static void addTo(SourceCases cases) {
        cases.add(TimePriced.class, Priced.class, TimeSources::priced);
        cases.add(TimeRepriced.class, Changed.class, TimeSources::repriced);
        cases.add(TimeCorrectedAfterApproval.class, Changed.class, TimeSources::corrected);
        cases.add(TimeApprovalWithdrawn.class, Changed.class, TimeSources::withdrawn);
        cases.add(TimePutOnDraft.class, PutOnDraft.class, TimeSources::putOnDraft);
        cases.add(TimeTakenOffDraft.class, TakenOffDraft.class, TimeSources::takenOffDraft);
        cases.add(TimeBilled.class, Billed.class, TimeSources::billed);
        cases.add(TimeReopened.class, Reopened.class, TimeSources::reopened);
        cases.add(TimeWrittenOff.class, WrittenOff.class, TimeSources::writtenOff);
        cases.add(TimeCorrectedAfterBilling.class, Lowered.class, TimeSources::lowered);
        cases.add(TimeApprovalChallenged.class, Doubted.class, event -> new Doubted(event.getTimeEntryId()));
        cases.add(TimeApprovalConfirmed.class, Confirmed.class, event -> new Confirmed(event.getTimeEntryId()));
        cases.add(
                TimeDeferred.class,
                Deferred.class,
                event -> new Deferred(event.getTimeEntryId(), event.getUntil(), event.getReason()));
    }

    private static Priced priced(TimePriced event) {
        var attribution = new Attribution(
                KIND,
                Work.of(event),
                event.getServiceDate(),
                event.getAccountingDate(),
                event.getCurrency(),
                event.getRuleVersion());
        return new Priced(event.getTimeEntryId(), attribution, event.getBilledSeconds(), event.getAmount());
    }

    private static Changed repriced(TimeRepriced event) {
        var attribution = new Attribution(
                KIND,
                Work.of(event),
                event.getServiceDate(),
                event.getAccountingDate(),
                event.getCurrency(),
                event.getRuleVersion());
        return new Changed(event.getTimeEntryId(), Reason.REPRICED, attribution, 0, event.getAmountDelta());
    }

    private static @Nullable Changed corrected(TimeCorrectedAfterApproval event) {
        var seconds = event.getBilledSecondsDelta();
        var amount = event.getAmountDelta();
        var currency = event.getCurrency();
        return seconds == null || amount == null || currency == null
                ? null
                : new Changed(
                        event.getTimeEntryId(),
                        Reason.CORRECTED,
                        attribution(event, event.getServiceDate(), event.getAccountingDate(), currency),
                        seconds,
                        amount);
    }

    private static @Nullable Changed withdrawn(TimeApprovalWithdrawn event) {
        var seconds = event.getBilledSeconds();
        var amount = event.getAmount();
        var currency = event.getCurrency();
        return seconds == null || amount == null || currency == null
                ? null
                : new Changed(
                        event.getTimeEntryId(),
                        Reason.WITHDRAWN,
                        attribution(event, event.getServiceDate(), event.getAccountingDate(), currency),
                        -seconds,
                        amount.negate());
    }

    private static PutOnDraft putOnDraft(TimePutOnDraft event) {
        var part = new SourcePart(event.getPortionNo(), event.getSeconds(), event.getAmount());
        return new PutOnDraft(event.getTimeEntryId(), event.getInvoiceId(), part);
    }

    private static TakenOffDraft takenOffDraft(TimeTakenOffDraft event) {
        var part = new SourcePart(event.getPortionNo(), event.getSeconds(), event.getAmount());
        return new TakenOffDraft(event.getTimeEntryId(), event.getInvoiceId(), part);
    }

    private static Billed billed(TimeBilled event) {
        return new Billed(
                event.getTimeEntryId(),
                event.getInvoiceId(),
                event.getInvoiceLineNo(),
                new SourcePart(event.getPortionNo(), event.getSeconds(), event.getAmount()),
                event.getAccountingDate());
    }

    private static Reopened reopened(TimeReopened event) {
        return new Reopened(
                event.getTimeEntryId(),
                event.getCreditNoteId(),
                event.getInvoiceId(),
                new SourcePart(event.getPortionNo(), event.getSeconds(), event.getAmount()),
                event.getAccountingDate());
    }

    private static WrittenOff writtenOff(TimeWrittenOff event) {
        return new WrittenOff(
                event.getTimeEntryId(),
                event.getCreditNoteId(),
                new SourcePart(event.getPortionNo(), event.getSeconds(), event.getAmount()),
                attribution(event, event.getServiceDate(), event.getAccountingDate(), event.getCurrency()));
    }

    private static Lowered lowered(TimeCorrectedAfterBilling event) {
        return new Lowered(
                event.getTimeEntryId(),
                event.getCreditNoteId(),
                new SourcePart(event.getPortionNo(), event.getSeconds(), event.getAmount()),
                attribution(event, event.getServiceDate(), event.getAccountingDate(), event.getCurrency()));
    }

    private static Attribution attribution(
            SpecificRecord event, LocalDate serviceDate, LocalDate accountingDate, String currency) {
        return new Attribution(KIND, Work.of(event), serviceDate, accountingDate, currency, Attribution.FIRST_RULES);
    }

    private TimeSources() {}
}
