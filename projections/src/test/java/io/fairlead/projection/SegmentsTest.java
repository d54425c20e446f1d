package io.fairlead.projection;

import static io.fairlead.projection.db.Tables.FOLLOWED_VIEW;
import static io.fairlead.projection.db.Tables.SEGMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.view.Book;
import io.fairlead.view.Projections;
import io.fairlead.view.Story;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

class SegmentsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final MemoryLog log = Book.of(40);
    private final DataSource database = TestDatabase.fresh();
    private final DSLContext db = ProjectionDatabase.open(database);

    private ProjectionEngine engine(DSLContext tables, int pageSize) {
        return new ProjectionEngine(log, log.codec(), tables, Projections::all, 2, pageSize);
    }

    private static List<Projection> allBut(String view) {
        return Projections.all().stream()
                .filter(fold -> !fold.name().equals(view))
                .toList();
    }

    /** Remembers each row that a fold tried to write, also those that were there already. */
    private void watchWrites() {
        db.execute("create table projection.written (event_id text, leg text)");
        db.execute("create function projection.watch() returns trigger language plpgsql as "
                + "$$ begin insert into projection.written values (new.event_id, new.leg); return new; end $$");
        for (var table : List.of("wip_movement", "time_movement", "cost_movement", "revenue_movement")) {
            db.execute("create trigger watch before insert on projection." + table
                    + " for each row execute function projection.watch()");
        }
    }

    private int doubled() {
        return db.fetch("select 1 from projection.written group by event_id, leg having count(*) > 1")
                .size();
    }

    private void assertLikeAFreshReplay() {
        var report = new ShadowReplay(log, log.codec(), database, Projections::all, 2).verify();
        assertThat(report.tables()).allMatch(TableDifference::identical);
        assertThat(report.position()).isEqualTo(log.head());
    }

    private void appendWork(int from, int to) {
        for (int i = from; i < to; i++) {
            var entry = "time-entry:%08d-1111-0000-0000-000000000000".formatted(i);
            var job = Book.JOBS.get(i % Book.JOBS.size());
            log.append(Story.recorded(job, entry, 3600));
            log.append(Story.submitted(entry));
            log.append(Story.approved(job, entry, 3600));
            log.append(Story.priced(job, entry, 3600, "120"));
        }
    }

    @Test
    void a_stream_keeps_its_segment_and_all_segments_are_used() {
        assertThat(SegmentSet.segmentOf("time-entry:00000000-0000-0000-0000-000000000001"))
                .isEqualTo(SegmentSet.segmentOf("time-entry:00000000-0000-0000-0000-000000000001"))
                .isBetween(0, 15);
        var perSegment = IntStream.range(0, 16_000)
                .mapToObj(i -> SegmentSet.segmentOf("time-entry:%08d-0000-0000-0000-000000000000".formatted(i)))
                .collect(Collectors.groupingBy(no -> no, Collectors.counting()));
        assertThat(perSegment).hasSize(16).allSatisfy((_, count) -> assertThat(count)
                .isBetween(500L, 2_000L));
    }

    @Test
    void two_engines_on_the_same_segments_fold_each_event_once() {
        watchWrites();
        try (var one = engine(db, 13);
                var other = engine(db, 7)) {
            one.start();
            other.start();
            for (int i = 0; i < 200; i += 20) {
                appendWork(i, i + 20);
                assertThat((i % 40 == 0 ? one : other).awaitPosition(log.head() - 30, PATIENCE))
                        .isTrue();
            }
            assertThat(one.awaitPosition(log.head(), PATIENCE)).isTrue();
            assertThat(other.awaitPosition(log.head(), PATIENCE)).isTrue();
        }
        assertThat(doubled()).isZero();
        assertLikeAFreshReplay();
    }

    @Test
    void segments_move_between_engines_and_nothing_is_lost_or_doubled() {
        watchWrites();
        var random = new Random(3);
        try (var one = engine(db, 11);
                var other = engine(db, 5)) {
            other.assign(Set.of());
            one.start();
            other.start();
            for (int i = 0; i < 240; i += 12) {
                appendWork(i, i + 12);
                var mine = new HashSet<Integer>();
                var others = new HashSet<Integer>();
                for (int no = 0; no < ProjectionEngine.SEGMENTS; no++) {
                    (random.nextBoolean() ? mine : others).add(no);
                }
                one.assign(mine);
                other.assign(others);
                if (i % 48 == 0) {
                    assertThat(one.awaitPosition(log.head() - 60, PATIENCE)).isTrue();
                }
            }
            assertThat(one.awaitPosition(log.head(), PATIENCE)).isTrue();
            assertThat(other.awaitPosition(log.head(), PATIENCE)).isTrue();
            assertThat(one.lags()).hasSize(16).allSatisfy((_, lag) -> assertThat(lag)
                    .isZero());
        }
        assertThat(doubled()).isZero();
        assertLikeAFreshReplay();
    }

    @Test
    void the_position_is_that_of_the_slowest_segment_whoever_folds_it() {
        var one = engine(db, 100);
        var other = engine(db, 100);
        one.assign(Set.of(0, 1, 2, 3));
        other.assign(IntStream.range(4, 16).boxed().collect(Collectors.toSet()));
        one.catchUp(Long.MAX_VALUE);
        assertThat(one.position()).isZero();
        assertThat(one.awaitPosition(1, Duration.ofMillis(40))).isFalse();
        other.catchUp(Long.MAX_VALUE);
        assertThat(one.awaitPosition(log.head(), PATIENCE)).isTrue();
        assertLikeAFreshReplay();
    }

    @Test
    void a_view_that_is_new_in_a_release_is_folded_up_to_the_others_before_it_joins() {
        new ProjectionEngine(log, log.codec(), db, allBut("unbilled-work"), 50).catchUp(100);
        engine(db, 50).catchUp(100);
        assertThat(db.fetchCount(FOLLOWED_VIEW)).isEqualTo(Projections.all().size());
        assertThat(db.fetchValue("select max(position) from projection.unbilled_work"))
                .satisfies(last -> assertThat((Long) last).isBetween(1L, 100L));
        engine(db, 50).catchUp(Long.MAX_VALUE);
        assertLikeAFreshReplay();
    }

    @Test
    void an_older_release_that_does_not_know_a_view_folds_nothing_more() {
        var older = new ProjectionEngine(log, log.codec(), db, allBut("unbilled-work"), 50);
        older.catchUp(60);
        engine(db, 50).catchUp(80);
        assertThatThrownBy(() -> older.catchUp(Long.MAX_VALUE))
                .hasMessageContaining("[unbilled-work]")
                .hasMessageContaining("stop it");
        engine(db, 50).catchUp(Long.MAX_VALUE);
        assertLikeAFreshReplay();
    }

    @Test
    void one_small_page_is_one_transaction_for_all_segments() {
        engine(db, 100).catchUp(Long.MAX_VALUE);
        log.append(Story.customer("late"));
        engine(db, 100).catchUp(Long.MAX_VALUE);
        assertThat(db.select(org.jooq.impl.DSL.countDistinct(SEGMENT.UPDATED_AT))
                        .from(SEGMENT)
                        .fetchSingle()
                        .value1())
                .isOne();
    }

    @Test
    void a_segment_that_does_not_exist_is_refused() {
        assertThatThrownBy(() -> engine(db, 100).assign(Set.of(16))).hasMessage("segment: must be 0..15, was 16");
    }
}
