package io.fairlead.store.append;

import static io.fairlead.store.StoreUnderTest.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.store.AppendRejected;
import io.fairlead.store.AppendRequest;
import io.fairlead.store.Appended;
import io.fairlead.store.Dictionary;
import io.fairlead.store.NewEvent;
import io.fairlead.store.StoreUnderTest;
import io.fairlead.store.WriterConnection;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A draft that is built while the one before is on its way. */
class BatchPipelineTest {

    private final List<PendingAppend> requeued = new ArrayList<>();
    private final List<Long> heads = new ArrayList<>();
    private StoreUnderTest subject;
    private BatchWriter batches;
    private BatchPipeline writer;

    @BeforeEach
    void open() {
        subject = new StoreUnderTest();
        batches = new BatchWriter(new Dictionary(), () -> StoreUnderTest.NOON);
        writer = new BatchPipeline(subject.pool, batches, heads::add, requeued::addAll, () -> false);
        writer.write(draft(pending("first", 0))); // From here on the head is remembered.
    }

    @AfterEach
    void the_store_is_sound() {
        writer.close(new PendingBatch(batches));
        assertThat(subject.store.verifier().verify().failures()).isZero();
        subject.close();
    }

    @Test
    void goes_on_where_the_former_will_end_and_is_told_after_it() throws SQLException {
        var one = pending("goes-on", 0);
        var next = pending("goes-on", 1);
        PendingBatch built;
        try (var blocker = holdingTheLock()) {
            assertThat(writer.send(draft(one))).isTrue();
            built = draft(next, pending("beside", 0));
            assertThat(built.remembered()).isNotNull();
            assertThat(writer.isWriting()).isTrue();
            assertThat(one.isDone()).isFalse();
            blocker.rollback();
        }
        writer.report(Objects.requireNonNull(writer.complete(built)));
        assertThat(writer.send(built)).isTrue();
        assertThat(next.isDone()).isFalse();
        writer.report(Objects.requireNonNull(writer.complete(new PendingBatch(batches))));

        assertThat(one.await(0)).isEqualTo(new Appended(2, 2));
        assertThat(next.await(0)).isEqualTo(new Appended(3, 3));
        assertThat(heads).containsExactly(1L, 2L, 4L);
        assertThat(subject.store.log().version("time-entry:goes-on")).contains(2L);
    }

    @Test
    void is_built_anew_when_the_former_was_refused() {
        var one = pending("refused", 0);
        var next = pending("refused", 1);
        var _ = subject.append("of another node", 0, 1);
        assertThat(writer.send(draft(one))).isTrue();
        var built = draft(next);

        assertThat(writer.complete(built)).isNull();
        assertThat(one.await(0)).isEqualTo(new Appended(3, 3));
        assertThat(built.remembered()).isNull();
        assertThat(writer.send(built)).isFalse();
        writer.write(built);
        assertThat(next.await(0)).isEqualTo(new Appended(4, 4));
    }

    @Test
    void is_built_anew_when_the_former_got_no_answer_which_is_tried_again() throws SQLException {
        var one = pending("lost", 0);
        PendingBatch built;
        try (var blocker = holdingTheLock()) {
            assertThat(writer.send(draft(one))).isTrue();
            built = draft(pending("after-the-lost", 0));
            while (!endWhoWaits(blocker)) {
                Thread.onSpinWait(); // It is about to ask for the lock.
            }
            blocker.rollback();
        }
        assertThat(writer.complete(built)).isNull();
        assertThat(requeued).containsExactly(one);
        assertThat(one.isDone()).isFalse();
        assertThat(built.remembered()).isNull();
        writer.write(built);
        writer.write(draft(one));
        assertThat(one.await(0)).isEqualTo(new Appended(3, 3));
    }

    @Test
    @SuppressWarnings("NullAway") // That is the fault.
    void refuses_alone_what_cannot_be_built() {
        var whole = StoreUnderTest.event("whole");
        var broken = new PendingAppend(new AppendRequest(
                "time-entry:broken",
                "TimeEntry",
                0,
                List.of(new NewEvent(whole.eventId(), whole.type(), whole.schema(), whole.metadata(), null)),
                null));
        var before = pending("before-the-broken", 0);
        var after = pending("after-the-broken", 0);
        writer.write(draft(before, broken, after));
        assertThatThrownBy(() -> broken.await(0)).isInstanceOf(AppendRejected.class);
        assertThat(before.await(0)).isEqualTo(new Appended(2, 2));
        assertThat(after.await(0)).isEqualTo(new Appended(3, 3));
    }

    @Test
    void never_holds_two_of_one_stream() {
        var draft = draft(pending("twice", 0), pending("twice", 1), pending("other", 0));
        assertThat(draft.requests()).hasSize(2);
        assertThat(draft.later()).hasSize(1);
    }

    @Test
    void is_full_at_its_number_of_requests() {
        var draft = draft(IntStream.range(0, PendingBatch.REQUESTS_MAX - 1)
                .mapToObj(i -> pending("many-" + i, 0))
                .toArray(PendingAppend[]::new));
        assertThat(draft.isFull()).isFalse();
        draft.take(pending("the-last", 0));
        assertThat(draft.isFull()).isTrue();
        writer.write(draft);
        assertThat(subject.store.log().head()).isEqualTo(1 + PendingBatch.REQUESTS_MAX);
    }

    private PendingBatch draft(PendingAppend... requests) {
        var draft = new PendingBatch(batches);
        Arrays.stream(requests).forEach(draft::take);
        return draft;
    }

    private static PendingAppend pending(String id, long expected) {
        return new PendingAppend(request(id, expected, 1));
    }

    private Connection holdingTheLock() throws SQLException {
        var blocker = subject.owner.getConnection();
        blocker.setAutoCommit(false);
        try (var statement = blocker.createStatement()) {
            statement.execute(WriterConnection.LOCK);
        }
        return blocker;
    }

    private static boolean endWhoWaits(Connection blocker) throws SQLException {
        try (var statement = blocker.createStatement();
                var rows = statement.executeQuery("""
                        select pg_terminate_backend(pid) from pg_locks
                        where locktype = 'advisory' and not granted
                          and database = (select oid from pg_database where datname = current_database())""")) {
            return rows.next();
        }
    }
}
