package io.fairlead.store.read;

import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Saved states of streams, one per stream, so that long streams load fast. A lost snapshot loses nothing. */
public final class Snapshots {

    private final DataSource dataSource;

    public Snapshots(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * A state after an event.
     *
     * @param sequence of the last event in it
     * @param type of the state, with its revision
     * @param metadata encoded
     */
    public record Snapshot(
            String aggregateId,
            String aggregateType,
            long sequence,
            String eventId,
            Instant time,
            String type,
            @Nullable String revision,
            byte[] metadata,
            byte[] payload) {}

    /** Whether any snapshot was ever stored. */
    public boolean any() {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement("select exists (select 1 from store.es_snapshot)");
                var rows = select.executeQuery()) {
            return rows.next() && rows.getBoolean(1);
        } catch (SQLException e) {
            throw PostgresEventLog.unavailable(e);
        }
    }

    /** Keeps the newer of the given state and the one that is there; nothing when the stream is unknown. */
    public void store(Snapshot snapshot) {
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement("""
                        insert into store.es_snapshot
                            (stream_no, seq, event_id, ts, payload_type, payload_revision, meta, payload, position)
                        select s.stream_no, ?, ?, ?, ?, ?, ?, ?, e.position from store.es_stream s
                        join store.es_event e on e.stream_no = s.stream_no and e.seq = ?
                            and e.position between s.first_pos and s.last_pos
                        where s.aggregate_id = ?
                        on conflict (stream_no) do update set seq = excluded.seq, position = excluded.position,
                            event_id = excluded.event_id,
                            ts = excluded.ts, payload_type = excluded.payload_type,
                            payload_revision = excluded.payload_revision, meta = excluded.meta, payload = excluded.payload
                        where es_snapshot.seq <= excluded.seq""")) {
            insert.setLong(1, snapshot.sequence());
            insert.setString(2, snapshot.eventId());
            insert.setObject(3, snapshot.time().atOffset(ZoneOffset.UTC));
            insert.setString(4, snapshot.type());
            insert.setString(5, snapshot.revision());
            insert.setBytes(6, snapshot.metadata());
            insert.setBytes(7, snapshot.payload());
            insert.setLong(8, snapshot.sequence());
            insert.setString(9, snapshot.aggregateId());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw PostgresEventLog.unavailable(e);
        }
    }

    /** The stream's snapshot. */
    public Optional<Snapshot> find(String aggregateId) {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement("""
                        select t.name, n.seq, n.event_id, n.ts, n.payload_type, n.payload_revision, n.meta, n.payload
                        from store.es_stream s join store.es_snapshot n on n.stream_no = s.stream_no
                        join store.es_type t on t.type_no = s.type_no where s.aggregate_id = ?""")) {
            select.setString(1, aggregateId);
            try (var rows = select.executeQuery()) {
                return rows.next()
                        ? Optional.of(new Snapshot(
                                aggregateId,
                                rows.getString(1),
                                rows.getLong(2),
                                rows.getString(3),
                                rows.getObject(4, OffsetDateTime.class).toInstant(),
                                rows.getString(5),
                                rows.getString(6),
                                rows.getBytes(7),
                                rows.getBytes(8)))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw PostgresEventLog.unavailable(e);
        }
    }
}
