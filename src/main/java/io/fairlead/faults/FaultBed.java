package io.fairlead.faults;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.fairlead.launch.DataFolder;
import io.fairlead.launch.ScratchPostgres;
import io.fairlead.log.EventLog;
import io.fairlead.log.MetadataKeys;
import io.fairlead.log.StoredEvent;
import io.fairlead.store.Appended;
import io.fairlead.store.PostgresStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** A folder and a PostgreSQL for one campaign alone; the user's data are never near. */
final class FaultBed implements AutoCloseable {

    private static final int PAGE = 5_000;

    private final DataFolder folder;
    private final ScratchPostgres postgres;
    private boolean passed;

    private FaultBed(DataFolder folder, ScratchPostgres postgres) {
        this.folder = folder;
        this.postgres = postgres;
    }

    static FaultBed open() {
        try {
            var folder = Files.createTempDirectory("fairlead-faults-");
            var ground = new FaultBed(new DataFolder(folder), ScratchPostgres.in(folder));
            try (var owner = ground.pool("owner", 4)) {
                PostgresStore.migrate(owner);
                ViewsUnderFault.migrate(owner);
            }
            return ground;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a temporary folder for the campaign", e);
        }
    }

    ScratchPostgres postgres() {
        return postgres;
    }

    Path file(String name) {
        return folder.root().resolve(name);
    }

    Path log(String name) {
        return folder.log(name);
    }

    HikariDataSource pool(String name, int size) {
        return pool(postgres.url(), name, size);
    }

    /** A pool with the limits of the application's own. */
    static HikariDataSource pool(String url, String name, int size) {
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(Math.min(4, size));
        config.setConnectionTimeout(10_000);
        config.addDataSourceProperty("ApplicationName", name);
        return new HikariDataSource(config);
    }

    /** The whole log as it stands. */
    static List<Stored> read(EventLog log) {
        var all = new ArrayList<Stored>();
        for (var page = log.after(0, PAGE); !page.isEmpty(); page = log.after(lastOf(page), PAGE)) {
            page.forEach(event -> all.add(new Stored(
                    event.position(),
                    event.aggregateId(),
                    event.sequence(),
                    event.eventId(),
                    event.metadata().getOrDefault(MetadataKeys.COMMAND_ID, ""))));
        }
        return all;
    }

    private static long lastOf(List<StoredEvent> page) {
        return page.getLast().position();
    }

    /** Every command's row, by key. */
    static Map<String, Appended> commands(DataSource database) {
        var rows = new HashMap<String, Appended>();
        try (var connection = database.getConnection();
                var select = connection.createStatement();
                var row = select.executeQuery("select key, first_pos, last_pos from store.es_command")) {
            while (row.next()) {
                rows.put(row.getString(1), new Appended(row.getLong(2), row.getLong(3)));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the commands", e);
        }
    }

    /** Nothing was broken, so nobody will look for a cause here: the end deletes the folder. */
    void passed() {
        passed = true;
    }

    Path root() {
        return folder.root();
    }

    @Override
    public void close() {
        postgres.close();
        if (passed) {
            folder.delete();
        }
    }
}
