package io.fairlead.store.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.schema.EventCodec;
import io.fairlead.store.StoreLimits;
import io.fairlead.store.StoreUnderTest;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.AbstractEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.AbstractEventStorageEngineTest;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

/** Axon's own suite for storage engines against ours, on PostgreSQL; src/docs/axon-suites.md counts it. */
class AxonStorageEngineSuiteTest
        extends AbstractEventStorageEngineTest<TextEventEngine, AbstractEventStorageEngine.Builder> {

    private final AtomicReference<Instant> clock = new AtomicReference<>(StoreUnderTest.NOON);
    private final StoreUnderTest subject = new StoreUnderTest(StoreLimits.DEFAULT, clock::get);

    @BeforeEach
    void open() {
        setTestSubject(createEngine());
    }

    @AfterEach
    void everything_left_behind_is_sound() {
        assertThat(subject.store.verifier().verify().failures()).isZero();
        subject.close();
    }

    @Override
    protected TextEventEngine createEngine(UnaryOperator<AbstractEventStorageEngine.Builder> customization) {
        var serializer = new AvroEventSerializer(new EventCodec(subject.store.log()));
        var engine = PostgresEventStorageEngine.over(subject.store, serializer, builder -> {
            var _ = customization.apply(builder.snapshotSerializer(serializer));
        });
        return new TextEventEngine(
                engine,
                clock,
                new AbstractEventStorageEngine.Builder() {}.eventSerializer(serializer)
                        .snapshotSerializer(serializer));
    }

    @Test
    void an_event_without_an_aggregate_is_refused_by_name() {
        assertThatThrownBy(() -> createEngine().appendEvents(new GenericEventMessage<>("Hello world")))
                .isInstanceOf(EventStoreException.class)
                .hasMessageContaining("only aggregates publish events");
        assertThat(subject.store.log().head()).isZero();
    }

    @Test
    @Override
    @Disabled("only aggregates publish events: every event has a stream, its sequence and its hash chain")
    public void appendAndReadNonDomainEvent() {}

    @Test
    @Override
    @Disabled("only aggregates publish events: every event has a stream, its sequence and its hash chain")
    public void storeAndLoadApplicationEvent() {}

    @Test
    @Override
    @Disabled(
            "event ids are unique by their generator and checked by `verify`: no index over all leaves is paid for that")
    public void uniqueKeyConstraintOnFirstEventIdentifierThrowsAggregateIdentifierAlreadyExistsException() {}

    @Test
    @Override
    @Disabled(
            "event ids are unique by their generator and checked by `verify`: no index over all leaves is paid for that")
    public void uniqueKeyConstraintOnEventIdentifier() {}
}
