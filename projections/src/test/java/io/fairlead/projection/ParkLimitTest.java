package io.fairlead.projection;

import static io.fairlead.projection.db.Tables.PARKED_EVENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.view.Projections;
import io.fairlead.view.Story;
import io.fairlead.view.Story.Job;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

class ParkLimitTest {

    private static final Job JOB = Job.of("DE01", "acme", "k1", "p1", "EUR");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final MemoryLog log = new MemoryLog();
    private final DSLContext db = TestDatabase.freshTables();
    private final List<Long> poison = new ArrayList<>();

    private ProjectionEngine engine() {
        return new ProjectionEngine(log, log.codec(), db, Projections.all(), 1);
    }

    private static String entry(int no) {
        return "time-entry:%08d-0000-0000-0000-000000000000".formatted(no);
    }

    private void poisonedStream(int no) {
        log.append(Story.recorded(JOB, entry(no), 3600));
        poison.add(log.append(Story.submitted(entry(no)), new byte[] {1, 2, 3}).position());
    }

    private void retryAll(ProjectionEngine engine) {
        db.selectDistinct(PARKED_EVENT.PROJECTION)
                .from(PARKED_EVENT)
                .fetch(PARKED_EVENT.PROJECTION)
                .forEach(view -> {
                    var _ = engine.retryParked(view);
                });
    }

    @Test
    void at_the_limit_nothing_more_is_folded_until_somebody_cleared_the_cause() throws Exception {
        db.data(Park.STREAMS_MAX, 2);
        for (int no = 1; no <= 3; no++) {
            poisonedStream(no);
        }
        log.append(Story.customer("behind"));
        try (var engine = engine()) {
            engine.start();
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (!engine.parkIsFull() && System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            var health = engine.health();
            assertThat(health.state()).isEqualTo(ProjectionHealth.State.PAUSED);
            assertThat(health.failure())
                    .contains("may not park more than 2 streams")
                    .contains("fairlead parked retry ");
            assertThat(health.position()).isEqualTo(poison.get(2) - 1);
            assertThat(db.select(PARKED_EVENT.AGGREGATE_ID).from(PARKED_EVENT).fetchSet(PARKED_EVENT.AGGREGATE_ID))
                    .containsExactlyInAnyOrder(entry(1), entry(2));

            log.repair(poison.getFirst(), Story.submitted(entry(1)));
            retryAll(engine);
            assertThat(engine.awaitPosition(log.head(), PATIENCE)).isTrue();
            assertThat(db.select(PARKED_EVENT.AGGREGATE_ID).from(PARKED_EVENT).fetchSet(PARKED_EVENT.AGGREGATE_ID))
                    .containsExactlyInAnyOrder(entry(2), entry(3));
            assertThat(engine.parkIsFull()).isFalse();
        }
    }

    @Test
    void as_many_streams_as_the_limit_are_parked_and_their_later_events_wait_behind_them() {
        db.data(Park.STREAMS_MAX, 2);
        poisonedStream(1);
        poisonedStream(2);
        log.append(Story.approved(JOB, entry(1), 3600));
        log.append(Story.approved(JOB, entry(2), 3600));
        assertThat(engine().catchUp(Long.MAX_VALUE)).isEqualTo(log.head());
        poisonedStream(3);
        assertThatThrownBy(() -> engine().catchUp(Long.MAX_VALUE)).isInstanceOf(ViewParkFull.class);
    }
}
