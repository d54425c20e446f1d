package io.fairlead.time.view;

import io.fairlead.projection.ReadableText;
import io.fairlead.projection.db.tables.records.TimeEntryRecord;
import io.fairlead.time.event.TimeApprovalChallenged;
import io.fairlead.time.event.TimeApprovalConfirmed;
import io.fairlead.time.event.TimeApproved;
import io.fairlead.time.event.TimeCorrected;
import io.fairlead.time.event.TimeMoved;
import io.fairlead.time.event.TimeRecorded;
import io.fairlead.time.event.TimeRejected;
import io.fairlead.time.event.TimeRetold;
import io.fairlead.time.event.TimeSubmitted;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** How an entry's row goes from its record to its approval, and into doubt and out; used by {@link TimeEntryToApproval}. */
final class TimeEntryApproval {

    static void recorded(TimeEntryRecord row, TimeRecorded event) {
        row.setSource(event.getSource());
        row.setSourceId(event.getSourceId());
        row.setPersonId(event.getPersonId());
        row.setProjectId(event.getProjectId());
        row.setContractId(event.getContractId());
        row.setCustomerId(event.getCustomerId());
        row.setLegalEntityId(event.getLegalEntityId());
        row.setLineNo(event.getLineNo());
        row.setTaskId(event.getTaskId());
        row.setWorkType(event.getWorkType());
        row.setStartAt(utc(event.getStartAt()));
        row.setZone(event.getZone());
        row.setWorkDate(event.getWorkDate());
        row.setSeconds(event.getSeconds());
        row.setTimeClass(event.getTimeClass());
        row.setNote(ReadableText.of(event.getNote()));
        row.setAuthor(event.getAuthor());
        row.setVersion(1);
        row.setStatus("recorded");
        row.setUnbilledSeconds(0);
        row.setDraftedSeconds(0);
        row.setInvoicedSeconds(0);
        row.setWrittenOffSeconds(0);
        row.setInDoubt(false);
        row.setMovedFrom(event.getMovedFrom());
        row.setToldOn(event.getWorkDate());
        row.setToldSeconds(event.getSeconds());
    }

    static void retold(TimeEntryRecord row, TimeRetold event) {
        row.setToldOn(event.getWorkDate());
        row.setToldSeconds(event.getSeconds());
    }

    /** What is billed of it stays so until it is credited. */
    static void moved(TimeEntryRecord row, TimeMoved event) {
        row.setMovedTo(event.getMovedTo());
        if (row.getInvoicedSeconds() == 0) {
            row.setStatus("moved");
        }
    }

    static void corrected(TimeEntryRecord row, TimeCorrected event) {
        row.setVersion(event.getVersion());
        row.setWorkDate(event.getWorkDate());
        row.setSeconds(event.getSeconds());
        row.setAuthor(event.getAuthor());
        row.setStatus("recorded");
        row.setRejection(null);
    }

    static void submitted(TimeEntryRecord row, TimeSubmitted event) {
        row.setSubmittedAt(utc(event.getSubmittedAt()));
        row.setStatus("submitted");
        row.setRejection(null);
    }

    static void approved(TimeEntryRecord row, TimeApproved event) {
        row.setApprovedBy(event.getApprovedBy());
        row.setApprovedAt(utc(event.getApprovedAt()));
        row.setStatus("approved");
        row.setRejection(null);
    }

    static void rejected(TimeEntryRecord row, TimeRejected event) {
        row.setRejection(event.getReason());
        row.setStatus("rejected");
    }

    static void challenged(TimeEntryRecord row, TimeApprovalChallenged event) {
        row.setInDoubt(true);
        row.setChangeAsked(null);
    }

    static void confirmed(TimeEntryRecord row, TimeApprovalConfirmed event) {
        row.setInDoubt(false);
        row.setApprovedBy(event.getApprovedBy());
        row.setApprovedAt(utc(event.getApprovedAt()));
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private TimeEntryApproval() {}
}
