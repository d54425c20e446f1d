package io.fairlead.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A PostgreSQL with the stack's own settings on a temporary folder, for measurements and fault campaigns: never the user's data.
 * Gone when closed.
 */
public final class ScratchPostgres implements AutoCloseable {

    private final DataFolder folder;
    private final PostgresHost host;

    private ScratchPostgres(DataFolder folder) {
        this.folder = folder;
        this.host = new PostgresHost(folder, new Ports(folder, Map.of()));
    }

    /**
     * Starts it below the folder.
     *
     * @param parent where the temporary folder is made; its disk is the one that is measured
     */
    public static ScratchPostgres start(Path parent) {
        try {
            Files.createDirectories(parent);
            var folder = new DataFolder(Files.createTempDirectory(parent, "scratch-"));
            folder.create();
            var scratch = new ScratchPostgres(folder);
            scratch.host.ensureRunning();
            return scratch;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a scratch folder in " + parent, e);
        }
    }

    /** JDBC address with user and password of the database's owner. */
    public String url() {
        return url(PostgresHost.DATABASE);
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s?user=%s&password=%s"
                .formatted(host.port(), database, PostgresHost.USER, PostgresHost.USER);
    }

    /** Makes a further database of the same owner and tells its address. */
    public String createDatabase(String name) {
        host.createDatabase(name);
        return url(name);
    }

    /** The server process. */
    public ProcessHandle process() {
        return PostgresHost.postmaster(folder)
                .orElseThrow(() -> new LaunchFailed("the scratch PostgreSQL has ended; see " + folder.log("postgres")));
    }

    /** Starts it again after it was killed. */
    public void restart() {
        host.ensureRunning();
    }

    @Override
    public void close() {
        PostgresHost.stop(folder);
        folder.delete();
    }
}
