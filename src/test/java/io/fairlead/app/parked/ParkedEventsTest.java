package io.fairlead.app.parked;

import static io.fairlead.app.process.RunnerUnderTest.GROUP;
import static io.fairlead.app.process.RunnerUnderTest.stream;
import static io.fairlead.app.process.RunnerUnderTest.tenure;
import static io.fairlead.app.process.RunnerUnderTest.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.app.process.ProcessRunner;
import io.fairlead.app.process.RunnerUnderTest;
import io.fairlead.app.web.Refused;
import io.fairlead.projection.ProjectionDatabase;
import io.fairlead.projection.ProjectionEngine;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

@SuppressWarnings("NullAway.Init")
class ParkedEventsTest {

    private static final String SEVEN = stream(7);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final AtomicReference<String> poison = new AtomicReference<>("");
    private RunnerUnderTest subject;
    private ProjectionEngine engine;
    private ProcessRunner runner;
    private ParkedEvents events;

    @BeforeEach
    void open() {
        subject = new RunnerUnderTest();
        ProjectionDatabase.migrate(subject.tables.pool);
        var db = ProjectionDatabase.open(subject.tables.pool);
        engine = new ProjectionEngine(
                subject.log.store.log(), subject.codec, db, () -> List.of(new StumblingFold(poison)), 2, 500);
        runner = subject.runner();
        events = new ParkedEvents(
                new ParkTables(subject.jdbc),
                subject.orders,
                engine::retryParked,
                List.of(StumblingFold.NAME),
                List.of(GROUP));
        engine.start();
        runner.start(tenure(1));
    }

    @AfterEach
    void close() {
        runner.stop();
        engine.close();
        subject.close();
    }

    @Test
    void a_poison_event_in_one_of_1000_streams_of_a_view_parks_that_stream_alone_and_is_in_order_after_the_fix()
            throws Exception {
        var streams =
                IntStream.range(0, 1_000).mapToObj(RunnerUnderTest::stream).toList();
        poison.set(SEVEN);
        subject.appendToAll(streams, 1);
        assertThat(engine.awaitPosition(head(), Duration.ofSeconds(5))).isTrue();
        assertThat(rows()).isEqualTo(999);
        subject.appendToAll(streams, 2);
        assertThat(engine.awaitPosition(head(), Duration.ofSeconds(5))).isTrue();
        assertThat(rows()).isEqualTo(2 * 999);
        assertThat(events.parked(10)).extracting(ParkTables.Parked::stream).containsExactly(SEVEN, SEVEN);

        poison.set("");
        var appending = Thread.ofVirtual()
                .start(() -> IntStream.rangeClosed(3, 30).forEach(version -> subject.append(SEVEN, version)));
        var result = events.retry(StumblingFold.NAME, SEVEN, "local|ann");
        appending.join();
        assertThat(result.leftParked()).isZero();
        assertThat(engine.awaitPosition(head(), PATIENCE)).isTrue();
        assertThat(events.parked(10)).isEmpty();
        assertThat(subject.jdbc
                        .sql("select seconds from projection.time_movement where time_entry_id = ? order by position")
                        .param(SEVEN)
                        .query(Integer.class)
                        .list())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 30).boxed().toList());
    }

    @Test
    void discarding_in_a_view_needs_a_reason_and_passes_over_the_first_event_alone() {
        poison.set(SEVEN);
        IntStream.rangeClosed(1, 3).forEach(version -> subject.append(SEVEN, version));
        assertThat(engine.awaitPosition(head(), PATIENCE)).isTrue();
        assertThatThrownBy(() -> events.discard(StumblingFold.NAME, SEVEN, " ", "local|ann"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("needs a reason");
        assertThat(events.planDiscard(StumblingFold.NAME, SEVEN).replayed()).isEqualTo(2);
        assertThat(events.parked(10)).hasSize(3);
        poison.set("");
        var result = events.discard(StumblingFold.NAME, SEVEN, "told twice", "local|ann");
        assertThat(result.replayed()).isEqualTo(2);
        assertThat(result.leftParked()).isZero();
        assertThat(rows()).isEqualTo(2);
        var discarded = events.discarded(10);
        assertThat(discarded).hasSize(1);
        assertThat(discarded.getFirst().discardedBecause()).isEqualTo("told twice");
        assertThat(discarded.getFirst().discardedBy()).isEqualTo("local|ann");
        assertThat(discarded.getFirst().parkedBecause()).contains("cannot fold");
    }

    @Test
    void a_process_retries_through_the_node_that_owns_it_and_tells_how_it_ended() {
        subject.process.poison = SEVEN;
        subject.append(SEVEN, 1);
        subject.append(SEVEN, 2);
        assertThat(until(() -> events.parked(10).size() == 2)).isTrue();
        assertThat(events.retry(GROUP, null, "local|ann").leftParked()).isEqualTo(2);
        subject.process.poison = "";
        var result = events.retry(GROUP, SEVEN, "local|ann");
        assertThat(result.done()).isTrue();
        assertThat(result.replayed()).isEqualTo(2);
        assertThat(subject.process.seen.get(SEVEN)).containsExactly(1, 2);
    }

    @Test
    void what_is_unknown_or_not_parked_is_refused_with_a_remedy() {
        assertThatThrownBy(() -> events.retry("unbiled", null, "local|ann"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("no view or process");
        assertThatThrownBy(() -> events.retry(GROUP, SEVEN, "local|ann"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("parked nothing of that stream");
        assertThatThrownBy(() -> events.planDiscard(GROUP, SEVEN)).isInstanceOf(Refused.class);
    }

    @Test
    void health_is_down_while_the_views_wait_and_tells_what_is_parked() {
        poison.set(SEVEN);
        subject.append(SEVEN, 1);
        assertThat(engine.awaitPosition(head(), PATIENCE)).isTrue();
        var full = new AtomicBoolean(true);
        var watch = new ParkWatch(new ParkTables(subject.jdbc), List.of(runner), full::get, new SimpleMeterRegistry());
        assertThat(watch.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(watch.health().getDetails()).containsEntry(StumblingFold.NAME, 1L);
        full.set(false);
        assertThat(watch.health().getStatus()).isEqualTo(Status.UP);
    }

    private long head() {
        return subject.log.store.log().head();
    }

    private long rows() {
        return subject.jdbc
                .sql("select count(*) from projection.time_movement")
                .query(Long.class)
                .single();
    }
}
