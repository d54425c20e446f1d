package io.fairlead.projection;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jooq.DSLContext;

/** A user who asks the same of the views again and again, and must always be told something. */
final class Readers implements AutoCloseable {

    static final List<String> QUERIES = List.of(
            "select count(*) from bi.unbilled b join bi.dim_customer c using (customer_id) join bi.margin using (project_id)",
            "select count(*) from projection.unbilled_work w join projection.time_entry t on t.time_entry_id = w.source_id");

    private static final long PAUSE_NANOS = 2_000_000;

    private final DSLContext db;
    private final String query;
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final AtomicLong reads = new AtomicLong();
    private final Thread thread;
    private volatile boolean closed;

    Readers(DSLContext db, String query) {
        this.db = db;
        this.query = query;
        this.thread = Thread.ofPlatform().daemon().start(this::read);
    }

    private void read() {
        long most = 0;
        while (!closed) {
            try {
                long rows = db.fetchSingle(query).get(0, Long.class);
                if (rows < most) {
                    failures.add(query + ": " + rows + " rows after " + most);
                }
                most = Math.max(most, rows);
                reads.incrementAndGet();
                LockSupport.parkNanos(PAUSE_NANOS);
            } catch (RuntimeException e) {
                failures.add(query + ": " + e.getMessage());
            }
        }
    }

    long reads() {
        return reads.get();
    }

    List<String> failures() {
        return failures;
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
