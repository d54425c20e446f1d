package io.fairlead.app.process;

import io.fairlead.log.StoredEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tokens and parked events of processes, in schema process. Whatever an owner writes names its epoch, and is refused
 * once a later owner has opened the process.
 */
public final class ProcessStore {

    private static final int REASON_LENGTH_MAX = 2_000;

    private final JdbcClient jdbc;

    public ProcessStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Makes the epoch's owner the only one that may write.
     *
     * @return last position done; 0 when the process is new
     * @throws LostOwnership when a later owner was here
     */
    long open(String name, long epoch) {
        return jdbc.sql("""
                        insert into process.token as t (name, position, epoch) values (?, 0, ?)
                        on conflict (name) do update set epoch = excluded.epoch where t.epoch <= excluded.epoch
                        returning position""")
                .params(name, epoch)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new LostOwnership(name, epoch));
    }

    /**
     * Moves the token forward; it never moves back. The commit does not wait for the disk: a token that a crash of PostgreSQL
     * takes back repeats reactions, which change nothing, while the flushes of all processes would hold up every append.
     */
    void advance(String name, long position, long epoch) {
        fence(name, epoch, jdbc.sql("""
                        with soon as (select set_config('synchronous_commit', 'off', true))
                        update process.token set position = greatest(position, ?), updated_at = clock_timestamp()
                        from soon where name = ? and epoch = ?""").params(position, name, epoch).update());
    }

    /** Position that the owner of a process has reached, whichever node that is; 0 when it never ran. */
    public long position(String name) {
        return jdbc.sql("select position from process.token where name = ?")
                .param(name)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** The same of every process that ever ran, by name. */
    public Map<String, Long> positions() {
        var positions = new HashMap<String, Long>();
        jdbc.sql("select name, position from process.token").query(row -> {
            positions.put(row.getString(1), row.getLong(2));
        });
        return positions;
    }

    List<String> parkedSequences(String name) {
        return jdbc.sql("select distinct sequence_key from process.parked where name = ?")
                .param(name)
                .query(String.class)
                .list();
    }

    /** Parks an event; one that is parked already keeps its reason. */
    void park(String name, StoredEvent event, String reason, long epoch) {
        fence(
                name,
                epoch,
                jdbc.sql("""
                        with mine as (select name from process.token where name = ? and epoch = ? for share),
                        added as (insert into process.parked
                                (name, position, sequence_key, event_id, event_type, reason)
                            select name, ?, ?, ?, ?, ? from mine on conflict do nothing)
                        select count(*) from mine""")
                        .params(
                                name,
                                epoch,
                                event.position(),
                                event.aggregateId(),
                                event.eventId(),
                                event.type(),
                                cut(reason))
                        .query(Integer.class)
                        .single());
    }

    /** A parked event could not be reacted to once more. */
    void failedAgain(String name, long position, String reason, long epoch) {
        fence(
                name,
                epoch,
                jdbc.sql("""
                        with mine as (select name from process.token where name = ? and epoch = ? for share)
                        update process.parked p set reason = ? from mine
                        where p.name = mine.name and p.position = ?""").params(name, epoch, cut(reason), position).update());
    }

    /** An event that was parked is done. */
    void unpark(String name, long position, long epoch) {
        fence(name, epoch, jdbc.sql("""
                        with mine as (select name from process.token where name = ? and epoch = ? for share)
                        delete from process.parked p using mine where p.name = mine.name and p.position = ?""").params(name, epoch, position).update());
    }

    private static void fence(String name, long epoch, int rows) {
        if (rows == 0) {
            throw new LostOwnership(name, epoch);
        }
    }

    private static String cut(String reason) {
        return reason.substring(0, Math.min(reason.length(), REASON_LENGTH_MAX));
    }

    /** Positions of a sequence's parked events, ascending. */
    List<Long> parkedPositions(String name, String sequence) {
        return jdbc.sql("select position from process.parked where name = ? and sequence_key = ? order by position")
                .params(name, sequence)
                .query(Long.class)
                .list();
    }

    /** Sets a parked event aside for good, on record; nothing when it is not parked any more. */
    void discard(String name, long position, ParkOrders.Order order, long epoch) {
        fence(
                name,
                epoch,
                jdbc.sql("""
                        with mine as (select name from process.token where name = ? and epoch = ? for share),
                        gone as (delete from process.parked p using mine
                            where p.name = mine.name and p.position = ? returning p.*),
                        noted as (insert into process.discarded (name, position, sequence_key, event_id, event_type,
                                parked_because, parked_at, discarded_because, discarded_by)
                            select name, position, sequence_key, event_id, event_type, reason, parked_at, ?, ? from gone
                            on conflict do nothing)
                        select count(*) from mine""")
                        .param(name)
                        .param(epoch)
                        .param(position)
                        .param(order.reason())
                        .param(order.actor())
                        .query(Integer.class)
                        .single());
    }
}
