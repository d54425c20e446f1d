package io.fairlead.store.append;

import static io.fairlead.store.StoreUnderTest.command;
import static io.fairlead.store.StoreUnderTest.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.log.StoredEvent;
import io.fairlead.store.AppendRejected;
import io.fairlead.store.AppendRequest;
import io.fairlead.store.Appended;
import io.fairlead.store.CommandKeyReused;
import io.fairlead.store.CommandLog;
import io.fairlead.store.CommandRepeated;
import io.fairlead.store.PostgresStore;
import io.fairlead.store.StoreLimits;
import io.fairlead.store.StoreOverloaded;
import io.fairlead.store.StoreUnderTest;
import io.fairlead.store.VersionConflict;
import io.fairlead.store.WriterConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AppenderTest {

    private static StoreUnderTest subject;

    @BeforeAll
    static void open() {
        subject = new StoreUnderTest();
    }

    @AfterAll
    static void everything_left_behind_is_sound() {
        assertThat(subject.store.verifier().verify().failures()).isZero();
        subject.close();
    }

    @Test
    void what_is_appended_is_read_back() {
        var sent = request("read-back", 0, 2);
        var appended = subject.store.appender().append(sent);

        assertThat(appended.lastPosition()).isEqualTo(appended.firstPosition() + 1);
        assertThat(subject.store.log().stream("time-entry:read-back", 0))
                .extracting(StoredEvent::sequence)
                .containsExactly(0L, 1L);
        var second = subject.store.log().stream("time-entry:read-back", 1).getFirst();
        assertThat(second.eventId()).isEqualTo(sent.events().get(1).eventId());
        assertThat(second.aggregateType()).isEqualTo("TimeEntry");
        assertThat(second.type()).isEqualTo("io.fairlead.time.event.TimeRejected");
        assertThat(second.recordedAt()).isEqualTo(StoreUnderTest.NOON);
        assertThat(second.metadata()).containsEntry("actor", "local|ann");
        assertThat(second.payload()).isEqualTo(sent.events().get(1).payload());
        assertThat(subject.store.log().jsonOf(second.schemaFingerprint())).contains("TimeRejected");
        assertThat(subject.store.log().head()).isGreaterThanOrEqualTo(second.position());
    }

    @Test
    void an_unknown_stream_is_empty() {
        assertThat(subject.store.log().stream("time-entry:unknown", 0)).isEmpty();
        assertThat(subject.store.log().version("time-entry:unknown")).isEmpty();
    }

    @Test
    void a_load_whose_statements_the_driver_takes_apart_is_refused_not_empty() {
        var _ = subject.append("taken-apart", 0, 3);
        var url = subject.pool.getJdbcUrl() + "&stringtype=unspecified";
        try (var pool = StoreUnderTest.pool(url, 4, null);
                var other = new PostgresStore(pool, () -> StoreUnderTest.NOON, StoreLimits.DEFAULT)) {
            assertThatThrownBy(() -> {
                        for (var round = 0; round < 10; round++) {
                            assertThat(other.log().stream("time-entry:taken-apart", 0))
                                    .hasSize(3);
                        }
                    })
                    .hasMessageContaining("take stringtype, prepareThreshold and preferQueryMode out of its address");
        }
    }

    @Test
    void a_stream_goes_on_where_it_stood() {
        var _ = subject.append("goes-on", 0, 1);
        var _ = subject.append("goes-on", 1, 3);
        assertThat(subject.store.log().version("time-entry:goes-on")).contains(4L);
    }

    @Test
    void a_conflict_does_not_touch_the_others_of_its_batch() throws Exception {
        var _ = subject.append("conflict", 0, 1);
        var results = sideBySide(LongStream.range(0, 100)
                .<Callable<Appended>>mapToObj(
                        i -> () -> i % 10 == 0 ? subject.append("conflict", 0, 1) : subject.append("beside-" + i, 0, 1))
                .toList());
        assertThat(results).filteredOn(Appended.class::isInstance).hasSize(90);
        assertThat(results).filteredOn(VersionConflict.class::isInstance).hasSize(10);
        assertThat(subject.store.log().version("time-entry:conflict")).contains(1L);
    }

    @Test
    void an_append_that_the_database_refuses_does_not_touch_the_others_of_its_batch() throws Exception {
        var results = sideBySide(LongStream.range(0, 60)
                .<Callable<Appended>>mapToObj(i -> () -> subject.append(i % 20 == 0 ? "zero\0" + i : "near-" + i, 0, 1))
                .toList());
        assertThat(results).filteredOn(Appended.class::isInstance).hasSize(57);
        assertThat(results).filteredOn(AppendRejected.class::isInstance).hasSize(3);
    }

    @Test
    void a_version_ahead_of_the_stream_is_a_conflict() {
        assertThatThrownBy(() -> subject.append("ahead", 1, 1))
                .isInstanceOf(VersionConflict.class)
                .hasMessage("time-entry:ahead has 0 events, expected were 1");
    }

    @Test
    void a_repeated_command_gets_its_former_positions() {
        var first = subject.store.appender().append(request("repeat", 0, 2, command("repeat", "body")));
        assertThatThrownBy(() -> subject.store.appender().append(request("repeat", 2, 1, command("repeat", "body"))))
                .isInstanceOfSatisfying(
                        CommandRepeated.class, e -> assertThat(e.former()).isEqualTo(first));
        assertThat(subject.store.log().version("time-entry:repeat")).contains(2L);
    }

    @Test
    void a_command_key_with_another_body_is_refused() {
        var _ = subject.store.appender().append(request("reuse", 0, 1, command("reuse", "body")));
        assertThatThrownBy(() -> subject.store.appender().append(request("reuse", 1, 1, command("reuse", "other"))))
                .isInstanceOf(CommandKeyReused.class)
                .hasMessageContaining("send a new key");
    }

    @Test
    void fifty_at_once_with_one_key_store_one_effect() throws Exception {
        var results = sideBySide(LongStream.range(0, 50)
                .<Callable<Appended>>mapToObj(
                        i -> () -> subject.store.appender().append(request("once-" + i, 0, 1, command("once", "body"))))
                .toList());
        var stored = results.stream().filter(Appended.class::isInstance).toList();
        assertThat(stored).hasSize(1);
        assertThat(results)
                .filteredOn(CommandRepeated.class::isInstance)
                .hasSize(49)
                .allSatisfy(e -> assertThat(((CommandRepeated) e).former()).isEqualTo(stored.getFirst()));
    }

    @Test
    void a_command_without_events_is_kept() {
        var command = command("no-events", "body");
        assertThat(subject.store.appender().append(AppendRequest.commandOnly(command)))
                .isEqualTo(Appended.NOTHING);
        assertThat(subject.store.commands().find("test", "no-events"))
                .get()
                .extracting(CommandLog.AcceptedCommand::identity)
                .isEqualTo(command);
        assertThat(subject.store.commands().find("other", "no-events")).isEmpty();
    }

    @Test
    void new_and_known_streams_and_commands_share_batches() throws Exception {
        LongStream.range(0, 10).forEach(i -> subject.append("known-" + i, 0, 1));
        var results = sideBySide(LongStream.range(0, 40)
                .<Callable<Appended>>mapToObj(i -> () -> switch ((int) (i % 4)) {
                    case 0 -> subject.append("known-" + i / 4, 1, 2);
                    case 1 -> subject.append("new-" + i, 0, 1);
                    case 2 -> subject.store.appender().append(request("new-" + i, 0, 1, command("mixed-" + i, "body")));
                    default ->
                        subject.store.appender().append(AppendRequest.commandOnly(command("mixed-" + i, "body")));
                })
                .toList());
        assertThat(results).allMatch(Appended.class::isInstance);
        assertThat(LongStream.range(0, 10))
                .allSatisfy(i -> assertThat(subject.store.log().version("time-entry:known-" + i))
                        .contains(3L));
        assertThat(LongStream.range(0, 40).filter(i -> i % 4 > 1))
                .allSatisfy(i -> assertThat(subject.store.commands().find("test", "mixed-" + i))
                        .isPresent());
    }

    @Test
    void too_many_waiting_are_refused_and_nothing_of_them_is_stored() throws Exception {
        try (var small = new StoreUnderTest(new StoreLimits(5, Duration.ofSeconds(10)));
                var blocker = small.owner.getConnection()) {
            blocker.setAutoCommit(false);
            var _ = small.append("first", 0, 1);
            blocker.createStatement().execute(WriterConnection.LOCK);
            var results = sideBySide(
                    LongStream.range(0, 40)
                            .<Callable<Appended>>mapToObj(i -> () -> small.append("flood-" + i, 0, 1))
                            .toList(),
                    running -> {
                        while (running.stream().noneMatch(Future::isDone)) {
                            Thread.onSpinWait(); // The first to be done is the first to be refused.
                        }
                        blocker.rollback();
                    });
            var stored = results.stream().filter(Appended.class::isInstance).count();
            assertThat(results).filteredOn(StoreOverloaded.class::isInstance).hasSize(40 - (int) stored);
            assertThat(stored).isBetween(5L, 39L);
            assertThat(small.store.log().head()).isEqualTo(stored + 1);
        }
    }

    @Test
    void waiting_for_more_returns_when_it_is_there() {
        var head = subject.append("await", 0, 1).lastPosition();
        assertThat(subject.store.log().awaitBeyond(head - 1, Duration.ofSeconds(5)))
                .isGreaterThanOrEqualTo(head);
    }

    @Test
    void another_node_hears_of_new_events() {
        try (var other = new PostgresStore(subject.pool, () -> StoreUnderTest.NOON, StoreLimits.DEFAULT)) {
            var head = subject.append("heard", 0, 1).lastPosition();
            assertThat(other.log().awaitBeyond(head - 1, Duration.ofSeconds(5))).isGreaterThanOrEqualTo(head);
        }
    }

    private interface Meanwhile {
        void run(List<Future<Appended>> running) throws Exception;
    }

    static List<Object> sideBySide(List<Callable<Appended>> calls) throws Exception {
        return sideBySide(calls, _ -> {});
    }

    private static List<Object> sideBySide(List<Callable<Appended>> calls, Meanwhile meanwhile) throws Exception {
        var results = new ArrayList<Object>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = new ArrayList<Future<Appended>>();
            calls.forEach(call -> futures.add(threads.submit(call)));
            meanwhile.run(futures);
            for (var future : futures) {
                try {
                    results.add(future.get());
                } catch (ExecutionException e) {
                    results.add(e.getCause());
                }
            }
        }
        return results;
    }
}
