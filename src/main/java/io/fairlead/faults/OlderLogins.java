package io.fairlead.faults;

import io.fairlead.launch.DataFolder;
import io.fairlead.launch.Login;
import io.fairlead.launch.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Makes a folder as builds left it that trusted every account of the machine. */
final class OlderLogins {

    private static final String TRUST = "host all all 127.0.0.1/32 trust\n";

    /** Roles as they were; while the stack runs. */
    static void bringBack(String databaseUrl, DataFolder data) throws SQLException {
        try (var connection = DriverManager.getConnection(Login.ADMINISTRATOR.url(databaseUrl, data));
                var statement = connection.createStatement()) {
            for (var sql : new String[] {
                "alter role postgres password null",
                "alter role fairlead createrole password 'fairlead'",
                "alter role fairlead_app nologin password null",
                "drop owned by fairlead_bi",
                "drop role fairlead_bi",
                "grant all on database fairlead to public",
                "grant execute on function pg_advisory_lock(bigint), pg_advisory_xact_lock(bigint), lo_create(oid) to public"
            }) {
                statement.execute(sql);
            }
        }
    }

    /** No password is known, and none is asked for; after the stack has ended. */
    static void forget(DataFolder data) throws IOException {
        Files.writeString(data.postgres().resolve("pg_hba.conf"), TRUST);
        new DataFolder(new Secrets(data).file("")).delete();
    }

    private OlderLogins() {}
}
