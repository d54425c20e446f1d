package io.fairlead.store.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.fairlead.log.MetadataKeys;
import io.fairlead.store.CommandKeyReused;
import io.fairlead.store.PostgresStore;
import io.fairlead.store.StoreUnderTest;
import io.fairlead.store.axon.CommandDoor.Answer;
import io.fairlead.store.axon.CommandDoor.Order;
import io.fairlead.store.axon.TestEntry.Count;
import io.fairlead.store.axon.TestEntry.CountTo;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.serialization.SerializationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CommandDoorTest {

    private static StoreUnderTest subject;
    private static AxonSetup axon;
    private static CommandDoor door;

    @BeforeAll
    static void open() {
        subject = new StoreUnderTest();
        axon = new AxonSetup(subject.store, List.of(TestEntry.class));
        door = axon.door();
    }

    @AfterAll
    static void everything_left_behind_is_sound() {
        assertThat(subject.store.verifier().verify().failures()).isZero();
        axon.close();
        subject.close();
    }

    static CommandContext context(String key, String body) {
        var identity = StoreUnderTest.command(key, body);
        return new CommandContext(
                identity.client(), key, identity.requestHash(), "local|ann", "correlation", "request|" + key);
    }

    private static CommandContext context(String key) {
        return context(key, key);
    }

    @Test
    void a_command_creates_its_aggregate_and_the_next_one_finds_it() {
        var first = door.dispatch(new Count("entry:made"), context("made-1"));
        var second = door.dispatch(new Count("entry:made"), context("made-2"));
        assertThat(first.repeated()).isFalse();
        assertThat(first.result()).isEqualTo(1);
        assertThat(second.result()).isEqualTo(2);
        assertThat(second.firstPosition()).isEqualTo(second.lastPosition()).isGreaterThan(first.lastPosition());
    }

    @Test
    void events_carry_who_and_why() {
        var _ = door.dispatch(new Count("entry:meta"), context("meta"));
        var stored = subject.store.log().stream("entry:meta", 0).getFirst();
        assertThat(stored.metadata())
                .containsEntry(MetadataKeys.ACTOR, "local|ann")
                .containsEntry(MetadataKeys.CLIENT, "test")
                .containsEntry(MetadataKeys.COMMAND_ID, "meta")
                .containsEntry(MetadataKeys.CORRELATION_ID, "correlation")
                .containsEntry(MetadataKeys.CAUSATION_ID, "request|meta")
                .containsKey(MetadataKeys.REQUEST_HASH);
        assertThat(stored.aggregateType()).isEqualTo("TestEntry");
        assertThat(UUID.fromString(stored.eventId()).version()).isEqualTo(7);
    }

    @Test
    void a_repeat_gets_the_former_outcome() {
        var first = door.dispatch(new Count("entry:repeat"), context("repeat"));
        var again = door.dispatch(new Count("entry:repeat"), context("repeat"));
        assertThat(again).isEqualTo(new DispatchOutcome(true, first.firstPosition(), first.lastPosition(), null));
        assertThat(subject.store.log().stream("entry:repeat", 0)).hasSize(1);
    }

    @Test
    void a_repeat_that_would_be_refused_by_now_gets_the_former_outcome() {
        var _ = door.dispatch(new CountTo("entry:late", 9), context("late-9"));
        var tenth = door.dispatch(new Count("entry:late"), context("late-10"));
        var again = door.dispatch(new Count("entry:late"), context("late-10"));
        assertThat(again.repeated()).isTrue();
        assertThat(again.lastPosition()).isEqualTo(tenth.lastPosition());
    }

    @Test
    void a_repeat_that_changes_nothing_by_now_gets_the_former_outcome() {
        var first = door.dispatch(new CountTo("entry:same", 2), context("same"));
        var again = door.dispatch(new CountTo("entry:same", 2), context("same"));
        assertThat(again).isEqualTo(new DispatchOutcome(true, first.firstPosition(), first.lastPosition(), null));
    }

    @Test
    void a_command_that_changes_nothing_is_accepted_and_kept() {
        var _ = door.dispatch(new CountTo("entry:nothing", 2), context("nothing-1"));
        assertThat(door.dispatch(new CountTo("entry:nothing", 1), context("nothing-2")))
                .isEqualTo(new DispatchOutcome(false, 0, 0, null));
        assertThat(door.dispatch(new CountTo("entry:nothing", 1), context("nothing-2"))
                        .repeated())
                .isTrue();
    }

    @Test
    void a_rehearsal_stores_neither_events_nor_its_key() {
        door.rehearse(new Count("entry:rehearsed"), context("rehearsed"));
        assertThat(subject.store.log().stream("entry:rehearsed", 0)).isEmpty();
        assertThat(subject.store.commands().find("test", "rehearsed")).isEmpty();

        var first = door.dispatch(new Count("entry:rehearsed"), context("rehearsed"));
        door.rehearse(new Count("entry:rehearsed"), context("rehearsed-2"));
        var second = door.dispatch(new Count("entry:rehearsed"), context("rehearsed-3"));

        assertThat(first.repeated()).isFalse();
        assertThat(second.result()).isEqualTo(2); // What is remembered of the entry has not counted the rehearsal.
        assertThat(subject.store.log().stream("entry:rehearsed", 0)).hasSize(2);
    }

    @Test
    void a_rehearsal_is_refused_as_the_command_is() {
        var _ = door.dispatch(new CountTo("entry:refused-rehearsal", 10), context("refused-rehearsal"));
        var next = new Count("entry:refused-rehearsal");
        var refusal = catchThrowable(() -> door.dispatch(next, context("refused-rehearsal-11")));
        assertThatThrownBy(() -> door.rehearse(next, context("refused-rehearsal-11")))
                .isInstanceOf(refusal.getClass())
                .hasMessage(refusal.getMessage());
    }

    @Test
    void a_command_that_changes_nothing_is_refused_when_its_stream_went_on() {
        var _ = door.dispatch(new CountTo("entry:stale", 2), context("stale-2"));
        var seen = new CommandDoor.StreamState("entry:stale", 1);
        assertThatThrownBy(() -> door.dispatch(seen, new CountTo("entry:stale", 2), context("stale-same")))
                .isInstanceOf(StreamChanged.class);
        assertThat(subject.store.commands().find("test", "stale-same")).isEmpty();
        var current = new CommandDoor.StreamState("entry:stale", 2);
        assertThat(door.dispatch(current, new CountTo("entry:stale", 2), context("stale-same"))
                        .lastPosition())
                .isZero();
        // A repeat answers as the first time did, whatever happened since.
        var _ = door.dispatch(new Count("entry:stale"), context("stale-3"));
        assertThat(door.dispatch(current, new CountTo("entry:stale", 2), context("stale-same"))
                        .repeated())
                .isTrue();
    }

    @Test
    void a_refusal_of_a_command_whose_stream_went_on_tells_that_first() {
        var _ = door.dispatch(new CountTo("entry:stale-full", 10), context("stale-full"));
        var seen = new CommandDoor.StreamState("entry:stale-full", 9);
        assertThatThrownBy(() -> door.dispatch(seen, new Count("entry:stale-full"), context("stale-full-11")))
                .isInstanceOf(StreamChanged.class);
    }

    @Test
    void a_refusal_comes_as_thrown_and_is_not_kept() {
        var _ = door.dispatch(new CountTo("entry:full", 10), context("full-10"));
        assertThatThrownBy(() -> door.dispatch(new Count("entry:full"), context("full-11")))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("X-01: ten is the end");
        assertThat(subject.store.commands().find("test", "full-11")).isEmpty();
    }

    @Test
    void a_key_with_another_body_is_refused_even_where_the_domain_refuses() {
        var _ = door.dispatch(new CountTo("entry:reused", 10), context("reused", "one body"));
        assertThatThrownBy(() -> door.dispatch(new Count("entry:reused"), context("reused", "other body")))
                .isInstanceOf(CommandKeyReused.class);
    }

    @Test
    void many_at_once_answer_in_order_and_a_refusal_stops_nobody() {
        var orders = IntStream.range(0, 600)
                .mapToObj(i -> new Order(new Count("entry:bulk-" + i % 50), context("bulk-" + i)))
                .toList();
        var answers = door.dispatchAll(orders);
        assertThat(answers).filteredOn(Answer.Accepted.class::isInstance).hasSize(500);
        assertThat(answers).filteredOn(Answer.Refused.class::isInstance).hasSize(100);
        for (var i = 0; i < orders.size(); i++) {
            if (answers.get(i) instanceof Answer.Accepted(DispatchOutcome outcome)) {
                var event = subject.store
                        .log()
                        .after(outcome.firstPosition() - 1, 1)
                        .getFirst();
                assertThat(event.metadata()).containsEntry(MetadataKeys.COMMAND_ID, "bulk-" + i);
            }
        }
    }

    @Test
    void fifty_at_once_with_one_key_have_one_effect() {
        var answers = door.dispatchAll(IntStream.range(0, 50)
                .mapToObj(_ -> new Order(new Count("entry:fifty"), context("fifty")))
                .toList());
        assertThat(answers)
                .extracting(answer -> ((Answer.Accepted) answer).outcome().repeated())
                .filteredOn(repeated -> !repeated)
                .hasSize(1);
        assertThat(subject.store.log().stream("entry:fifty", 0)).hasSize(1);
    }

    @Test
    void two_nodes_at_one_aggregate_both_get_in() {
        try (var otherStore = new PostgresStore(
                        subject.pool, () -> StoreUnderTest.NOON, io.fairlead.store.StoreLimits.DEFAULT);
                var otherAxon = new AxonSetup(otherStore, List.of(TestEntry.class));
                var threads = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 4; i++) {
                var number = i;
                threads.submit(() -> door.dispatch(new Count("entry:two"), context("two-a" + number)));
                threads.submit(() -> otherAxon.door().dispatch(new Count("entry:two"), context("two-b" + number)));
            }
        }
        assertThat(subject.store.log().stream("entry:two", 0)).hasSize(8);
    }

    @Test
    void the_configuration_is_the_one_meant() {
        var configuration = axon.configuration();
        assertThat(configuration.eventStore()).isInstanceOf(FairleadEventStore.class);
        assertThat(configuration
                        .getComponent(TransactionManager.class)
                        .getClass()
                        .getSimpleName())
                .isEqualTo("NoTransactionManager");
        assertThat(configuration.eventSerializer()).isInstanceOf(AvroEventSerializer.class);
        assertThatThrownBy(() -> configuration.serializer().serialize("text", byte[].class))
                .isInstanceOf(SerializationException.class);
        assertThatThrownBy(() -> configuration.eventStore().subscribe(_ -> {}))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("refused");
    }
}
