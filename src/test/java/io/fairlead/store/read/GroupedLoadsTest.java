package io.fairlead.store.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import io.fairlead.log.StoredEvent;
import io.fairlead.store.Dictionary;
import io.fairlead.store.StoreUnavailable;
import io.fairlead.store.StoreUnderTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Streams that many commands ask for at once. */
@Timeout(value = 60, threadMode = SEPARATE_THREAD) // Loads that nobody reads would be waited for without end.
class GroupedLoadsTest {

    private static final String ANY_SHAPE = "1";

    /** So many begin at once; each that ends may take all or a part of those that came meanwhile. */
    private static final int AT_A_TIME = 4;

    private final StoreUnderTest subject = new StoreUnderTest();
    private final AtomicInteger statements = new AtomicInteger();
    private final GroupedLoads loads = new GroupedLoads(new StreamReader(new Counted(), new Dictionary()));

    /** Each read borrows one connection for its one statement. */
    private final class Counted extends DelegatingDataSource {

        Counted() {
            super(subject.pool);
        }

        @Override
        public Connection getConnection() throws SQLException {
            statements.incrementAndGet();
            return super.getConnection();
        }
    }

    @AfterEach
    void close() {
        subject.close();
    }

    private static String stream(int number) {
        return "time-entry:" + number;
    }

    private List<Callable<Loaded>> loadsOf(int... numbers) {
        return IntStream.of(numbers)
                .<Callable<Loaded>>mapToObj(number -> () -> loads.load(stream(number), ANY_SHAPE))
                .toList();
    }

    /** All are asked for before the database answers the first. */
    private List<Future<Loaded>> together(List<Callable<Loaded>> asked) throws SQLException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var lock = subject.owner.getConnection()) {
            lock.setAutoCommit(false);
            lock.createStatement().execute("lock table store.es_stream in access exclusive mode");
            var answers = new ArrayList<Future<Loaded>>();
            for (var each : asked) {
                answers.add(threads.submit(each));
            }
            while (loads.waiting() < asked.size() - AT_A_TIME) {
                Thread.onSpinWait();
            }
            lock.rollback();
            return answers;
        }
    }

    private static List<String> ids(Future<Loaded> loaded) throws Exception {
        return loaded.get().later().stream().map(StoredEvent::eventId).toList();
    }

    private List<String> ids(int number) {
        return subject.store.log().stream(stream(number), 0).stream()
                .map(StoredEvent::eventId)
                .toList();
    }

    @Test
    void what_is_asked_for_while_others_are_read_is_read_together() throws Exception {
        for (var i = 0; i < 40; i++) {
            var _ = subject.append("" + i, 0, 1 + i % 3);
        }
        var answers = together(loadsOf(IntStream.range(0, 40).toArray()));
        for (var i = 0; i < 40; i++) {
            assertThat(ids(answers.get(i))).isEqualTo(ids(i)).hasSize(1 + i % 3);
        }
        assertThat(statements.get()).isLessThanOrEqualTo(2 * AT_A_TIME);
    }

    @Test
    void one_stream_asked_for_by_many_is_answered_to_each() throws Exception {
        var _ = subject.append("7", 0, 2);
        for (var answer : together(loadsOf(IntStream.range(0, 20).map(_ -> 7).toArray()))) {
            assertThat(ids(answer)).isEqualTo(ids(7));
        }
        assertThat(statements.get()).isLessThanOrEqualTo(2 * AT_A_TIME);
    }

    @Test
    void a_long_stream_and_an_unknown_one_are_read_apart_from_the_others() throws Exception {
        for (var i = 0; i < 10; i++) {
            var _ = subject.append("" + i, 0, i == 8 ? 65 : 64);
        }
        var answers = together(loadsOf(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1_000));
        for (var i = 0; i < 10; i++) {
            assertThat(ids(answers.get(i))).isEqualTo(ids(i));
        }
        assertThat(answers.getLast().get().later()).isEmpty();
    }

    @Test
    void alone_a_stream_is_read_by_its_own_statement_as_it_is_now() {
        var _ = subject.append("1", 0, 1);
        assertThat(loads.load(stream(1), ANY_SHAPE).later()).hasSize(1);
        var _ = subject.append("1", 1, 1);
        assertThat(loads.load(stream(1), ANY_SHAPE).later()).hasSize(2);
        assertThat(statements).hasValue(2);
    }

    @Test
    void a_failed_read_fails_all_that_asked_and_no_later_one() throws Exception {
        var _ = subject.append("1", 0, 1);
        subject.asOwner("alter table store.es_event rename to gone");
        for (var answer : together(loadsOf(IntStream.range(0, 20).toArray()))) {
            assertThatThrownBy(answer::get)
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessageContaining("cannot be read");
        }
        subject.asOwner("alter table store.gone rename to es_event");
        assertThat(loads.load(stream(1), ANY_SHAPE).later()).hasSize(1);
    }
}
