package io.fairlead.bench;

import com.zaxxer.hikari.HikariDataSource;
import io.fairlead.time.event.TimeRecorded;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.async.SequentialPerAggregatePolicy;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.PostgresTokenTableFactory;
import org.axonframework.serialization.JavaSerializer;

/**
 * The peer of a rebuild: Axon's pooled streaming processor with its defaults (batches of one event, 16 segments, four
 * threads), its JDBC token store and its JDBC engine. Its handler upserts one row for each event, which is less than our
 * views write.
 */
final class PeerProcessor implements AutoCloseable {

    private static final int EVENTS = 60_000;
    private static final int THREADS = 4;
    private static final int APPEND = 500;
    private static final String UPSERT = """
            insert into axon.entry_view (time_entry_id, person_id, project_id, contract_id, seconds, work_date, status)
            values (?, ?, ?, ?, ?, ?, 'recorded') on conflict (time_entry_id) do update set seconds = excluded.seconds""";

    private final HikariDataSource pool;
    private final AxonJdbcSide axon;
    private final SpringTransactions transactions;
    private final Duration round;
    private final AtomicLong handled = new AtomicLong();
    private int runs;

    /** @param round how long one measurement lasts */
    PeerProcessor(BenchDatabase database, Duration round) {
        axon = new AxonJdbcSide(database, BenchEvents.schemas());
        pool = database.pool("peer-view");
        transactions = new SpringTransactions(pool);
        this.round = round;
        execute("create table axon.entry_view (time_entry_id text primary key, person_id text, project_id text,"
                + " contract_id text, seconds int, work_date date, status text)");
        for (var done = 0; done < EVENTS; done += APPEND) {
            var events = new ArrayList<DomainEventMessage<?>>();
            for (var i = 0; i < APPEND; i++) {
                events.add(BenchEvents.recorded(BenchEvents.newStream()));
            }
            axon.transactions.executeInTransaction(() -> axon.engine.appendEvents(events));
        }
    }

    private void execute(String sql) {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Replays from the start for the length of a round, at most to the end. */
    Measured measured() {
        handled.set(0);
        execute("truncate axon.entry_view");
        var tokens = JdbcTokenStore.builder()
                .connectionProvider(transactions::connection)
                .serializer(JavaSerializer.builder().build())
                .build();
        if (runs++ == 0) {
            transactions.executeInTransaction(() -> tokens.createSchema(PostgresTokenTableFactory.INSTANCE));
        }
        try (var coordinator = Executors.newScheduledThreadPool(1);
                var workers = Executors.newScheduledThreadPool(THREADS)) {
            var processor = processor(tokens, coordinator, workers);
            processor.start();
            awaitFirst();
            var begin = System.nanoTime();
            var before = handled.get();
            while (System.nanoTime() - begin < round.toNanos() && handled.get() < EVENTS) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
            var measured = Measured.rate(handled.get() - before, System.nanoTime() - begin);
            processor.shutDown();
            return measured;
        }
    }

    private PooledStreamingEventProcessor processor(
            JdbcTokenStore tokens, ScheduledExecutorService coordinator, ScheduledExecutorService workers) {
        return PooledStreamingEventProcessor.builder()
                .name("bench-" + runs)
                .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                        .eventHandlers(List.of(new Handler()))
                        .sequencingPolicy(SequentialPerAggregatePolicy.instance())
                        .build())
                .messageSource(axon.eventStore())
                .tokenStore(tokens)
                .transactionManager(transactions)
                .coordinatorExecutor(coordinator)
                .workerExecutor(workers)
                .initialToken(source -> source.createTailToken())
                .build();
    }

    /** Claiming the segments is not counted. */
    private void awaitFirst() {
        while (handled.get() == 0) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    /** A view as many write it. */
    final class Handler {

        @EventHandler
        public void on(TimeRecorded event) throws SQLException {
            try (var connection = transactions.connection();
                    var upsert = connection.prepareStatement(UPSERT)) {
                upsert.setString(1, event.getTimeEntryId());
                upsert.setString(2, event.getPersonId());
                upsert.setString(3, event.getProjectId());
                upsert.setString(4, event.getContractId());
                upsert.setInt(5, event.getSeconds());
                upsert.setObject(6, event.getWorkDate());
                upsert.executeUpdate();
            }
            handled.incrementAndGet();
        }
    }

    @Override
    public void close() {
        axon.close();
        pool.close();
    }
}
