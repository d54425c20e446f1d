package io.fairlead.projection;

import static io.fairlead.projection.db.Tables.PARKED_EVENT;
import static io.fairlead.projection.db.Tables.SEGMENT;
import static io.fairlead.projection.db.Tables.TIME_ENTRY;
import static io.fairlead.projection.db.Tables.WIP_MOVEMENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.testing.OtherBuild;
import io.fairlead.time.event.TimeRejected;
import io.fairlead.view.Projections;
import io.fairlead.view.Story;
import io.fairlead.view.Story.Job;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

class ProjectionEngineTest {

    private static final Job JOB = Job.of("DE01", "acme", "k1", "p1", "EUR");
    private static final String ONE = "time-entry:00000000-0000-0000-0000-000000000001";
    private static final String TWO = "time-entry:00000000-0000-0000-0000-000000000002";

    private final MemoryLog log = new MemoryLog();
    private final DSLContext db = TestDatabase.freshTables();

    private ProjectionEngine engine() {
        return new ProjectionEngine(log, log.codec(), db, Projections.all(), 3);
    }

    private void work(String entry) {
        log.append(Story.recorded(JOB, entry, 3600));
        log.append(Story.submitted(entry));
        log.append(Story.approved(JOB, entry, 3600));
        log.append(Story.priced(JOB, entry, 3600, "120"));
        log.append(Story.drafted(JOB, entry, "invoice:1", 3600, "120"));
        log.append(Story.billed(JOB, entry, "invoice:1", 1, 3600, "120"));
    }

    private Map<String, String> content() {
        return content(db);
    }

    private static Map<String, String> content(DSLContext db) {
        var tables = Projections.all().stream().flatMap(fold -> fold.tables().stream());
        return tables.collect(java.util.stream.Collectors.toMap(
                table -> table.table().getName(), table -> db.selectFrom(table.table())
                        .orderBy(table.table().getPrimaryKey().getFields())
                        .fetch()
                        .formatCSV()));
    }

    @Test
    void pages_smaller_than_a_stream_fold_to_the_same_rows_as_one_page() {
        work(ONE);
        work(TWO);
        engine().catchUp(Long.MAX_VALUE);
        var inPages = content();
        var other = TestDatabase.freshTables();
        new ProjectionEngine(log, log.codec(), other, Projections.all(), 5_000).catchUp(Long.MAX_VALUE);
        assertThat(inPages.get("time_entry"))
                .isEqualTo(other.selectFrom(TIME_ENTRY)
                        .orderBy(TIME_ENTRY.TIME_ENTRY_ID)
                        .fetch()
                        .formatCSV());
        assertThat(db.fetchCount(WIP_MOVEMENT)).isEqualTo(6);
    }

    @Test
    void rows_of_one_page_that_change_in_many_ways_hold_what_their_events_said_and_nothing_else() {
        var entries = IntStream.range(0, 60)
                .mapToObj("time-entry:00000000-0000-0000-0000-%012d"::formatted)
                .toList();
        entries.forEach(entry -> {
            log.append(Story.recorded(JOB, entry, 3600));
            log.append(Story.submitted(entry));
        });
        var engine = new ProjectionEngine(log, log.codec(), db, Projections.all(), 5_000);
        engine.catchUp(Long.MAX_VALUE);
        // Most change alike, a few each in a way of its own, and some not at all.
        entries.subList(0, 40).forEach(entry -> log.append(Story.approved(JOB, entry, 3600)));
        entries.subList(20, 24).forEach(entry -> log.append(Story.priced(JOB, entry, 3600, "120")));
        log.append(Story.drafted(JOB, entries.get(20), "invoice:1", 3600, "120"));
        log.append(Story.priced(JOB, entries.get(50), 3600, "120"));
        engine.catchUp(Long.MAX_VALUE);
        var other = TestDatabase.freshTables();
        new ProjectionEngine(log, log.codec(), other, Projections.all(), 5_000).catchUp(Long.MAX_VALUE);
        assertThat(content()).isEqualTo(content(other));
        assertThat(db.select(TIME_ENTRY.STATUS, DSL.count())
                        .from(TIME_ENTRY)
                        .groupBy(TIME_ENTRY.STATUS)
                        .fetchMap(TIME_ENTRY.STATUS, row -> row.value2()))
                .isEqualTo(Map.of("approved", 36, "submitted", 19, "priced", 4, "drafted", 1));
    }

    @Test
    void the_same_events_again_change_nothing() {
        work(ONE);
        engine().catchUp(Long.MAX_VALUE);
        var once = content();
        db.update(SEGMENT).set(SEGMENT.POSITION, 0L).execute();
        engine().catchUp(Long.MAX_VALUE);
        assertThat(content()).isEqualTo(once);
    }

    @Test
    void a_part_of_the_events_again_changes_nothing() {
        work(ONE);
        engine().catchUp(Long.MAX_VALUE);
        var once = content();
        db.update(SEGMENT).set(SEGMENT.POSITION, 2L).execute();
        engine().catchUp(4);
        assertThat(content()).isEqualTo(once);
    }

    @Test
    void a_crash_before_the_commit_leaves_neither_rows_nor_token_and_the_next_run_folds_the_page() {
        work(ONE);
        db.execute("create function projection.crash() returns trigger language plpgsql as "
                + "$$ begin raise exception 'halt' using errcode = '57P01'; end $$");
        db.execute("create trigger crash before update on projection.segment execute function projection.crash()");
        var engine = engine();
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> engine.catchUp(Long.MAX_VALUE))
                .hasMessageContaining("halt");
        assertThat(db.fetchCount(TIME_ENTRY)).isZero();
        assertThat(db.fetchCount(PARKED_EVENT)).isZero();
        db.execute("drop trigger crash on projection.segment");
        engine.catchUp(Long.MAX_VALUE);
        assertThat(engine.position()).isEqualTo(log.head());
        assertThat(db.fetchCount(TIME_ENTRY)).isEqualTo(1);
    }

    @Test
    void an_event_of_a_later_build_that_this_one_would_misread_is_parked_with_its_schema_and_field() {
        var later = OtherBuild.of(TimeRejected.getClassSchema(), event -> OtherBuild.field(event, "version")
                .put("type", "string"));
        log.append(Story.recorded(JOB, ONE, 3600));
        log.append(later, ONE);
        engine().catchUp(Long.MAX_VALUE);
        assertThat(db.select(PARKED_EVENT.REASON)
                        .from(PARKED_EVENT)
                        .where(PARKED_EVENT.PROJECTION.eq("time-entry"))
                        .fetchSingle(PARKED_EVENT.REASON))
                .contains("io.fairlead.time.event.TimeRejected: schema " + Long.toHexString(later.fingerprint()))
                .contains(", field version at /fields/1");
    }

    @Test
    void an_event_that_cannot_be_read_is_parked_with_all_later_ones_of_its_stream_and_the_others_go_on() {
        log.append(Story.recorded(JOB, ONE, 3600));
        log.append(Story.submitted(ONE), new byte[] {1, 2, 3});
        log.append(Story.approved(JOB, ONE, 3600));
        work(TWO);
        log.append(Story.priced(JOB, ONE, 3600, "120"));
        var engine = engine();
        engine.catchUp(Long.MAX_VALUE);
        assertThat(engine.position()).isEqualTo(log.head());
        assertThat(db.select(PARKED_EVENT.POSITION)
                        .from(PARKED_EVENT)
                        .where(PARKED_EVENT.PROJECTION.eq("time-entry"))
                        .orderBy(PARKED_EVENT.POSITION)
                        .fetch(PARKED_EVENT.POSITION))
                .containsExactly(2L, 3L, 10L);
        assertThat(db.select(TIME_ENTRY.STATUS)
                        .from(TIME_ENTRY)
                        .orderBy(TIME_ENTRY.TIME_ENTRY_ID)
                        .fetch(TIME_ENTRY.STATUS))
                .containsExactly("recorded", "billed");
        assertThat(engine.health().parkedEvents()).isEqualTo(3);

        assertThat(engine.retryParked("time-entry")).isZero();
        log.repair(2, Story.submitted(ONE));
        assertThat(engine.retryParked("time-entry")).isEqualTo(3);
        assertThat(db.fetchCount(PARKED_EVENT)).isZero();
        assertThat(db.select(TIME_ENTRY.STATUS)
                        .from(TIME_ENTRY)
                        .where(TIME_ENTRY.TIME_ENTRY_ID.eq(ONE))
                        .fetchSingle(TIME_ENTRY.STATUS))
                .isEqualTo("priced");
    }

    @Test
    void a_row_that_the_database_refuses_parks_its_event_alone() {
        db.execute("alter table projection.wip_movement add constraint small check (ready_amount < 1000)");
        work(ONE);
        log.append(Story.priced(JOB, TWO, 3600, "1000"));
        work(TWO + "b");
        var engine = engine();
        engine.catchUp(Long.MAX_VALUE);
        assertThat(db.select(PARKED_EVENT.PROJECTION)
                        .from(PARKED_EVENT)
                        .where(PARKED_EVENT.POSITION.eq(7L))
                        .fetch(PARKED_EVENT.PROJECTION))
                .containsExactlyInAnyOrder("unbilled-work", "time-entry");
        assertThat(db.fetchCount(WIP_MOVEMENT)).isEqualTo(6);
    }

    @Test
    void two_engines_on_one_database_fold_each_event_once() {
        work(ONE);
        var first = engine();
        var second = engine();
        first.catchUp(2);
        second.catchUp(5);
        first.catchUp(Long.MAX_VALUE);
        second.catchUp(Long.MAX_VALUE);
        assertThat(first.position()).isEqualTo(second.position()).isEqualTo(log.head());
        assertThat(db.fetchCount(WIP_MOVEMENT)).isEqualTo(3);
    }

    @Test
    void a_started_engine_follows_the_log_and_tells_its_position() {
        try (var engine = engine()) {
            engine.start();
            work(ONE);
            assertThat(engine.awaitPosition(log.head(), Duration.ofSeconds(20))).isTrue();
            assertThat(engine.health().lag()).isZero();
            assertThat(engine.health().state()).isEqualTo(ProjectionHealth.State.RUNNING);
            assertThat(engine.awaitPosition(log.head() + 1, Duration.ofMillis(1)))
                    .isFalse();
        }
        assertThat(db.select(DSL.min(SEGMENT.POSITION))
                        .from(SEGMENT)
                        .fetchSingle()
                        .value1())
                .isEqualTo(6L);
    }

    @Test
    void every_projection_has_a_name_and_tables_of_its_own() {
        var names = Projections.all().stream().map(Projection::name).toList();
        assertThat(names).doesNotHaveDuplicates();
        List<String> tables = Projections.all().stream()
                .flatMap(fold -> fold.tables().stream())
                .map(table -> table.table().getName())
                .toList();
        assertThat(tables).doesNotHaveDuplicates();
    }
}
