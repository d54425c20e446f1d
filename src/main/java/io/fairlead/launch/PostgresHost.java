package io.fairlead.launch;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Our own PostgreSQL on one data folder: unpacked, created, started, or taken over from a supervisor that was killed. */
final class PostgresHost {

    static final String DATABASE = "fairlead";

    private static final String SWEPT = "ot.epg.working-dir";
    private static final Duration START_MAX = Duration.ofSeconds(120); // Recovery after a crash on a busy machine.

    // The library switches durability off for tests (-F, synchronous_commit=off); here history must survive a power
    // cut.
    private static final Map<String, String> SERVER = Map.ofEntries(
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", "''"),
            Map.entry("max_connections", "400"),
            Map.entry("shared_buffers", "1GB"),
            Map.entry("work_mem", "16MB"),
            Map.entry("maintenance_work_mem", "128MB"),
            Map.entry("effective_cache_size", "3GB"),
            Map.entry("wal_compression", "on"),
            Map.entry("max_wal_size", "4GB"),
            Map.entry("checkpoint_timeout", "10min"),
            Map.entry("random_page_cost", "1.1"),
            Map.entry("jit", "off"),
            // Statements and details quote what callers sent: names, and what they hold as JSON.
            Map.entry("log_error_verbosity", "terse"),
            Map.entry("log_min_error_statement", "panic"),
            Map.entry("log_parameter_max_length_on_error", "0"),
            Map.entry("log_line_prefix", "'%m [%p] '"));

    private final DataFolder data;
    private final Ports ports;
    private final PostgresLogins logins;
    private @Nullable EmbeddedPostgres started;

    PostgresHost(DataFolder data, Ports ports) {
        this.data = data;
        this.ports = ports;
        this.logins = new PostgresLogins(data);
    }

    /** Makes sure that it runs, asks for our passwords and holds our database. */
    ProcessHandle ensureRunning() {
        // One that an older build left running lets everybody in.
        var running = postmaster(data).filter(process -> isReady(process) && logins.hold());
        if (running.isEmpty()) {
            stop(data);
            start(ports.claim(Part.POSTGRES.id(), Part.POSTGRES.portKey()));
        }
        var process = postmaster(data)
                .orElseThrow(() -> new LaunchFailed("PostgreSQL ended while starting; see " + data.log("postgres")));
        ports.keep(Part.POSTGRES.id(), port());
        createDatabase();
        return process;
    }

    int port() {
        return Integer.parseInt(pidFile(data).get(3));
    }

    private boolean isReady(ProcessHandle process) {
        var lines = pidFile(data);
        return process.isAlive() && lines.size() >= 8 && lines.get(7).strip().equals("ready");
    }

    private void start(int port) {
        var log = data.log(Part.POSTGRES.id());
        try {
            LogTurnover.turnOverGrown(log);
            removeHalfMade();
            logins.prepare();
            var output = ProcessBuilder.Redirect.appendTo(log.toFile());
            var builder = sweepingOnly(data.postgresBinaries())
                    .setDataDirectory(data.postgres())
                    .setOverrideWorkingDirectory(data.postgresBinaries().toFile())
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(START_MAX)
                    .setPort(port)
                    .setOutputRedirector(output)
                    .setErrorRedirector(output)
                    .setLocaleConfig("locale", "C")
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    // Options of initdb, which takes the last word on each: the library itself would say trust.
                    .setLocaleConfig("auth", "scram-sha-256")
                    .setLocaleConfig("pwfile", logins.administratorFile().toString())
                    .setDataDirectoryCustomizer(_ -> logins.writeRules())
                    .setConnectConfig("password", logins.password(Login.ADMINISTRATOR));
            SERVER.forEach(builder::setServerConfig);
            letGoOfFormer();
            started = builder.start();
            DataFolder.closed(data.postgresBinaries()); // The library opens it to everybody.
        } catch (IOException | RuntimeException e) {
            throw new LaunchFailed(
                    "PostgreSQL did not start on port %d (%s); see %s%s"
                            .formatted(port, e.getMessage(), log, rootHint()),
                    e);
        }
    }

    /**
     * The library makes and sweeps a folder for stale servers: ours, to keep it away from those of others. It reads the folder when
     * the builder is made; a setting that stayed would have the next server of this JVM make a deleted folder again.
     */
    private static EmbeddedPostgres.Builder sweepingOnly(Path folder) {
        var before = System.getProperty(SWEPT);
        System.setProperty(SWEPT, folder.toString());
        try {
            return EmbeddedPostgres.builder();
        } finally {
            if (before == null) {
                System.clearProperty(SWEPT);
            } else {
                System.setProperty(SWEPT, before);
            }
        }
    }

    /** Ends the server, and lets another host of this JVM have the folder. */
    void end() {
        try {
            if (postmaster(data).isPresent()) { // The library complains about one that has ended.
                letGoOfFormer();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        stop(data);
    }

    /** The library holds a lock on the folder of a server that it started, also when that server was killed. */
    private void letGoOfFormer() throws IOException {
        var former = started;
        if (former != null) {
            started = null;
            former.close();
        }
    }

    /** A first start that was killed while creating the cluster leaves a folder that no server ever ran on. */
    private void removeHalfMade() {
        if (Files.exists(data.postgres()) && !Files.exists(data.postgres().resolve("postmaster.opts"))) {
            new DataFolder(data.postgres()).delete();
        }
    }

    private static String rootHint() {
        return "root".equals(System.getProperty("user.name"))
                ? "; PostgreSQL refuses to run as root where user namespaces are off: use an ordinary user or FAIRLEAD_DB_URL"
                : "";
    }

    private void createDatabase() {
        try (var connection = logins.administrator(port(), "postgres")) {
            logins.makeRoles(connection);
            if (PostgresLogins.isMissing(connection, "select 1 from pg_database where datname = '" + DATABASE + "'")) {
                PostgresLogins.execute(connection, "create database " + DATABASE + " owner " + Login.OWNER.role());
            }
            // Errors of its sessions are told to them; here they would quote, one by one, what callers sent.
            PostgresLogins.execute(connection, "alter database " + DATABASE + " set log_min_messages = 'log'");
            logins.closeDatabase(connection, port(), DATABASE);
        } catch (SQLException e) {
            throw new LaunchFailed(
                    "cannot create roles and database %s (%s); see %s"
                            .formatted(DATABASE, e.getMessage(), data.log(Part.POSTGRES.id())),
                    e);
        }
    }

    /** A further database of the same owner. */
    void createDatabase(String name) {
        try (var connection = logins.administrator(port(), "postgres")) {
            PostgresLogins.execute(connection, "create database \"" + name + "\" owner " + Login.OWNER.role());
            logins.closeDatabase(connection, port(), name);
        } catch (SQLException e) {
            throw new LaunchFailed("cannot create the database %s (%s)".formatted(name, e.getMessage()), e);
        }
    }

    /** The server process of this data folder, whoever started it. */
    static Optional<ProcessHandle> postmaster(DataFolder data) {
        var lines = pidFile(data);
        if (lines.size() < 4) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(ProcessHandle::isAlive)
                .filter(process ->
                        RunFile.commandLine(process).contains(data.postgres().toString()));
    }

    /** Ends the server in order: sessions are cut, a checkpoint is written. */
    static void stop(DataFolder data) {
        postmaster(data).ifPresent(process -> {
            Stopping.signal(process, "INT"); // Fast; TERM would wait for the last session.
            if (!Stopping.ends(process, Duration.ofSeconds(60))) {
                Stopping.signal(process, "QUIT");
                Stopping.endNow(process, Part.POSTGRES.id(), Duration.ofSeconds(10));
            }
        });
    }

    private static List<String> pidFile(DataFolder data) {
        Path file = data.postgres().resolve("postmaster.pid");
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            return List.of(); // Not running, or just ending.
        }
    }
}
