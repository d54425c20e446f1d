package io.fairlead.projection;

import static io.fairlead.projection.db.Tables.PARKED_EVENT;
import static io.fairlead.projection.db.Tables.TIME_ENTRY;
import static io.fairlead.projection.db.Tables.VIEW_GENERATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.log.EventLog;
import io.fairlead.log.ForwardingEventLog;
import io.fairlead.log.StoredEvent;
import io.fairlead.projection.RebuildRequest.Kind;
import io.fairlead.projection.RebuildRequest.State;
import io.fairlead.view.Book;
import io.fairlead.view.Projections;
import io.fairlead.view.Story;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

class ViewRebuildsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String WHO = "local|operator";

    private final MemoryLog log = Book.of(60);
    private final DataSource database = TestDatabase.fresh();
    private final DSLContext db = ProjectionDatabase.open(database);
    private final AtomicInteger ids = new AtomicInteger();
    private final ViewRebuilds rebuilds = rebuilds(log);

    private ViewRebuilds rebuilds(EventLog source) {
        return new ViewRebuilds(source, log.codec(), database, Projections::all, 2);
    }

    private ProjectionEngine engine() {
        return new ProjectionEngine(log, log.codec(), db, Projections::all, 2, 50);
    }

    private String nextId() {
        return "rebuild-" + ids.incrementAndGet();
    }

    private ShadowReport rebuild(String view, Kind kind, boolean compare) {
        var request = rebuilds.begin(nextId(), view, kind, compare, WHO);
        var report = rebuilds.run(request).orElseThrow();
        rebuilds.finish(request, State.DONE, "{}");
        return report;
    }

    private List<TableDifference> differences() {
        return new ShadowReplay(log, log.codec(), database, Projections::all, 2)
                .verify().tables().stream().filter(table -> !table.identical()).toList();
    }

    private List<String> generations() {
        return db.selectFrom(VIEW_GENERATION)
                .orderBy(VIEW_GENERATION.VIEW, VIEW_GENERATION.GENERATION)
                .fetch(row -> row.getView() + " " + row.getGeneration() + " " + row.getState());
    }

    private void spoil() {
        db.execute("update projection.unbilled_work set ready_amount = 0");
        db.execute("update projection.time_entry set seconds = 1");
    }

    @Test
    void a_rebuild_replaces_what_was_wrong_and_the_engine_goes_on_from_there() {
        engine().catchUp(Long.MAX_VALUE);
        spoil();
        var report = rebuild("all", Kind.BUILD, true);
        assertThat(report.swapped()).isTrue();
        assertThat(report.identical()).isFalse();
        assertThat(differences()).isEmpty();
        log.append(Story.customer("late"));
        assertThat(engine().catchUp(Long.MAX_VALUE)).isEqualTo(log.head());
        assertThat(differences()).isEmpty();
        assertThat(generations()).containsExactly("all 1 former", "all 2 serving");
    }

    @Test
    void a_rebuild_of_one_view_leaves_the_others_as_they_are() {
        engine().catchUp(Long.MAX_VALUE);
        spoil();
        assertThat(rebuild("unbilled-work", Kind.BUILD, false).tables()).isEmpty();
        assertThat(differences()).extracting(TableDifference::table).containsExactly("time_entry");
    }

    @Test
    void what_a_replay_cannot_fold_is_told_by_cause_with_its_count() {
        engine().catchUp(Long.MAX_VALUE);
        assertThat(rebuild("party", Kind.DRY_RUN, false).parked()).isEqualTo(ReplayPark.EMPTY);
        var broken = log.append(Story.customer("broken"), new byte[] {2, 3, 5});
        log.append(Story.customer("broken"));
        log.append(Story.customer("broken"));
        engine().catchUp(Long.MAX_VALUE);
        var report = rebuild("party", Kind.DRY_RUN, false);
        assertThat(report.tables()).allMatch(TableDifference::identical);
        assertThat(report.identical()).isFalse();
        assertThat(report.parked().events()).isEqualTo(3);
        assertThat(report.parked().causes()).hasSize(2).allSatisfy(cause -> {
            assertThat(cause.view()).isEqualTo("party");
            assertThat(cause.type()).isEqualTo(broken.type());
            assertThat(cause.aggregateId()).isEqualTo(broken.aggregateId());
        });
        var causes = report.parked().causes();
        assertThat(causes.getFirst().reason()).startsWith("UnreadableEvent: ");
        assertThat(causes.getFirst().events()).isOne();
        assertThat(causes.getFirst().position()).isEqualTo(broken.position());
        assertThat(causes.getLast().reason()).contains("waits for an earlier event");
        assertThat(causes.getLast().events()).isEqualTo(2);
        assertThat(new ShadowReplay(log, log.codec(), database, Projections::all, 2)
                        .verify()
                        .parked()
                        .events())
                .isGreaterThanOrEqualTo(3);
    }

    @Test
    void a_dry_run_tells_the_differences_and_changes_nothing() {
        engine().catchUp(Long.MAX_VALUE);
        spoil();
        assertThat(rebuild("time-entry", Kind.DRY_RUN, false).identical()).isFalse();
        assertThat(db.fetchValue("select max(seconds) from projection.time_entry"))
                .isEqualTo(1);
        assertThat(db.fetch("select 1 from pg_namespace where nspname like '%\\_g_'"))
                .isEmpty();
        assertThat(generations()).containsExactly("time-entry 1 serving", "time-entry 2 dropped");
    }

    @Test
    void readers_are_served_throughout_a_rebuild_under_load() throws Exception {
        try (var engine = engine()) {
            engine.start();
            assertThat(engine.awaitPosition(log.head(), PATIENCE)).isTrue();
            var readers = new ArrayList<Readers>();
            for (var query : Readers.QUERIES) {
                readers.add(new Readers(db, query));
            }
            var entries = new AtomicInteger();
            var writer = Thread.ofVirtual().start(() -> {
                while (!Thread.currentThread().isInterrupted()) {
                    var entry = "time-entry:%08d-2222-0000-0000-000000000000".formatted(entries.incrementAndGet());
                    log.append(Story.recorded(Book.JOBS.getFirst(), entry, 3600));
                    log.append(Story.submitted(entry));
                    log.append(Story.approved(Book.JOBS.getFirst(), entry, 3600));
                    log.append(Story.priced(Book.JOBS.getFirst(), entry, 3600, "120"));
                    var _ = engine.awaitPosition(log.head() - 40, PATIENCE); // No more than the machine can fold.
                }
            });
            assertThat(rebuild("all", Kind.BUILD, false).swapped()).isTrue();
            assertThat(rebuild("all", Kind.BUILD, false).swapped()).isTrue();
            assertThat(rebuild("all", Kind.ROLLBACK, false).swapped()).isTrue();
            writer.interrupt();
            writer.join();
            readers.forEach(Readers::close);
            assertThat(readers).allSatisfy(reader -> {
                assertThat(reader.failures()).isEmpty();
                assertThat(reader.reads()).isPositive();
            });
            assertThat(entries.get()).isGreaterThan(20);
            assertThat(engine.awaitPosition(log.head(), PATIENCE)).isTrue();
        }
        assertThat(differences()).isEmpty();
        assertThat(generations()).containsExactly("all 1 dropped", "all 2 serving", "all 3 former");
    }

    @Test
    void a_rebuild_that_was_killed_goes_on_where_it_stood() {
        engine().catchUp(Long.MAX_VALUE);
        var asked = new ArrayList<Long>();
        var request = rebuilds.begin(nextId(), "all", Kind.BUILD, false, WHO);
        assertThatThrownBy(() -> rebuilds(new Watched(asked, 120)).run(request)).hasMessageContaining("killed");
        assertThat(asked.getFirst()).isZero();
        asked.clear();
        var next = rebuilds(new Watched(asked, Long.MAX_VALUE));
        assertThat(next.running()).contains(request);
        assertThat(next.run(request).orElseThrow().swapped()).isTrue();
        next.finish(request, State.DONE, "{}");
        assertThat(asked.getFirst()).isEqualTo(100);
        assertThat(next.running()).isEmpty();
        assertThat(differences()).isEmpty();
    }

    @Test
    void a_rollback_returns_to_the_former_rows_and_catches_them_up() {
        engine().catchUp(Long.MAX_VALUE);
        db.execute("update projection.time_entry set note = 'kept'");
        var _ = rebuild("time-entry", Kind.BUILD, false);
        log.append(Story.recorded(Book.JOBS.getFirst(), "time-entry:00000000-3333-0000-0000-000000000000", 60));
        engine().catchUp(Long.MAX_VALUE);
        assertThat(db.fetchCount(TIME_ENTRY, TIME_ENTRY.NOTE.eq("kept"))).isZero();
        assertThat(rebuild("time-entry", Kind.ROLLBACK, false).swapped()).isTrue();
        assertThat(db.fetchCount(TIME_ENTRY, TIME_ENTRY.NOTE.eq("kept"))).isEqualTo(60);
        assertThat(db.fetchCount(TIME_ENTRY)).isEqualTo(61);
        assertThat(generations()).containsExactly("time-entry 1 serving", "time-entry 2 former");
        assertThat(rebuild("time-entry", Kind.ROLLBACK, false).swapped()).isTrue();
        assertThat(differences()).isEmpty();
    }

    @Test
    void without_a_former_generation_there_is_no_rollback() {
        assertThatThrownBy(() -> rebuilds.begin(nextId(), "cash", Kind.ROLLBACK, false, WHO))
                .hasMessageContaining("view cash has no former generation");
    }

    @Test
    void one_rebuild_runs_at_a_time() {
        var first = rebuilds.begin("one", "cash", Kind.BUILD, false, WHO);
        assertThat(rebuilds.begin("one", "cash", Kind.BUILD, false, WHO)).isEqualTo(first);
        assertThatThrownBy(() -> rebuilds.begin(nextId(), "time-entry", Kind.BUILD, false, WHO))
                .hasMessageContaining("is running already");
        assertThat(rebuilds.running().orElseThrow().requestedBy()).isEqualTo(WHO);
    }

    @Test
    void grants_and_comments_of_what_people_query_outlive_the_switch() {
        engine().catchUp(Long.MAX_VALUE);
        db.execute("do $$ begin create role analyst; exception when duplicate_object then null; end $$");
        db.execute("grant select on bi.unbilled_source to analyst");
        var _ = rebuild("all", Kind.BUILD, false);
        assertThat(db.fetchValue("select has_table_privilege('analyst', 'bi.unbilled_source', 'select')"))
                .isEqualTo(true);
        assertThat(db.fetchValue("select obj_description('bi.unbilled_source'::regclass)"))
                .isEqualTo("Unbilled time entries and billing items, one by one");
        assertThat(db.fetch("select indexname from pg_indexes where schemaname = 'projection' order by 1"))
                .isEqualTo(ProjectionDatabase.open(TestDatabase.fresh())
                        .fetch("select indexname from pg_indexes where schemaname = 'projection' order by 1"));
    }

    @Test
    void a_poison_event_parks_its_stream_in_the_generation_too_and_the_others_go_on() {
        var poison = "time-entry:00000000-4444-0000-0000-000000000000";
        log.append(Story.recorded(Book.JOBS.getFirst(), poison, 60));
        log.append(Story.submitted(poison), new byte[] {1, 2, 3});
        for (int i = 0; i < 999; i++) {
            var entry = "time-entry:%08d-5555-0000-0000-000000000000".formatted(i);
            log.append(Story.recorded(Book.JOBS.getFirst(), entry, 60));
            log.append(Story.submitted(entry));
        }
        var engine = engine();
        engine.catchUp(Long.MAX_VALUE);
        var _ = rebuild("time-entry", Kind.BUILD, false);
        assertThat(db.fetchCount(PARKED_EVENT)).isOne();
        assertThat(db.fetchCount(TIME_ENTRY, TIME_ENTRY.STATUS.eq("submitted"))).isGreaterThanOrEqualTo(999);
        log.repair(log.head() - 2 * 999, Story.submitted(poison));
        assertThat(engine.retryParked("time-entry")).isOne();
        assertThat(differences()).isEmpty();
    }

    /** A log that remembers where it was read from, and dies. */
    private final class Watched extends ForwardingEventLog {

        private final List<Long> asked;
        private final long deadly;

        Watched(List<Long> asked, long deadly) {
            super(ViewRebuildsTest.this.log);
            this.asked = asked;
            this.deadly = deadly;
        }

        @Override
        public List<StoredEvent> after(long position, int limit) {
            asked.add(position);
            if (position + 100 > deadly) {
                throw new IllegalStateException("killed");
            }
            return log.after(position, Math.min(limit, 100));
        }
    }
}
