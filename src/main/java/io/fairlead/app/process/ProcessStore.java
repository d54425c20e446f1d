package io.fairlead.app.process;

import io.fairlead.log.StoredEvent;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tokens and parked events of processes, in schema process. */
public final class ProcessStore {

    private final JdbcClient jdbc;

    public ProcessStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One parked event, for people. */
    public record Parked(String process, long position, String sequenceKey, String eventType, String reason) {}

    /** Last position done; 0 when the process is new. */
    long position(String name) {
        return jdbc.sql("select position from process.token where name = ?")
                .param(name)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    void advance(String name, long position) {
        jdbc.sql("""
                        insert into process.token (name, position) values (?, ?)
                        on conflict (name) do update set position = excluded.position, updated_at = clock_timestamp()""").params(name, position).update();
    }

    Set<String> parkedSequences(String name) {
        return new HashSet<>(jdbc.sql("select distinct sequence_key from process.parked where name = ?")
                .param(name)
                .query(String.class)
                .list());
    }

    void park(String name, StoredEvent event, String reason) {
        jdbc.sql("""
                        insert into process.parked (name, position, sequence_key, event_id, event_type, reason)
                        values (?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(name, event.position(), event.aggregateId(), event.eventId(), event.type(), reason)
                .update();
    }

    /** Everything that waits for a person. */
    public List<Parked> parked() {
        return jdbc.sql("""
                        select name, position, sequence_key, event_type, reason from process.parked
                        order by name, position""")
                .query((row, _) -> new Parked(
                        row.getString(1), row.getLong(2), row.getString(3), row.getString(4), row.getString(5)))
                .list();
    }
}
