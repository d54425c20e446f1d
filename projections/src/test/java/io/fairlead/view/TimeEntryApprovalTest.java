package io.fairlead.view;

import static io.fairlead.projection.db.Tables.TIME_ENTRY;
import static io.fairlead.projection.db.Tables.TIME_ENTRY_STATUS;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.projection.MemoryLog;
import io.fairlead.projection.ProjectionEngine;
import io.fairlead.projection.TestDatabase;
import io.fairlead.projection.db.tables.records.TimeEntryRecord;
import io.fairlead.time.event.TimeApprovalConfirmed;
import io.fairlead.time.event.TimeCorrected;
import io.fairlead.time.event.TimeRejected;
import io.fairlead.view.Story.Job;
import java.time.ZoneOffset;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An entry's row from its record to its approval. */
class TimeEntryApprovalTest {

    private static final Job JOB = Job.of("DE01", "acme", "k1", "p1", "EUR");
    private static final String ENTRY = "time-entry:1";
    private static final String INVOICE = "invoice:1";
    private static final String LEAD = "local|lead";
    private static final int HOUR = 3_600;

    private final MemoryLog log = new MemoryLog();

    @BeforeEach
    void eight_hours_are_recorded() {
        log.append(Story.recorded(JOB, ENTRY, 8 * HOUR));
    }

    @Test
    void a_fresh_row_has_its_first_version_and_nothing_to_bill() {
        var row = entry(folded());

        assertThat(row.getStatus()).isEqualTo("recorded");
        assertThat(row.getVersion()).isEqualTo(1);
        assertThat(row.getSeconds()).isEqualTo(8 * HOUR);
        assertThat(row.getUnbilledSeconds()).isZero();
        assertThat(row.getInDoubt()).isFalse();
        assertThat(row.getSubmittedAt()).isNull();
    }

    @Test
    void a_rejection_is_seen_until_the_time_is_corrected_or_submitted_again() {
        log.append(Story.submitted(ENTRY));
        log.append(rejected());
        var refused = entry(folded());
        assertThat(refused.getStatus()).isEqualTo("rejected");
        assertThat(refused.getRejection()).isEqualTo("too long");

        log.append(corrected(6 * HOUR));
        var shorter = entry(folded());
        assertThat(shorter.getStatus()).isEqualTo("recorded");
        assertThat(shorter.getRejection()).isNull();
        assertThat(shorter.getVersion()).isEqualTo(2);
        assertThat(shorter.getSeconds()).isEqualTo(6 * HOUR);
        assertThat(shorter.getWorkDate()).isEqualTo(Story.DAY.plusDays(1));
        assertThat(shorter.getAuthor()).isEqualTo("local|bob");
    }

    @Test
    void submission_and_approval_say_who_and_when() {
        log.append(Story.submitted(ENTRY));
        var waiting = folded();
        assertThat(entry(waiting).getSubmittedAt()).isEqualTo(Story.NOON.atOffset(ZoneOffset.UTC));
        assertThat(status(waiting)).isEqualTo("submitted");

        log.append(rejected());
        log.append(Story.submitted(ENTRY));
        log.append(Story.approved(JOB, ENTRY, 8 * HOUR));
        var decided = folded();
        assertThat(status(decided)).isEqualTo("approved");
        assertThat(entry(decided).getRejection()).isNull();
        assertThat(entry(decided).getApprovedBy())
                .isEqualTo(Story.approved(JOB, ENTRY, 8 * HOUR).getApprovedBy());
    }

    @Test
    void doubt_ends_with_another_approval() {
        log.append(Story.approved(JOB, ENTRY, 8 * HOUR));
        log.append(Story.priced(JOB, ENTRY, 8 * HOUR, "1200"));
        log.append(ChangeStory.drafted(JOB, ENTRY, INVOICE, 1, 8 * HOUR, "1200"));
        log.append(ChangeStory.billed(JOB, ENTRY, INVOICE, 1, 8 * HOUR, "1200"));
        log.append(ChangeStory.challenged(JOB, ENTRY, INVOICE, "1200"));
        assertThat(entry(folded()).getInDoubt()).isTrue();

        log.append(TimeApprovalConfirmed.newBuilder()
                .setTimeEntryId(ENTRY)
                .setVersion(1)
                .setLegalEntityId("legal-entity:DE01")
                .setApprovedBy(LEAD)
                .setApprovedAt(Story.NOON)
                .build());
        var row = entry(folded());
        assertThat(row.getInDoubt()).isFalse();
        assertThat(row.getApprovedBy()).isEqualTo(LEAD);
        assertThat(row.getApprovedAt()).isEqualTo(Story.NOON.atOffset(ZoneOffset.UTC));
    }

    private static TimeRejected rejected() {
        return TimeRejected.newBuilder()
                .setTimeEntryId(ENTRY)
                .setVersion(1)
                .setRejectedBy(LEAD)
                .setReason("too long")
                .setRejectedAt(Story.NOON)
                .build();
    }

    private static TimeCorrected corrected(int seconds) {
        return TimeCorrected.newBuilder()
                .setTimeEntryId(ENTRY)
                .setVersion(2)
                .setWorkDate(Story.DAY.plusDays(1))
                .setSeconds(seconds)
                .setReason("a break was forgotten")
                .setAuthor("local|bob")
                .build();
    }

    private DSLContext folded() {
        var db = TestDatabase.freshTables();
        new ProjectionEngine(log, log.codec(), db, Projections.all(), 500).catchUp(Long.MAX_VALUE);
        return db;
    }

    private static TimeEntryRecord entry(DSLContext db) {
        return db.fetchSingle(TIME_ENTRY);
    }

    private static String status(DSLContext db) {
        return db.fetchSingle(TIME_ENTRY_STATUS).getStatus();
    }
}
