package io.fairlead.view;

import static io.fairlead.projection.db.Tables.TIME_ENTRY;
import static io.fairlead.projection.db.Tables.TIME_MOVEMENT;
import static io.fairlead.projection.db.Tables.UNBILLED_WORK;
import static io.fairlead.projection.db.Tables.WIP_MOVEMENT;
import static io.fairlead.projection.db.Tables.WORK_PORTION;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.billing.view.Billable;
import io.fairlead.billing.view.BillableWork;
import io.fairlead.projection.MemoryLog;
import io.fairlead.projection.ProjectionEngine;
import io.fairlead.projection.TestDatabase;
import io.fairlead.projection.db.tables.records.UnbilledWorkRecord;
import io.fairlead.view.Story.Job;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangedTimeViewTest {

    private static final Job JOB = Job.of("DE01", "acme", "k1", "p1", "EUR");
    private static final String ENTRY = "time-entry:1";
    private static final String INVOICE = "invoice:1";
    private static final int HOUR = 3_600;

    private final MemoryLog log = new MemoryLog();

    @BeforeEach
    void eight_hours_at_150() {
        log.append(Story.recorded(JOB, ENTRY, 8 * HOUR));
        log.append(Story.approved(JOB, ENTRY, 8 * HOUR));
        log.append(Story.priced(JOB, ENTRY, 8 * HOUR, "1200"));
    }

    @Test
    void parts_stand_in_different_places_and_every_balance_is_a_sum_of_movements() {
        log.append(ChangeStory.drafted(JOB, ENTRY, INVOICE, 1, 6 * HOUR, "900"));
        log.append(ChangeStory.billed(JOB, ENTRY, INVOICE, 1, 6 * HOUR, "900"));
        log.append(ChangeStory.reopened(JOB, ENTRY, INVOICE, 2 * HOUR, "300"));
        log.append(ChangeStory.writtenOff(JOB, ENTRY, INVOICE, HOUR, "150"));
        log.append(ChangeStory.corrected(JOB, ENTRY, INVOICE, HOUR, "150", 7 * HOUR));
        log.append(ChangeStory.writtenOff(JOB, ENTRY, null, HOUR, "150"));
        log.append(ChangeStory.drafted(JOB, ENTRY, "invoice:2", 2, HOUR, "150"));
        var db = folded();

        assertWork(db, "1050", "300", "150", "300", "300");
        assertThat(db.fetchSingle(UNBILLED_WORK).getReadySeconds()).isEqualTo(2 * HOUR);
        assertThat(db.fetchSingle(UNBILLED_WORK).getLastPortionNo()).isEqualTo(2);
        assertThat(db.selectFrom(WORK_PORTION).orderBy(WORK_PORTION.PORTION_NO).fetch())
                .extracting("state", "seconds", "creditedSeconds")
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("billed", 6 * HOUR, 4 * HOUR),
                        org.assertj.core.groups.Tuple.tuple("drafted", HOUR, 0));
        assertThat(entry(db).getStatus()).isEqualTo("drafted");
        assertThat(entry(db).getSeconds()).isEqualTo(7 * HOUR);
        assertThat(entry(db).getInvoicedSeconds()).isEqualTo(2 * HOUR);
    }

    @Test
    void reopened_time_is_billable_under_the_next_number() {
        log.append(ChangeStory.drafted(JOB, ENTRY, INVOICE, 1, 8 * HOUR, "1200"));
        log.append(ChangeStory.billed(JOB, ENTRY, INVOICE, 1, 8 * HOUR, "1200"));
        log.append(ChangeStory.reopened(JOB, ENTRY, INVOICE, 2 * HOUR, "300"));
        var billable = billable(folded(), ChangeStory.LATER);

        assertThat(billable).singleElement().satisfies(work -> {
            assertThat(work.portionNo()).isEqualTo(2);
            assertThat(work.seconds()).isEqualTo(2 * HOUR);
            assertThat(work.ready()).isEqualByComparingTo("300");
        });
    }

    @Test
    void case_3_corrected_time_does_not_reopen() {
        log.append(ChangeStory.drafted(JOB, ENTRY, INVOICE, 1, 8 * HOUR, "1200"));
        log.append(ChangeStory.billed(JOB, ENTRY, INVOICE, 1, 8 * HOUR, "1200"));
        log.append(ChangeStory.corrected(JOB, ENTRY, INVOICE, 2 * HOUR, "300", 6 * HOUR));
        var db = folded();

        assertWork(db, "900", "0", "0", "900", "0");
        assertThat(billable(db, ChangeStory.LATER)).isEmpty();
        assertThat(entry(db).getStatus()).isEqualTo("billed");
    }

    @Test
    void case_15_a_correction_to_nothing_leaves_nothing_to_bill_and_its_history() {
        log.append(ChangeStory.changed(JOB, ENTRY, 3 * HOUR, -5 * HOUR, "-750"));
        assertWork(folded(), "450", "450", "0", "0", "0");
        log.append(ChangeStory.changed(JOB, ENTRY, 0, -3 * HOUR, "-450"));
        var db = folded();

        assertWork(db, "0", "0", "0", "0", "0");
        assertThat(billable(db, ChangeStory.LATER)).isEmpty();
        assertThat(db.fetchCount(WIP_MOVEMENT)).isEqualTo(3);
        assertThat(db.select(DSL.sum(TIME_MOVEMENT.SECONDS))
                        .from(TIME_MOVEMENT)
                        .fetchSingle()
                        .value1())
                .isZero();
    }

    @Test
    void case_2_another_price_moves_only_the_difference() {
        log.append(ChangeStory.repriced(JOB, ENTRY, "165", 8 * HOUR, "1320", "120"));
        var db = folded();

        assertWork(db, "1320", "1320", "0", "0", "0");
        assertThat(entry(db).getRate()).isEqualByComparingTo("165");
        assertThat(entry(db).getAmount()).isEqualByComparingTo("1320");
    }

    @Test
    void a_withdrawn_approval_takes_the_price_back_until_the_next() {
        log.append(ChangeStory.withdrawn(JOB, ENTRY, 8 * HOUR, "1200"));
        var db = folded();

        assertWork(db, "0", "0", "0", "0", "0");
        assertThat(entry(db).getStatus()).isEqualTo("recorded");
        assertThat(entry(db).getAmount()).isNull();
        log.append(Story.priced(JOB, ENTRY, 8 * HOUR, "1200"));
        assertWork(folded(), "1200", "1200", "0", "0", "0");
    }

    @Test
    void deferred_time_is_not_billable_before_its_day() {
        log.append(ChangeStory.deferred(JOB, ENTRY, ChangeStory.LATER));
        var db = folded();

        assertThat(billable(db, ChangeStory.LATER.minusDays(1))).isEmpty();
        assertThat(billable(db, ChangeStory.LATER)).hasSize(1);
    }

    @Test
    void a_deferral_ends_with_the_approval_that_it_was_asked_for() {
        log.append(ChangeStory.deferred(JOB, ENTRY, ChangeStory.LATER));
        log.append(ChangeStory.withdrawn(JOB, ENTRY, 8 * HOUR, "1200"));
        log.append(Story.priced(JOB, ENTRY, 8 * HOUR, "1200"));

        assertThat(billable(folded(), ChangeStory.LATER.minusDays(1))).hasSize(1);
    }

    @Test
    void time_in_doubt_is_not_billable() {
        log.append(ChangeStory.drafted(JOB, ENTRY, INVOICE, 1, 6 * HOUR, "900"));
        log.append(ChangeStory.billed(JOB, ENTRY, INVOICE, 1, 6 * HOUR, "900"));
        log.append(ChangeStory.challenged(JOB, ENTRY, INVOICE, "900"));
        var db = folded();

        assertThat(billable(db, ChangeStory.LATER)).isEmpty();
        assertThat(entry(db).getInDoubt()).isTrue();
    }

    private DSLContext folded() {
        var db = TestDatabase.freshTables();
        new ProjectionEngine(log, log.codec(), db, Projections.all(), 500).catchUp(Long.MAX_VALUE);
        return db;
    }

    private static io.fairlead.projection.db.tables.records.TimeEntryRecord entry(DSLContext db) {
        return db.fetchSingle(TIME_ENTRY);
    }

    private static List<Billable> billable(DSLContext db, LocalDate cutOff) {
        var found = new ArrayList<Billable>();
        new BillableWork(db).ready("legal-entity:DE01", cutOff, null, found::add);
        return found;
    }

    /** The row says so, and so do the sums of the movements. */
    private static void assertWork(
            DSLContext db, String priced, String ready, String drafted, String billed, String writtenOff) {
        var row = db.fetchSingle(UNBILLED_WORK);
        assertThat(List.of(row.getPricedAmount(), row.getReadyAmount(), row.getDraftedAmount(), row.getBilledAmount()))
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(
                        new BigDecimal(priced), new BigDecimal(ready), new BigDecimal(drafted), new BigDecimal(billed));
        assertThat(row.getWrittenOffAmount()).isEqualByComparingTo(writtenOff);
        var sums = db.select(
                        DSL.sum(WIP_MOVEMENT.READY_AMOUNT),
                        DSL.sum(WIP_MOVEMENT.DRAFTED_AMOUNT),
                        DSL.sum(WIP_MOVEMENT.BILLED_AMOUNT),
                        DSL.sum(WIP_MOVEMENT.WRITTEN_OFF_AMOUNT),
                        DSL.sum(WIP_MOVEMENT.SECONDS))
                .from(WIP_MOVEMENT)
                .fetchSingle();
        assertThat(sums.value1()).isEqualByComparingTo(ready);
        assertThat(sums.value2()).isEqualByComparingTo(drafted);
        assertThat(sums.value3()).isEqualByComparingTo(billed);
        assertThat(sums.value4()).isEqualByComparingTo(writtenOff);
        assertThat(sums.value5().intValueExact()).isEqualTo(unbilledSeconds(row));
    }

    private static int unbilledSeconds(UnbilledWorkRecord row) {
        return row.getReadySeconds() + row.getDraftedSeconds();
    }
}
