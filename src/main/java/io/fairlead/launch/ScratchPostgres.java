package io.fairlead.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * A PostgreSQL with the stack's own settings on a folder of its own, for measurements and fault campaigns: never the
 * user's data, and it may be killed.
 */
public final class ScratchPostgres implements AutoCloseable {

    private static final Duration RESTART_MAX = Duration.ofSeconds(60);

    private final DataFolder data;
    private final boolean temporary;
    private final PostgresHost host;
    private final int port;
    private ProcessHandle postmaster;

    private ScratchPostgres(Path folder, boolean temporary) {
        this.data = new DataFolder(folder);
        this.temporary = temporary;
        data.create();
        this.host = new PostgresHost(data, new Ports(data, Map.of()));
        this.postmaster = host.ensureRunning();
        this.port = host.port();
    }

    /**
     * Starts one in a temporary folder that is gone when it is closed.
     *
     * @param parent where the folder is made; its disk is the one that is measured
     */
    public static ScratchPostgres start(Path parent) {
        try {
            Files.createDirectories(parent);
            return new ScratchPostgres(Files.createTempDirectory(parent, "scratch-"), true);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a scratch folder in " + parent, e);
        }
    }

    /** Starts one in this folder, which is its alone and stays. */
    public static ScratchPostgres in(Path folder) {
        return new ScratchPostgres(folder, false);
    }

    /** JDBC address with role and password of the owner of the application's tables. */
    public String url() {
        return url(Login.OWNER);
    }

    /** Address for the server's administrator. */
    public String administratorUrl() {
        return url(Login.ADMINISTRATOR);
    }

    /** Address of the one database for a role. */
    public String url(Login login) {
        return login.url(server(PostgresHost.DATABASE), data);
    }

    private String server(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    /** Makes a further database of the same owner and tells its address. */
    public String createDatabase(String name) {
        host.createDatabase(name);
        return Login.OWNER.url(server(name), data);
    }

    /** Where the server writes what it does. */
    public Path log() {
        return data.log(Part.POSTGRES.id());
    }

    /** Ends the server as a power cut would: no checkpoint, no farewell to its sessions. */
    public void kill() {
        Stopping.endNow(postmaster, Part.POSTGRES.id(), Duration.ofSeconds(10));
    }

    /** Starts it again on the same port, once what was left of the killed one has let go of it. */
    public void restart() {
        var end = System.nanoTime() + RESTART_MAX.toNanos();
        while (true) {
            try {
                if (Ports.isFree(port)) {
                    postmaster = host.ensureRunning();
                    return;
                }
            } catch (LaunchFailed e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
            }
            if (System.nanoTime() > end) {
                throw new LaunchFailed("port %d of the killed PostgreSQL does not get free".formatted(port));
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    @Override
    public void close() {
        host.end();
        if (temporary) {
            data.delete();
        }
    }
}
