package io.fairlead.view;

import static io.fairlead.projection.db.Tables.TIME_ENTRY;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.party.event.WorkPoliciesChanged;
import io.fairlead.party.view.CustomerQuery;
import io.fairlead.projection.MemoryLog;
import io.fairlead.projection.ProjectionEngine;
import io.fairlead.projection.TestDatabase;
import io.fairlead.time.event.TimeCorrected;
import io.fairlead.time.event.TimeMoved;
import io.fairlead.time.event.TimeOverlapNoted;
import io.fairlead.time.event.TimeRecorded;
import io.fairlead.time.event.TimeRejected;
import io.fairlead.time.event.TimeRetold;
import io.fairlead.time.view.TimeEntryQuery;
import io.fairlead.time.view.ToldTimeQuery;
import io.fairlead.time.view.ToldTimeQuery.Told;
import io.fairlead.view.Story.Job;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/** Time that moves or overlaps, as the views hold it, and what an import knows of it. */
class MovedTimeViewTest {

    private static final Job JOB = Job.of("DE01", "acme", "k1", "p1", "EUR");
    private static final String ENTRY = "time-entry:1";
    private static final String THERE = "time-entry:2";
    private static final int HOUR = 3_600;

    private final MemoryLog log = new MemoryLog();

    private final TimeRecorded recorded = Story.recorded(JOB, ENTRY, HOUR);

    private TimeMoved moved() {
        return TimeMoved.newBuilder()
                .setTimeEntryId(ENTRY)
                .setVersion(1)
                .setPersonId(recorded.getPersonId())
                .setProjectId(recorded.getProjectId())
                .setContractId(recorded.getContractId())
                .setCustomerId(recorded.getCustomerId())
                .setLegalEntityId(recorded.getLegalEntityId())
                .setLineNo(recorded.getLineNo())
                .setMovedTo(THERE)
                .setToProjectId("project:p2")
                .setToContractId(recorded.getContractId())
                .setToCustomerId(recorded.getCustomerId())
                .setToLegalEntityId(recorded.getLegalEntityId())
                .setToLineNo(2)
                .setToTimeClass("BILLABLE")
                .setToZone(recorded.getZone())
                .setToWorkDate(recorded.getWorkDate())
                .setSeconds(HOUR)
                .setAuthor(recorded.getAuthor())
                .setApproved(false)
                .setReason("wrong project")
                .setMovedBy("local|lead")
                .setMovedAt(Instant.parse("2026-04-01T00:00:00Z"))
                .build();
    }

    private TimeOverlapNoted noted(String... others) {
        return TimeOverlapNoted.newBuilder()
                .setTimeEntryId(ENTRY)
                .setPersonId(recorded.getPersonId())
                .setLegalEntityId(recorded.getLegalEntityId())
                .setWorkDate(recorded.getWorkDate())
                .setOtherIds(List.of(others))
                .setDaySeconds(HOUR)
                .build();
    }

    private DSLContext folded() {
        var db = TestDatabase.freshTables();
        new ProjectionEngine(log, log.codec(), db, Projections.all(), 500).catchUp(Long.MAX_VALUE);
        return db;
    }

    @Test
    void both_entries_name_each_other_and_an_import_knows_the_later_one() {
        log.append(recorded);
        log.append(moved());
        log.append(TimeRecorded.newBuilder(recorded)
                .setTimeEntryId(THERE)
                .setProjectId("project:p2")
                .setMovedFrom(ENTRY)
                .build());
        var db = folded();
        var entries = new TimeEntryQuery(db);

        assertThat(entries.byId(ENTRY).orElseThrow().movedTo()).isEqualTo(THERE);
        assertThat(entries.byId(ENTRY).orElseThrow().status()).isEqualTo("moved");
        assertThat(entries.byId(THERE).orElseThrow().movedFrom()).isEqualTo(ENTRY);
        var day = recorded.getWorkDate();
        assertThat(new ToldTimeQuery(db).of(recorded.getSource(), Set.of(recorded.getPersonId()), Set.of(), day, day))
                .extracting(Told::timeEntryId)
                .containsExactly(THERE);
        assertThat(new ToldTimeQuery(db).of("another", Set.of(recorded.getPersonId()), Set.of(), day, day))
                .isEmpty();
    }

    @Test
    void what_was_rejected_is_known_by_its_row_whoever_that_is_by_now() {
        log.append(TimeRecorded.newBuilder(recorded).setSourceId("a-row#1").build());
        assertThat(ofAnother("a-row")).isEmpty();
        log.append(TimeRejected.newBuilder()
                .setTimeEntryId(ENTRY)
                .setVersion(1)
                .setRejectedBy("local|lead")
                .setReason("not hers")
                .setRejectedAt(Instant.parse("2026-04-01T00:00:00Z"))
                .build());

        assertThat(ofAnother("a-row")).extracting(Told::timeEntryId).containsExactly(ENTRY);
        assertThat(ofAnother("a-ro")).isEmpty();
    }

    private List<Told> ofAnother(String row) {
        var day = recorded.getWorkDate();
        return new ToldTimeQuery(folded()).of(recorded.getSource(), Set.of("person:another"), Set.of(row), day, day);
    }

    @Test
    void an_import_knows_what_the_source_said_last_whatever_people_made_of_it() {
        log.append(recorded);
        var day = recorded.getWorkDate();
        log.append(TimeCorrected.newBuilder()
                .setTimeEntryId(ENTRY)
                .setVersion(2)
                .setWorkDate(day.plusDays(9))
                .setSeconds(60)
                .setReason("a slip")
                .setAuthor("local|lead")
                .build());
        assertThat(told()).isEqualTo(day + " " + HOUR);
        log.append(TimeRetold.newBuilder()
                .setTimeEntryId(ENTRY)
                .setLegalEntityId(recorded.getLegalEntityId())
                .setWorkDate(day)
                .setSeconds(2 * HOUR)
                .setToldBy("local|clerk")
                .build());
        assertThat(told()).isEqualTo(day + " " + 2 * HOUR);
    }

    private String told() {
        var day = recorded.getWorkDate();
        var found = new ToldTimeQuery(folded())
                .of(recorded.getSource(), Set.of(recorded.getPersonId()), Set.of(), day, day);
        return found.getFirst().toldOn() + " " + found.getFirst().toldSeconds();
    }

    @Test
    void what_it_overlaps_stands_with_it_until_it_does_no_more() {
        log.append(recorded);
        log.append(noted("time-entry:8", "time-entry:9"));
        assertThat(folded().fetchSingle(TIME_ENTRY).getOverlapped()).isEqualTo("time-entry:8, time-entry:9");
        log.append(noted());
        assertThat(folded().fetchSingle(TIME_ENTRY).getOverlapped()).isNull();
    }

    @Test
    void a_company_shows_what_it_decided() {
        log.append(Story.entity("DE01", "EUR"));
        assertThat(new CustomerQuery(folded()).legalEntities().getFirst().overlapPolicy())
                .isNull();
        log.append(WorkPoliciesChanged.newBuilder()
                .setLegalEntityId("legal-entity:DE01")
                .setOverlap("REFUSE")
                .setOwnWork("ALLOWED")
                .setReason("a firm of two")
                .setChangedBy("local|owner")
                .build());
        var seen = new CustomerQuery(folded()).legalEntities().getFirst();
        assertThat(List.of(seen.overlapPolicy(), seen.ownWorkPolicy())).containsExactly("REFUSE", "ALLOWED");
    }
}
