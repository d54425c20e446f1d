package io.fairlead.launch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** A PostgreSQL of its own in one folder, set up like the stack's, for whoever must be able to kill it. */
public final class OwnPostgres implements AutoCloseable {

    private static final Duration RESTART_MAX = Duration.ofSeconds(60);

    private final DataFolder data;
    private final PostgresHost host;
    private final int port;
    private ProcessHandle postmaster;

    private OwnPostgres(DataFolder data) {
        this.data = data;
        this.host = new PostgresHost(data, new Ports(data, Map.of()));
        this.postmaster = host.ensureRunning();
        this.port = host.port();
    }

    /** Starts a new one; the folder is its alone. */
    public static OwnPostgres start(Path folder) {
        var data = new DataFolder(folder);
        data.create();
        return new OwnPostgres(data);
    }

    /** Address for the role that owns the application's tables. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:%d/%s?user=%s".formatted(port, PostgresHost.DATABASE, PostgresHost.USER);
    }

    /** Address for the server's administrator. */
    public String administratorUrl() {
        return "jdbc:postgresql://127.0.0.1:%d/%s?user=postgres".formatted(port, PostgresHost.DATABASE);
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
        PostgresHost.stop(data);
    }
}
