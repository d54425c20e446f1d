package io.fairlead.store.axon;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.store.PostgresStore;
import io.fairlead.store.StoreLimits;
import io.fairlead.store.StoreUnderTest;
import io.fairlead.time.TimeEntry;
import java.time.InstantSource;
import java.util.List;

/** Two nodes on one store, each with a memory of its own. */
final class TwoNodes implements AutoCloseable {

    static final List<Class<?>> AGGREGATES = List.of(TestEntry.class, TimeEntry.class);

    final StoreUnderTest subject = new StoreUnderTest();
    final AggregateMemory memory = new AggregateMemory();
    final AxonSetup other;
    AxonSetup one;

    private final PostgresStore otherStore =
            new PostgresStore(subject.pool, InstantSource.fixed(StoreUnderTest.NOON), StoreLimits.DEFAULT);

    TwoNodes() {
        one = new AxonSetup(subject.store, AGGREGATES, List.of(), memory);
        other = new AxonSetup(otherStore, AGGREGATES);
    }

    /** The first node ends, after it has saved what it was about to, and begins anew with nothing in its memory. */
    void restartOne() {
        one.close();
        one = new AxonSetup(subject.store, AGGREGATES);
    }

    /** Ends both; the store must be whole. */
    @Override
    public void close() {
        assertThat(subject.store.verifier().verify().failures()).isZero();
        one.close();
        other.close();
        otherStore.close();
        subject.close();
    }
}
