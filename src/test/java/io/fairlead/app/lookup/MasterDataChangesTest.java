package io.fairlead.app.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.log.EventLog;
import io.fairlead.log.StoredEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MasterDataChangesTest {

    private final List<StoredEvent> stored = new ArrayList<>();
    private final AtomicLong reached = new AtomicLong();
    private final AtomicLong reads = new AtomicLong();
    private final MasterDataChanges changes = new MasterDataChanges(new Stored());

    @Test
    void recorded_time_changes_nothing_that_prices_depend_on() {
        store("contract:k", "rate-card:c");
        long before = changes.lastUpTo(reached.get());
        store("time-entry:1", "labour-cost:1", "invoice:1", "exception:1");
        assertThat(changes.lastUpTo(reached.get())).isEqualTo(before);
    }

    @Test
    void a_rate_among_a_thousand_entries_is_seen() {
        store("contract:k");
        long before = changes.lastUpTo(reached.get());
        for (int i = 0; i < 1_500; i++) {
            store(i == 700 ? "rate-card:c" : "time-entry:" + i);
        }
        assertThat(changes.lastUpTo(reached.get())).isEqualTo(702).isNotEqualTo(before);
    }

    @Test
    void a_kind_that_nobody_knows_yet_counts_as_a_change() {
        store("time-entry:1");
        long before = changes.lastUpTo(reached.get());
        store("subcontractor:1");
        assertThat(changes.lastUpTo(reached.get())).isNotEqualTo(before);
    }

    @Test
    void each_event_is_looked_at_once() {
        store("contract:k");
        changes.lastUpTo(reached.get());
        store("time-entry:1", "time-entry:2");
        changes.lastUpTo(reached.get());
        long once = reads.get();
        changes.lastUpTo(reached.get());
        assertThat(reads).hasValue(once);
    }

    @Test
    void after_a_long_time_away_everything_counts_as_changed_without_reading_it() {
        store("contract:k");
        long before = changes.lastUpTo(reached.get());
        reached.set(1_000_000);
        assertThat(changes.lastUpTo(reached.get())).isNotEqualTo(before);
        assertThat(reads).hasValue(0);
    }

    @Test
    void a_position_ahead_of_the_log_is_refused() {
        store("contract:k");
        changes.lastUpTo(reached.get());
        reached.set(10);
        assertThatThrownBy(() -> changes.lastUpTo(reached.get())).hasMessage("position 10 is ahead of the log");
    }

    private void store(String... streams) {
        for (var stream : streams) {
            long position = stored.size() + 1L;
            stored.add(new StoredEvent(
                    position, "e" + position, stream, "", 0, "", 0, Instant.EPOCH, Map.of(), new byte[0]));
        }
        reached.set(stored.size());
    }

    private final class Stored implements EventLog {

        @Override
        public List<StoredEvent> after(long position, int limit) {
            reads.incrementAndGet();
            return stored.stream()
                    .filter(event -> event.position() > position)
                    .limit(limit)
                    .toList();
        }

        @Override
        public long head() {
            return stored.size();
        }

        @Override
        public long awaitBeyond(long position, Duration timeout) {
            return head();
        }

        @Override
        public List<StoredEvent> stream(String aggregateId, long fromSequence) {
            throw new UnsupportedOperationException();
        }
    }
}
