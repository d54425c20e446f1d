package io.fairlead.store.axon;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.store.StoreUnderTest;
import io.fairlead.store.axon.CommandDoor.Answer.Accepted;
import io.fairlead.store.axon.CommandDoor.Order;
import io.fairlead.time.SubmitTime;
import io.fairlead.time.TimeEntryId;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Commands for entries that this node does not remember, since another node made them. */
class ExpectationsTest {

    private final TwoNodes nodes = new TwoNodes();

    @AfterEach
    void the_store_is_whole() {
        nodes.close();
    }

    private List<TimeEntryId> recordedElsewhere(int count) {
        var entries = IntStream.range(0, count)
                .mapToObj(_ -> TimeEntryId.of(UUID.randomUUID().toString()))
                .toList();
        nodes.other
                .door()
                .dispatchAll(entries.stream()
                        .map(entry -> order(AggregateMemoryTest.recorded(entry)))
                        .toList());
        return entries;
    }

    private static Order order(Object command) {
        return new Order(command, AggregateMemoryTest.fresh());
    }

    private static Object submit(TimeEntryId entry) {
        return new SubmitTime(entry, "local|ann", StoreUnderTest.NOON);
    }

    private Expectations expectations() {
        return new Expectations(
                nodes.subject.store.log(), nodes.memory, nodes.one.configuration(), TwoNodes.AGGREGATES);
    }

    @Test
    void all_that_many_commands_are_for_is_remembered_beforehand() {
        var entries = recordedElsewhere(20);
        expectations().of(entries.stream().map(entry -> order(submit(entry))).toList());
        assertThat(entries).allMatch(entry -> nodes.memory.find(entry.value()) != null);
    }

    @Test
    void what_the_commands_make_is_not_looked_for() {
        var entries = recordedElsewhere(20);
        expectations()
                .of(entries.stream()
                        .map(entry -> order(AggregateMemoryTest.recorded(entry)))
                        .toList());
        assertThat(entries).allMatch(entry -> nodes.memory.find(entry.value()) == null);
    }

    @Test
    void a_long_stream_is_left_to_its_saved_state_and_an_unknown_one_to_its_command() {
        nodes.other.door().dispatch(new TestEntry.CountTo("entry:long", 65), AggregateMemoryTest.fresh());
        nodes.other.door().dispatch(new TestEntry.CountTo("entry:short", 64), AggregateMemoryTest.fresh());
        var entries = recordedElsewhere(4);
        var orders = Stream.concat(
                        entries.stream().map(ExpectationsTest::submit),
                        Stream.of(
                                new TestEntry.Look("entry:long"),
                                new TestEntry.Look("entry:short"),
                                new TestEntry.Look("entry:unknown")))
                .map(ExpectationsTest::order)
                .toList();
        expectations().of(orders);
        assertThat(nodes.memory.find("entry:long")).isNull();
        assertThat(nodes.memory.find("entry:unknown")).isNull();
        assertThat(nodes.memory.find("entry:short")).isNotNull();
    }

    @Test
    void an_expectation_that_another_node_has_overtaken_decides_nothing() {
        var entries = recordedElsewhere(20);
        var orders = entries.stream().map(entry -> order(submit(entry))).toList();
        expectations().of(orders);
        nodes.other
                .door()
                .dispatchAll(entries.stream().map(entry -> order(submit(entry))).toList());
        assertThat(nodes.one.door().dispatchAll(orders)).allMatch(Accepted.class::isInstance);
        assertThat(entries)
                .allMatch(entry ->
                        nodes.subject.store.log().version(entry.value()).orElse(0L) == 2);
    }
}
