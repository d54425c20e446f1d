package io.fairlead.time.view;

import static io.fairlead.projection.db.Tables.TIME_ENTRY;

import io.fairlead.projection.Collector;
import io.fairlead.projection.Facts;
import io.fairlead.projection.Fold;
import io.fairlead.projection.ReadableText;
import io.fairlead.projection.States;
import io.fairlead.projection.db.tables.records.TimeEntryRecord;
import io.fairlead.time.event.TimeApproved;
import io.fairlead.time.event.TimeBilled;
import io.fairlead.time.event.TimeCorrected;
import io.fairlead.time.event.TimePriced;
import io.fairlead.time.event.TimePutOnDraft;
import io.fairlead.time.event.TimeRecorded;
import io.fairlead.time.event.TimeRejected;
import io.fairlead.time.event.TimeSubmitted;
import io.fairlead.time.event.TimeTakenOffDraft;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;

/** Each time entry as it stands; read by {@link TimeEntryQuery}. */
public final class TimeEntryProjection implements Fold {

    private final States<TimeEntryRecord> entries = States.of(TIME_ENTRY, "time-entry");

    @Override
    public String name() {
        return "time-entry";
    }

    @Override
    public List<Collector<?>> tables() {
        return List.of(entries);
    }

    @EventHandler
    void on(TimeRecorded event, Facts facts) {
        entries.put(facts, row -> fill(row, event), event.getTimeEntryId());
    }

    @EventHandler
    void on(TimeCorrected event, Facts facts) {
        entries.change(
                facts,
                row -> {
                    row.setVersion(event.getVersion());
                    row.setWorkDate(event.getWorkDate());
                    row.setSeconds(event.getSeconds());
                    row.setAuthor(event.getAuthor());
                    row.setStatus("recorded");
                    row.setRejection(null);
                },
                event.getTimeEntryId());
    }

    @EventHandler
    void on(TimeSubmitted event, Facts facts) {
        entries.change(
                facts,
                row -> {
                    row.setSubmittedAt(utc(event.getSubmittedAt()));
                    row.setStatus("submitted");
                    row.setRejection(null);
                },
                event.getTimeEntryId());
    }

    @EventHandler
    void on(TimeApproved event, Facts facts) {
        entries.change(
                facts,
                row -> {
                    row.setApprovedBy(event.getApprovedBy());
                    row.setApprovedAt(utc(event.getApprovedAt()));
                    row.setStatus("approved");
                    row.setRejection(null);
                },
                event.getTimeEntryId());
    }

    @EventHandler
    void on(TimeRejected event, Facts facts) {
        entries.change(
                facts,
                row -> {
                    row.setRejection(event.getReason());
                    row.setStatus("rejected");
                },
                event.getTimeEntryId());
    }

    @EventHandler
    void on(TimePriced event, Facts facts) {
        entries.change(
                facts,
                row -> {
                    row.setRateCardId(event.getRateCardId());
                    row.setRateId(event.getRateId());
                    row.setRate(event.getRate());
                    row.setSecondsPerUnit(event.getSecondsPerUnit());
                    row.setBilledSeconds(event.getBilledSeconds());
                    row.setAmount(event.getAmount());
                    row.setCurrency(event.getCurrency());
                    row.setTimeRounding(event.getTimeRounding());
                    PricedInCurrency.fill(row, event.getRateCurrency(), event.getPrice(), event.getFx());
                    row.setStatus("priced");
                },
                event.getTimeEntryId());
    }

    @EventHandler
    void on(TimePutOnDraft event, Facts facts) {
        entries.change(
                facts,
                row -> {
                    row.setInvoiceId(event.getInvoiceId());
                    row.setStatus("drafted");
                },
                event.getTimeEntryId());
    }

    @EventHandler
    void on(TimeTakenOffDraft event, Facts facts) {
        entries.change(
                facts,
                row -> {
                    row.setInvoiceId(null);
                    row.setStatus("priced");
                },
                event.getTimeEntryId());
    }

    @EventHandler
    void on(TimeBilled event, Facts facts) {
        entries.change(
                facts,
                row -> {
                    row.setInvoiceId(event.getInvoiceId());
                    row.setInvoiceNumber(event.getInvoiceNumber());
                    row.setStatus("billed");
                },
                event.getTimeEntryId());
    }

    private static void fill(TimeEntryRecord row, TimeRecorded event) {
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
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
