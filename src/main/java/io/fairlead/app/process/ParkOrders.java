package io.fairlead.app.process;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people ask to do with parked events, in a table: whichever node owns a process carries its orders out. */
public final class ParkOrders {

    private static final long SEEN_NANOS = Duration.ofMillis(200).toNanos();

    private final JdbcClient jdbc;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile Seen seen = new Seen(Set.of(), 0);

    /** Processes that something is asked of, and when that was looked up. */
    private record Seen(Set<String> names, long nanos) {}

    public ParkOrders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An order.
     *
     * @param name view or process
     * @param sequence stream; null means all
     * @param position event to discard first; null when it is a mere retry
     * @param reason why it is discarded; null for a retry
     */
    public record Order(
            long id,
            String name,
            @Nullable String sequence,
            @Nullable Long position,
            String actor,
            @Nullable String reason) {}

    /** How an order ended. */
    public record Outcome(int replayed, int leftParked) {}

    /** Records that somebody wants parked events replayed, after setting one aside when a position is given. */
    public long ask(
            String name, @Nullable String sequence, @Nullable Long position, String actor, @Nullable String reason) {
        return jdbc.sql("""
                        insert into process.parked_order (kind, name, sequence_key, position, actor, reason)
                        values (?, ?, ?, ?, ?, ?) returning id""")
                .param(position == null ? "retry" : "discard")
                .param(name)
                .param(sequence)
                .param(position)
                .param(actor)
                .param(reason)
                .query(Long.class)
                .single();
    }

    /**
     * Whether something may be asked of a process; looked up for all of them together, since a query of each several times a
     * second would cost more than the orders. At most 200 ms old.
     */
    boolean isOpenFor(String name) {
        var known = seen;
        if ((known.nanos() == 0 || System.nanoTime() - known.nanos() > SEEN_NANOS) && looking.tryLock()) {
            try {
                var names = jdbc.sql("select distinct name from process.parked_order where done_at is null")
                        .query(String.class)
                        .list();
                known = new Seen(Set.copyOf(names), System.nanoTime());
                seen = known;
            } finally {
                looking.unlock();
            }
        }
        return known.names().contains(name);
    }

    List<Order> open(String name) {
        return jdbc.sql("""
                        select id, name, sequence_key, position, actor, reason from process.parked_order
                        where name = ? and done_at is null order by id""")
                .param(name)
                .query((row, _) -> new Order(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, Long.class),
                        row.getString(5),
                        row.getString(6)))
                .list();
    }

    void progressed(Order order, int replayed) {
        jdbc.sql("update process.parked_order set replayed = replayed + ? where id = ?")
                .params(replayed, order.id())
                .update();
    }

    /** Closes an order; the events left are those of its sequences that are still parked. */
    public void done(long id, int replayed, int leftParked) {
        jdbc.sql("""
                        update process.parked_order
                        set replayed = replayed + ?, left_parked = ?, done_at = clock_timestamp() where id = ?""").params(replayed, leftParked, id).update();
    }

    /** How an order ended; empty while it waits. */
    public Optional<Outcome> outcome(long id) {
        return jdbc.sql("""
                        select replayed, left_parked from process.parked_order
                        where id = ? and done_at is not null""")
                .param(id)
                .query((row, _) -> new Outcome(row.getInt(1), row.getInt(2)))
                .optional();
    }
}
