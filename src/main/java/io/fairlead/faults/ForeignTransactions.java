package io.fairlead.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/** Others in the same database, who open transactions at random and leave them open; they must hold nobody up. */
final class ForeignTransactions implements AutoCloseable {

    private static final int COUNT = 5;
    private static final Duration STEP = Duration.ofMillis(50);

    private final DataSource database;
    private final Duration openMax;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicLong transactions = new AtomicLong();
    private volatile boolean stopped;

    /** @param openMax how long one stays open at most; one stays open from first to last */
    ForeignTransactions(DataSource database, Duration openMax, long seed) throws SQLException {
        this.database = database;
        this.openMax = openMax;
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create table public.strangers (n bigint primary key, text text)");
            statement.execute("insert into public.strangers select n, '' from generate_series(1, 100) n");
        }
        for (var i = 0; i < COUNT; i++) {
            var number = i;
            var random = new Random(seed * 31 + i);
            threads.execute(() -> run(number, random));
        }
    }

    long transactions() {
        return transactions.get();
    }

    private void run(int number, Random random) {
        while (!stopped) {
            try (var connection = database.getConnection()) {
                connection.setAutoCommit(false);
                open(connection, number == 0 ? 0 : random.nextInt(4), number);
                transactions.incrementAndGet();
                var millis = number == 0 ? Long.MAX_VALUE / 1_000_000 : 20 + random.nextLong(openMax.toMillis());
                var begin = System.nanoTime();
                while (!stopped
                        && System.nanoTime() - begin < Duration.ofMillis(millis).toNanos()) {
                    LockSupport.parkNanos(STEP.toNanos());
                }
                if (random.nextBoolean()) {
                    connection.commit();
                } else {
                    connection.rollback();
                }
            } catch (SQLException _) {
                LockSupport.parkNanos(STEP.toNanos()); // Two of them meet in a row: one of them gives way.
            }
        }
    }

    /** Something written and a lock of one's own, a snapshot of the log, a lock on other rows, a table in the making. */
    private static void open(Connection connection, int kind, int number) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set local lock_timeout = '200ms'");
            statement.execute(
                    switch (kind) {
                        case 0 ->
                            "insert into public.strangers select max(n) + 1, 'open' from public.strangers;"
                                    + " select pg_advisory_xact_lock(" + (1_000 + number) + ")";
                        case 1 ->
                            "set transaction isolation level repeatable read; select count(*) from store.es_event";
                        case 2 -> "select * from public.strangers where n <= 10 for update skip locked";
                        default -> "create table public.half_made_" + number + " (n int)";
                    });
            if (kind == 3) {
                statement.execute("drop table public.half_made_" + number);
            }
        }
    }

    @Override
    public void close() {
        stopped = true;
        threads.close();
    }
}
