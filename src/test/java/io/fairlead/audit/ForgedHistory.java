package io.fairlead.audit;

import io.fairlead.store.ChainHash;
import io.fairlead.store.ChainHash.ChainedEvent;
import java.io.IOException;
import java.sql.SQLException;

/**
 * What somebody with the highest rights of the database would do: an event says something else, and so do all hashes after it, so
 * that the log agrees with itself.
 */
final class ForgedHistory {

    private static final String STREAM = "store.es_stream";

    private final PlantedRows rows;

    ForgedHistory(PlantedRows rows) {
        this.rows = rows;
    }

    /** An approval names another approver, in its stream's hashes and in the view; returns the stream. */
    String ofAnApproval(String approver) throws SQLException, IOException {
        var stream =
                new PlantedEvents(rows).alter("InvoiceApproved", 11, approval -> approval.put("approvedBy", approver));
        rows.keep(STREAM);
        rows.keep("projection.invoice");
        chained(stream);
        try (var view = rows.database()
                .prepareStatement("update projection.invoice set approved_by = ? where invoice_id = ?")) {
            view.setString(1, approver);
            view.setString(2, stream);
            if (view.executeUpdate() != 1) {
                throw new IllegalStateException("no row of " + stream);
            }
        }
        return stream;
    }

    private void chained(String stream) throws SQLException {
        var chain = new ChainHash();
        var hash = ChainHash.START;
        try (var select = rows.database().prepareStatement("""
                        select e.position, s.aggregate_id, a.name, e.seq, e.event_id, n.name, e.schema_fp,
                            (extract(epoch from e.ts) * 1000000)::bigint, e.meta, e.payload
                        from store.es_event e
                        join store.es_stream s on s.stream_no = e.stream_no
                        join store.es_type a on a.type_no = s.type_no
                        join store.es_type n on n.type_no = e.type_no
                        where s.aggregate_id = ? order by e.seq""");
                var update = rows.database().prepareStatement("update store.es_event set hash = ? where position = ?");
                var last = rows.database()
                        .prepareStatement("update store.es_stream set last_hash = ? where aggregate_id = ?")) {
            select.setString(1, stream);
            try (var event = select.executeQuery()) {
                while (event.next()) {
                    hash = chain.of(
                            new ChainedEvent(
                                    event.getString(2),
                                    event.getString(3),
                                    event.getLong(4),
                                    event.getLong(1),
                                    event.getString(5),
                                    event.getString(6),
                                    event.getLong(7),
                                    event.getLong(8),
                                    event.getBytes(9),
                                    event.getBytes(10)),
                            hash);
                    update.setBytes(1, hash);
                    update.setLong(2, event.getLong(1));
                    update.executeUpdate();
                }
            }
            last.setBytes(1, hash);
            last.setString(2, stream);
            last.executeUpdate();
        }
    }
}
