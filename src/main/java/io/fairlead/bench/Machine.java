package io.fairlead.bench;

import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;

/** What every figure has to be read with: the machine's load and whether commits were durable. */
final class Machine {

    private Machine() {}

    /** Load average of the last minute, cores, fsync and synchronous_commit of the server. */
    static Map<String, Object> described(DataSource database) {
        var told = new LinkedHashMap<String, Object>();
        told.put(
                "fsync",
                "on".equals(setting(database, "fsync")) && "on".equals(setting(database, "synchronous_commit")));
        told.put(
                "load_average",
                Measured.rounded(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(), 2));
        told.put("cores", Runtime.getRuntime().availableProcessors());
        told.put("postgresql", setting(database, "server_version"));
        return told;
    }

    private static String setting(DataSource database, String name) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("show " + name)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot ask the server for " + name, e);
        }
    }
}
