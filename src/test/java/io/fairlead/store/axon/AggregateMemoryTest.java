package io.fairlead.store.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.contract.ContractId;
import io.fairlead.party.CustomerId;
import io.fairlead.party.LegalEntityId;
import io.fairlead.project.ProjectId;
import io.fairlead.resource.PersonId;
import io.fairlead.store.StoreUnderTest;
import io.fairlead.store.axon.TestEntry.Count;
import io.fairlead.store.axon.TestEntry.CountTo;
import io.fairlead.time.RecordTime;
import io.fairlead.time.RejectTime;
import io.fairlead.time.SubmitTime;
import io.fairlead.time.TimeEntry;
import io.fairlead.time.TimeEntryId;
import io.fairlead.time.TimeTarget;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two nodes on one store, each with a memory of its own. */
class AggregateMemoryTest {

    private static final Instant NOON = StoreUnderTest.NOON;

    private final TwoNodes nodes = new TwoNodes();

    @AfterEach
    void the_store_is_whole() {
        nodes.close();
    }

    static CommandContext fresh() {
        var key = UUID.randomUUID().toString();
        return CommandDoorTest.context(key, key);
    }

    @Test
    void nodes_take_turns_on_one_aggregate_and_none_decides_on_what_was() {
        for (var turn = 1; turn <= 9; turn += 2) {
            assertThat(nodes.one
                            .door()
                            .dispatch(new Count("entry:turns"), fresh())
                            .result())
                    .isEqualTo(turn);
            if (turn < 9) {
                assertThat(nodes.other
                                .door()
                                .dispatch(new Count("entry:turns"), fresh())
                                .result())
                        .isEqualTo(turn + 1);
            }
        }
    }

    @Test
    void an_aggregate_that_another_node_made_is_not_made_again() {
        var _ = nodes.other.door().dispatch(new CountTo("entry:theirs", 3), fresh());
        assertThat(nodes.one.door().dispatch(new Count("entry:theirs"), fresh()).result())
                .isEqualTo(4);
    }

    @Test
    void what_would_change_nothing_by_an_older_state_is_decided_on_the_newest() {
        var entry = TimeEntryId.of(UUID.randomUUID().toString());
        var _ = nodes.one.door().dispatch(recorded(entry), fresh());
        var _ = nodes.one.door().dispatch(new SubmitTime(entry, "local|ann", NOON), fresh());
        var _ = nodes.other.door().dispatch(new RejectTime(entry, "local|lead", "wrong day", NOON), fresh());

        var again = nodes.one.door().dispatch(new SubmitTime(entry, "local|ann", NOON), fresh());

        assertThat(again.lastPosition()).isPositive();
        assertThat(nodes.subject.store.log().stream(entry.value(), 0)).hasSize(4);
    }

    @Test
    void what_would_be_refused_by_an_older_state_is_decided_on_the_newest() {
        var entry = TimeEntryId.of(UUID.randomUUID().toString());
        var _ = nodes.one.door().dispatch(recorded(entry), fresh());
        var _ = nodes.other.door().dispatch(new SubmitTime(entry, "local|ann", NOON), fresh());

        var _ = nodes.one.door().dispatch(new RejectTime(entry, "local|lead", "wrong day", NOON), fresh());

        assertThat(nodes.subject.store.log().stream(entry.value(), 0)).hasSize(3);
    }

    @Test
    void a_refusal_leaves_nothing_of_it_in_memory() {
        var _ = nodes.one.door().dispatch(new CountTo("entry:end", 10), fresh());
        for (var attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(() -> nodes.one.door().dispatch(new Count("entry:end"), fresh()))
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessage("X-01: ten is the end");
        }
    }

    @Test
    void a_long_stream_is_loaded_from_its_saved_state_and_what_came_after() {
        var _ = nodes.one.door().dispatch(new CountTo("entry:long", 150), fresh());
        nodes.restartOne();
        var _ = nodes.one.door().dispatch(new CountTo("entry:long", 155), fresh());
        var revision = new StateCodec<>(TestEntry.class, codec()).revision();

        var loaded = nodes.subject.store.log().load("entry:long", revision);

        assertThat(loaded.state()).isNotNull();
        assertThat(java.util.Objects.requireNonNull(loaded.state()).sequence()).isEqualTo(149);
        assertThat(loaded.later()).hasSize(5);
        assertThat(nodes.other
                        .door()
                        .dispatch(new CountTo("entry:long", 156), fresh())
                        .lastPosition())
                .isEqualTo(156);
    }

    @Test
    void a_state_of_another_shape_is_passed_over() {
        var _ = nodes.one.door().dispatch(new CountTo("entry:shape", 120), fresh());
        nodes.restartOne();

        var loaded = nodes.subject.store.log().load("entry:shape", "another shape");

        assertThat(loaded.state()).isNull();
        assertThat(loaded.later()).hasSize(120);
    }

    @Test
    void a_time_entry_comes_back_from_its_state_as_from_its_events() {
        var entry = TimeEntryId.of(UUID.randomUUID().toString());
        var _ = nodes.one.door().dispatch(recorded(entry), fresh());
        var _ = nodes.one.door().dispatch(new SubmitTime(entry, "local|ann", NOON), fresh());

        assertThat(nodes.one.restoresAlike(TimeEntry.class, nodes.subject.store.log().stream(entry.value(), 0)))
                .isTrue();
    }

    private io.fairlead.schema.EventCodec codec() {
        return new io.fairlead.schema.EventCodec(nodes.subject.store.log());
    }

    static RecordTime recorded(TimeEntryId entry) {
        return new RecordTime(
                entry,
                "psa",
                entry.value().substring(11),
                PersonId.of("ann"),
                new TimeTarget(
                        ProjectId.of("apollo"),
                        null,
                        ContractId.of("apollo-2026"),
                        1,
                        CustomerId.of("acme"),
                        LegalEntityId.of("us"),
                        "USD",
                        "America/New_York"),
                null,
                null,
                LocalDate.of(2026, 3, 2),
                3_600,
                "BILLABLE",
                null,
                "local|ann");
    }
}
