package io.fairlead.store;

import io.fairlead.store.read.PostgresEventLog;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Every schema that events of a store were written with, read without opening the store or touching its tables' version; for
 * whoever decides whether this build may open it. Some hundred rows, whatever the size of the log.
 *
 * @param all by fingerprint; those of events that were never stored after all are among them
 * @param events in the log
 */
public record StoredSchemas(List<WriterSchema> all, long events) {

    /** Reads them; there are none where no store was ever made. */
    public static StoredSchemas read(DataSource store) {
        try (var connection = store.getConnection()) {
            return isThere(connection)
                    ? new StoredSchemas(schemas(connection), PostgresEventLog.head(connection))
                    : new StoredSchemas(List.of(), 0);
        } catch (SQLException e) {
            throw PostgresEventLog.unavailable(e);
        }
    }

    private static boolean isThere(Connection connection) throws SQLException {
        try (var select = connection.createStatement();
                var rows = select.executeQuery("select to_regclass('store.es_schema') is not null"
                        + " and to_regclass('store.es_head') is not null")) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    private static List<WriterSchema> schemas(Connection connection) throws SQLException {
        var all = new ArrayList<WriterSchema>();
        try (var select = connection.createStatement();
                var rows =
                        select.executeQuery("select schema_fp, schema_json from store.es_schema order by schema_fp")) {
            while (rows.next()) {
                all.add(new WriterSchema(rows.getLong(1), rows.getString(2)));
            }
        }
        return List.copyOf(all);
    }
}
