package io.fairlead.app.process;

import static io.fairlead.app.process.RunnerUnderTest.GROUP;
import static io.fairlead.app.process.RunnerUnderTest.stream;
import static io.fairlead.app.process.RunnerUnderTest.tenure;
import static io.fairlead.app.process.RunnerUnderTest.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.store.axon.AxonSetup;
import io.fairlead.store.axon.TestEntry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init")
class ProcessRunnerTest {

    private static final String SEVEN = stream(7);

    private RunnerUnderTest subject;
    private ProcessRunner runner;

    @BeforeEach
    void open() {
        subject = new RunnerUnderTest();
        runner = subject.runner();
    }

    @AfterEach
    void close() {
        runner.stop();
        subject.close();
    }

    @Test
    void a_poison_event_in_one_of_1000_streams_parks_that_stream_alone_and_is_in_order_after_the_fix()
            throws Exception {
        var streams =
                IntStream.range(0, 1_000).mapToObj(RunnerUnderTest::stream).toList();
        var others = streams.stream().filter(stream -> !stream.equals(SEVEN)).toList();
        subject.process.poison = SEVEN;
        runner.start(tenure(1));
        subject.appendToAll(streams, 1);
        long stored = System.nanoTime();
        assertThat(until(() -> subject.process.nanos.size() == others.size())).isTrue();
        assertThat(subject.process.nanos.values())
                .allMatch(at -> at - stored < Duration.ofSeconds(5).toNanos());
        subject.appendToAll(streams, 2);
        assertThat(subject.reachesHead()).isTrue();
        assertThat(subject.process.seen).doesNotContainKey(SEVEN).hasSize(others.size());
        assertThat(subject.process.seen.values()).allMatch(List.of(1, 2)::equals);
        assertThat(subject.parked()).isEqualTo(2);

        subject.process.poison = "";
        long order = subject.orders.ask(GROUP, SEVEN, null, "local|ann", null);
        for (int version = 3; version <= 40; version++) {
            subject.append(SEVEN, version); // while the retry goes on
        }
        assertThat(until(() -> subject.orders.outcome(order).isPresent())).isTrue();
        assertThat(subject.reachesHead()).isTrue();
        assertThat(subject.orders.outcome(order).orElseThrow().leftParked()).isZero();
        assertThat(subject.process.seen.get(SEVEN))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 40).boxed().toList());
        assertThat(subject.parked()).isZero();
    }

    @Test
    void what_is_parked_stays_parked_over_a_change_of_owner_and_later_events_wait() {
        subject.process.poison = SEVEN;
        subject.append(SEVEN, 1);
        runner.start(tenure(1));
        assertThat(subject.reachesHead()).isTrue();
        runner.stop();
        subject.process.poison = "";
        subject.append(SEVEN, 2);
        runner = subject.runner();
        runner.start(tenure(2));
        assertThat(subject.reachesHead()).isTrue();
        assertThat(subject.process.seen).isEmpty();
        assertThat(subject.parked()).isEqualTo(2);
    }

    @Test
    void a_retry_that_fails_again_leaves_all_in_place_with_the_new_reason() {
        subject.process.poison = SEVEN;
        subject.append(SEVEN, 1);
        subject.append(SEVEN, 2);
        runner.start(tenure(1));
        assertThat(subject.reachesHead()).isTrue();
        long order = subject.orders.ask(GROUP, null, null, "local|ann", null);
        assertThat(until(() -> subject.orders.outcome(order).isPresent())).isTrue();
        assertThat(subject.orders.outcome(order)).contains(new ParkOrders.Outcome(0, 2));
        assertThat(reasons())
                .containsExactly("planted: cannot react to " + SEVEN, "waits behind an earlier event of its stream");
    }

    @Test
    void a_discarded_event_is_passed_over_on_record_and_the_others_of_its_stream_follow() {
        subject.process.poison = SEVEN;
        subject.append(SEVEN, 1);
        subject.append(SEVEN, 2);
        subject.append(SEVEN, 3);
        runner.start(tenure(1));
        assertThat(subject.reachesHead()).isTrue();
        subject.process.poison = "";
        long order = subject.orders.ask(GROUP, SEVEN, subject.event(SEVEN).position(), "local|ann", "booked by hand");
        assertThat(until(() -> subject.orders.outcome(order).isPresent())).isTrue();
        assertThat(subject.process.seen.get(SEVEN)).containsExactly(2, 3);
        assertThat(subject.jdbc
                        .sql("select discarded_by || ': ' || discarded_because from process.discarded")
                        .query(String.class)
                        .list())
                .containsExactly("local|ann: booked by hand");
        assertThat(subject.parked()).isZero();
    }

    @Test
    void a_full_park_pauses_and_says_so_and_drops_nothing() {
        runner = subject.runner(1);
        subject.process.poison = SEVEN;
        subject.append(SEVEN, 1);
        runner.start(tenure(1));
        assertThat(subject.reachesHead()).isTrue();
        subject.process.poison = stream(8);
        subject.append(stream(8), 1);
        assertThat(until(runner::parkIsFull)).isTrue();
        assertThat(subject.parked()).isEqualTo(1);
        var _ = subject.orders.ask(GROUP, SEVEN, null, "local|ann", null);
        assertThat(subject.reachesHead()).isTrue();
        assertThat(subject.process.seen).containsOnlyKeys(SEVEN);
        assertThat(subject.parked()).isEqualTo(1);
        assertThat(until(() -> !runner.parkIsFull())).isTrue();
    }

    @Test
    void a_former_owner_can_neither_move_the_token_nor_park_nor_unpark() {
        subject.append(SEVEN, 1);
        var event = subject.event(SEVEN);
        assertThat(subject.store.open(GROUP, 1)).isZero();
        subject.store.advance(GROUP, 5, 1);
        assertThat(subject.store.open(GROUP, 2)).isEqualTo(5);
        subject.store.park(GROUP, event, "x", 2);
        assertThatThrownBy(() -> subject.store.open(GROUP, 1)).isInstanceOf(LostOwnership.class);
        assertThatThrownBy(() -> subject.store.advance(GROUP, 9, 1)).isInstanceOf(LostOwnership.class);
        assertThatThrownBy(() -> subject.store.park(GROUP, event, "y", 1)).isInstanceOf(LostOwnership.class);
        assertThatThrownBy(() -> subject.store.unpark(GROUP, event.position(), 1))
                .isInstanceOf(LostOwnership.class);
        assertThat(subject.store.position(GROUP)).isEqualTo(5);
        assertThat(reasons()).containsExactly("x");
    }

    @Test
    void a_token_never_moves_back() {
        var _ = subject.store.open(GROUP, 1);
        subject.store.advance(GROUP, 9, 1);
        subject.store.advance(GROUP, 3, 1);
        assertThat(subject.store.position(GROUP)).isEqualTo(9);
    }

    @Test
    void a_runner_that_was_overtaken_in_the_middle_of_a_page_ends_without_moving_the_token() throws Exception {
        var reacting = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        subject.process.before = () -> {
            reacting.countDown();
            await(goOn);
        };
        subject.append(SEVEN, 1);
        runner.start(tenure(1));
        reacting.await();
        var _ = subject.store.open(GROUP, 2); // another node took it over
        goOn.countDown();
        assertThat(until(() -> subject.process.seen.containsKey(SEVEN))).isTrue();
        runner.stop();
        assertThat(subject.store.position(GROUP)).isZero();
    }

    @Test
    void a_reaction_that_two_owners_both_make_counts_once() {
        try (var axon = new AxonSetup(subject.log.store, List.of(TestEntry.class))) {
            var commands = new ProcessCommands(axon.door());
            subject.append(SEVEN, 1);
            var cause = new ProcessCommands.Cause(GROUP, subject.event(SEVEN));
            for (int owner = 1; owner <= 2; owner++) {
                ScopedValue.where(ProcessCommands.CAUSE, cause)
                        .run(() -> commands.send(new TestEntry.Count("entry:once"), "count/" + SEVEN + "/1"));
            }
            assertThat(subject.log.store.log().stream("entry:once", 0)).hasSize(1);
        }
    }

    private List<String> reasons() {
        return subject.jdbc
                .sql("select reason from process.parked order by position")
                .query(String.class)
                .list();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
