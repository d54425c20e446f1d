package io.fairlead.app.parked;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is parked and what was discarded, of views and processes alike. */
public final class ParkTables {

    private static final String ALL = """
            (select 'view' as kind, projection as name, aggregate_id as stream, position, event_id, type, reason, parked_at
             from projection.parked_event
             union all
             select 'process', name, sequence_key, position, event_id, event_type, reason, parked_at
             from process.parked) parked
            """;

    private final JdbcClient jdbc;

    public ParkTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A parked event.
     *
     * @param kind view or process
     * @param name of the view or process
     */
    public record Parked(
            String kind,
            String name,
            String stream,
            long position,
            String eventId,
            String type,
            String reason,
            OffsetDateTime parkedAt) {}

    /**
     * A discarded event.
     *
     * @param name of the view or process
     */
    public record Discarded(
            String name,
            String stream,
            long position,
            String eventId,
            String type,
            String parkedBecause,
            OffsetDateTime parkedAt,
            String discardedBecause,
            String discardedBy,
            OffsetDateTime discardedAt) {}

    /** How much is parked. */
    public record Count(String kind, String name, long events, long streams) {}

    /** The first parked event of each stream of each view and process; the longest parked streams first. */
    List<Parked> streams(int max) {
        return jdbc.sql("select * from (select distinct on (kind, name, stream) * from " + ALL
                        + " order by kind, name, stream, position) first order by position, kind, name limit ?")
                .param(max)
                .query(ParkTables::row)
                .list();
    }

    List<Parked> parked(int max) {
        return jdbc.sql("select * from " + ALL + " order by name, position limit ?")
                .param(max)
                .query(ParkTables::row)
                .list();
    }

    /** Of one view or process; ascending, so that the first is the one that failed. */
    List<Parked> of(String name, String stream) {
        return jdbc.sql("select * from " + ALL + " where name = ? and stream = ? order by position")
                .params(name, stream)
                .query(ParkTables::row)
                .list();
    }

    /** Counts for each view and process that has anything parked. */
    public List<Count> counts() {
        return jdbc.sql("select kind, name, count(*), count(distinct stream) from " + ALL
                        + " group by kind, name order by name")
                .query((row, _) -> new Count(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4)))
                .list();
    }

    long count(String name, @Nullable String stream) {
        return jdbc.sql("select count(*) from " + ALL
                        + " where name = :name and (cast(:stream as text) is null or stream = :stream)")
                .param("name", name)
                .param("stream", stream)
                .query(Long.class)
                .single();
    }

    List<Discarded> discarded(int max) {
        return jdbc.sql("select * from process.discarded order by discarded_at desc, position limit ?")
                .param(max)
                .query((row, _) -> new Discarded(
                        row.getString("name"),
                        row.getString("sequence_key"),
                        row.getLong("position"),
                        row.getString("event_id"),
                        row.getString("event_type"),
                        row.getString("parked_because"),
                        row.getObject("parked_at", OffsetDateTime.class),
                        row.getString("discarded_because"),
                        row.getString("discarded_by"),
                        row.getObject("discarded_at", OffsetDateTime.class)))
                .list();
    }

    /** Sets a view's parked event aside, in one statement with the record of it. */
    void discardOfView(Parked event, String reason, String actor) {
        jdbc.sql("""
                        with gone as (delete from projection.parked_event where projection = ? and position = ? returning *)
                        insert into process.discarded (name, position, sequence_key, event_id, event_type,
                            parked_because, parked_at, discarded_because, discarded_by)
                        select projection, position, aggregate_id, event_id, type, reason, parked_at, ?, ? from gone
                        on conflict do nothing""").params(event.name(), event.position(), reason, actor).update();
    }

    private static Parked row(ResultSet row, int index) throws SQLException {
        return new Parked(
                row.getString("kind"),
                row.getString("name"),
                row.getString("stream"),
                row.getLong("position"),
                row.getString("event_id"),
                row.getString("type"),
                row.getString("reason"),
                row.getObject("parked_at", OffsetDateTime.class));
    }
}
