package io.fairlead.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultsTest {

    private static final int WRITERS = 8;

    @Test
    void a_tail_reader_beside_writers_of_two_nodes_loses_nothing() throws Exception {
        try (var subject = new StoreUnderTest();
                var other = new PostgresStore(subject.pool, () -> StoreUnderTest.NOON, StoreLimits.DEFAULT);
                var foreign = subject.owner.getConnection();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            foreign.setAutoCommit(false);
            foreign.createStatement().execute("create table store.held_open (n int)"); // never committed
            var done = new AtomicBoolean();
            Future<List<Long>> reader = threads.submit(() -> readAll(other, done));
            var writers = new ArrayList<Future<?>>();
            for (var writer = 0; writer < WRITERS; writer++) {
                var number = writer;
                var store = writer % 2 == 0 ? subject.store : other;
                writers.add(threads.submit(() -> writeSome(store, number)));
            }
            for (var writer : writers) {
                writer.get();
            }
            done.set(true);
            var head = other.log().head();
            assertThat(reader.get())
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, head).boxed().toList());
            assertThat(subject.store.verifier().verify().failures()).isZero();
            foreign.rollback();
        }
    }

    private static void writeSome(PostgresStore store, int number) {
        var random = new Random(number);
        var versions = new long[10];
        for (var i = 0; i < 150; i++) {
            var stream = random.nextInt(versions.length);
            var events = 1 + random.nextInt(3);
            var _ = store.appender()
                    .append(StoreUnderTest.request("race-" + number + "-" + stream, versions[stream], events));
            versions[stream] += events;
        }
    }

    private static List<Long> readAll(PostgresStore store, AtomicBoolean done) {
        var read = new ArrayList<Long>();
        var random = new Random(42);
        while (true) {
            var wasDone = done.get();
            var last = read.isEmpty() ? 0 : read.getLast();
            var page = store.log().after(last, 1 + random.nextInt(50));
            page.forEach(event -> read.add(event.position()));
            if (page.isEmpty()) {
                if (wasDone) {
                    return read;
                }
                var _ = store.log().awaitBeyond(last, Duration.ofMillis(20));
            }
        }
    }

    @Test
    void a_writer_frozen_in_its_transaction_is_ended_by_the_database() throws SQLException {
        try (var subject = new StoreUnderTest()) {
            var frozen = new WriterConnection(subject.pool);
            try (var statement = frozen.open().createStatement()) {
                statement.execute(WriterConnection.LOCK);
            }
            assertThat(subject.append("after-the-frozen", 0, 1).lastPosition()).isEqualTo(1);
            frozen.discard();
        }
    }

    @Test
    void every_acknowledged_append_survives_restarts_and_lost_connections_once(@TempDir Path folder) throws Exception {
        var postgres = start(folder, 0);
        var port = postgres.getPort();
        PostgresStore.migrate(postgres.getPostgresDatabase());
        try (var pool = StoreUnderTest.pool(postgres.getJdbcUrl("postgres", "postgres"), 12, null);
                var store = new PostgresStore(pool, () -> StoreUnderTest.NOON, StoreLimits.DEFAULT)) {
            Map<String, Appended> journal = new ConcurrentHashMap<>();
            var acknowledged = new AtomicInteger();
            var stop = new AtomicBoolean();
            var clients = IntStream.range(0, WRITERS)
                    .<Callable<Appended>>mapToObj(i -> () -> load(store, i, stop, journal, acknowledged))
                    .toList();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var running = new ArrayList<Future<Appended>>();
                clients.forEach(client -> running.add(threads.submit(client)));
                for (var round = 0; round < 10; round++) {
                    waitForMore(acknowledged);
                    terminateBackends(pool);
                }
                waitForMore(acknowledged);
                postgres.close();
                postgres = start(folder, port);
                waitForMore(acknowledged);
                stop.set(true);
                for (var client : running) {
                    client.get();
                }
            }
            var findings = store.verifier().verify();
            assertThat(findings.failures()).isZero();
            assertThat(findings.events()).isEqualTo(journal.size());
            var stored = new HashSet<Long>();
            journal.values().forEach(appended -> stored.add(appended.lastPosition()));
            assertThat(stored).hasSize(journal.size());
        } finally {
            postgres.close();
        }
    }

    private static EmbeddedPostgres start(Path folder, int port) throws IOException {
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("data"))
                .setCleanDataDirectory(false);
        return (port == 0 ? builder : builder.setPort(port)).start();
    }

    /** A client that sends each command until it is told its outcome. */
    private static Appended load(
            PostgresStore store, int number, AtomicBoolean stop, Map<String, Appended> journal, AtomicInteger count) {
        var last = Appended.NOTHING;
        for (var i = 0; !stop.get(); i++) {
            var key = number + "/" + i;
            last = sendUntilTold(
                    store, StoreUnderTest.request("load-" + number, i, 1, StoreUnderTest.command(key, key)));
            journal.put(key, last);
            count.incrementAndGet();
        }
        return last;
    }

    private static Appended sendUntilTold(PostgresStore store, AppendRequest request) {
        while (true) {
            try {
                return store.appender().append(request);
            } catch (CommandRepeated e) {
                return e.former();
            } catch (StoreUnavailable _) {
                Thread.onSpinWait(); // sent again with the same key
            }
        }
    }

    private static void waitForMore(AtomicInteger acknowledged) {
        var goal = acknowledged.get() + 50;
        while (acknowledged.get() < goal) {
            Thread.onSpinWait();
        }
    }

    private static void terminateBackends(HikariDataSource pool) throws SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()"
                    + " and backend_type = 'client backend'");
        }
    }
}
