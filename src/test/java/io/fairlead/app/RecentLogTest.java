package io.fairlead.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.log.EventLog;
import io.fairlead.log.ForwardingEventLog;
import io.fairlead.log.StoredEvent;
import io.fairlead.store.AppendRefused;
import io.fairlead.store.PostgresStore;
import io.fairlead.store.StoreLimits;
import io.fairlead.store.StoreUnderTest;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecentLogTest {

    private final StoreUnderTest subject = new StoreUnderTest();
    private final PostgresStore other =
            new PostgresStore(subject.pool, InstantSource.fixed(StoreUnderTest.NOON), StoreLimits.DEFAULT);
    private final Counted database = new Counted(subject.store.log());
    private final RecentLog recent = new RecentLog(database);

    RecentLogTest() {
        subject.store.follow(recent::stored);
    }

    @AfterEach
    void close() {
        other.close();
        subject.close();
    }

    /** The log of the database, and how often it was read. */
    private static final class Counted extends ForwardingEventLog {

        private int reads;

        Counted(EventLog log) {
            super(log);
        }

        @Override
        public List<StoredEvent> after(long position, int limit) {
            reads++;
            return log.after(position, limit);
        }
    }

    private static void append(PostgresStore node, String stream, int events) {
        var _ = node.appender().append(StoreUnderTest.request(stream, 0, events));
    }

    private static List<Map<String, Object>> told(List<StoredEvent> events) {
        return events.stream()
                .map(event -> Map.<String, Object>of(
                        "position", event.position(),
                        "id", event.eventId(),
                        "stream", event.aggregateId() + " " + event.aggregateType() + " " + event.sequence(),
                        "type", event.type() + " " + event.schemaFingerprint(),
                        "at", event.recordedAt(),
                        "metadata", Map.copyOf(event.metadata()),
                        "payload", List.of(HexFormat.of().formatHex(event.payload()))))
                .toList();
    }

    @Test
    void what_this_node_stores_is_told_as_the_database_tells_it_and_never_read() {
        append(subject.store, "a", 3);
        append(subject.store, "b", 2);
        assertThat(told(recent.after(0, 100)))
                .isEqualTo(told(subject.store.log().after(0, 100)));
        assertThat(recent.after(2, 2)).extracting(StoredEvent::position).containsExactly(3L, 4L);
        assertThat(database.reads).isZero();
    }

    @Test
    void events_of_another_node_in_between_are_read_once_for_all_readers() {
        append(subject.store, "a", 3);
        append(other, "b", 2);
        append(subject.store, "c", 2);
        for (int reader = 0; reader < 5; reader++) {
            assertThat(recent.after(3, 100)).extracting(StoredEvent::position).containsExactly(4L, 5L, 6L, 7L);
        }
        assertThat(database.reads).isEqualTo(1);
        append(subject.store, "d", 1);
        assertThat(recent.after(7, 100)).extracting(StoredEvent::position).containsExactly(8L);
        assertThat(database.reads).isEqualTo(1);
    }

    @Test
    void a_reader_that_is_far_behind_is_told_everything_and_leaves_what_is_kept() {
        append(other, "old", 4);
        append(subject.store, "a", 3);
        assertThat(recent.after(0, 2)).extracting(StoredEvent::position).containsExactly(1L, 2L);
        assertThat(recent.after(2, 100)).extracting(StoredEvent::position).containsExactly(3L, 4L, 5L, 6L, 7L);
        assertThat(recent.after(4, 100)).extracting(StoredEvent::position).containsExactly(5L, 6L, 7L);
        assertThat(database.reads).isEqualTo(2);
    }

    @Test
    void a_refused_append_is_told_to_nobody() {
        append(subject.store, "a", 3);
        assertThatThrownBy(() -> append(subject.store, "a", 1)).isInstanceOf(AppendRefused.class);
        assertThat(recent.after(3, 100)).isEmpty();
        assertThat(recent.after(0, 100)).hasSize(3);
    }

    @Test
    void the_end_of_the_log_has_nothing_after_it() {
        assertThat(recent.after(0, 100)).isEmpty();
        append(subject.store, "a", 1);
        assertThat(recent.after(1, 100)).isEmpty();
    }
}
