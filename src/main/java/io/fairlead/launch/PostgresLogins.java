package io.fairlead.launch;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.postgresql.util.PasswordUtil;

/**
 * Who may log in to our PostgreSQL: everybody by password, nobody without. A folder of an older build, which trusted every account
 * of the machine, is changed while no server runs on it, so that there is no moment at which it can be entered.
 */
final class PostgresLogins {

    private static final String RULES_FILE = "pg_hba.conf";

    /** Digest of the password that the cluster was given: a file of another cluster's is noticed and not tried for minutes. */
    private static final String TAKEN_FILE = "fairlead-administrator.sha256";

    private static final String RULES = """
            # Written by Fairlead at each start. Passwords: folder secrets beside this one.
            host all all 127.0.0.1/32 scram-sha-256
            """;

    /**
     * Iterations make a guess of a person's password dear. These passwords are 256 random bits, which nobody guesses, and a pool
     * that opens forty connections should not pay for it.
     */
    private static final int ITERATIONS = 1;

    /** Of a login that people share: what a report or a forgotten window may take. Its sessions may change only the times. */
    private static final List<String> READERS_LIMITS = List.of(
            "connection limit 20",
            "set default_transaction_read_only = on",
            "set statement_timeout = '5min'",
            "set idle_in_transaction_session_timeout = '5min'",
            "set temp_file_limit = '4GB'");

    /**
     * PostgreSQL lets everybody take every advisory lock, so a reader could stop appends and starts; and write large objects. The
     * rights stand in each database; only what is missing is changed.
     */
    private static final String CLOSE_FUNCTIONS = """
            do $$
            declare
                f record;
                who text;
            begin
                for f in
                    select oid, oid::regprocedure as name, proname ~ '^pg_(try_)?advisory_' as locks from pg_proc
                    where pronamespace = 'pg_catalog'::regnamespace
                        and proname ~ '^(pg_(try_)?advisory_|lo_|loread$|lowrite$)'
                loop
                    if f.locks then
                        foreach who in array array['%s', '%s'] loop
                            if not exists (select from pg_proc p, aclexplode(p.proacl) x
                                    where p.oid = f.oid and x.grantee = who::regrole) then
                                execute format('grant execute on function %%s to %%I', f.name, who);
                            end if;
                        end loop;
                    end if;
                    if has_function_privilege('public', f.oid, 'execute') then
                        execute format('revoke execute on function %%s from public', f.name);
                    end if;
                end loop;
            end $$""".formatted(Login.OWNER.role(), Login.APPLICATION.role());

    private static final int SALT_BYTES = 16;
    private static final Duration CHANGE_MAX = Duration.ofSeconds(120); // Recovery after a crash comes before it.
    private static final List<Login> ROLES = List.of(Login.OWNER, Login.APPLICATION, Login.READER);

    private final DataFolder data;
    private final Secrets secrets;

    PostgresLogins(DataFolder data) {
        this.data = data;
        this.secrets = new Secrets(data);
    }

    /** Whether a server that runs on the folder asks for the passwords that we have. */
    boolean hold() {
        return secrets.find(Login.ADMINISTRATOR.file())
                .filter(password ->
                        read(RULES_FILE).equals(RULES) && read(TAKEN_FILE).equals(digest(password)))
                .isPresent();
    }

    /** Before the server starts: the administrator has our password. What a kill leaves undone is done by the next call. */
    void prepare() {
        var made = Files.exists(data.postgres().resolve("PG_VERSION"));
        if (!made) {
            var _ = secrets.orMade(Login.ADMINISTRATOR.file()); // The cluster is made with it.
        } else if (!hold()) {
            var known = secrets.find(Login.ADMINISTRATOR.file());
            var password = known.orElseGet(Secrets::random);
            changeWithoutServer(password);
            if (known.isEmpty()) {
                secrets.keep(Login.ADMINISTRATOR.file(), password);
            }
        }
    }

    /** The last step before the server reads them: they are written only once the administrator has the password. */
    void writeRules() {
        write(TAKEN_FILE, digest(password(Login.ADMINISTRATOR)));
        write(RULES_FILE, RULES);
    }

    private void write(String name, String text) {
        if (read(name).equals(text)) {
            return;
        }
        var file = data.postgres().resolve(name);
        var aside = file.resolveSibling(name + ".new");
        try {
            Files.writeString(aside, text);
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(aside, PosixFilePermissions.fromString("rw-------"));
            }
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    Path administratorFile() {
        return secrets.file(Login.ADMINISTRATOR.file());
    }

    String password(Login login) {
        return secrets.read(login.file());
    }

    /** A connection of the administrator's. */
    Connection administrator(int port, String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database),
                Login.ADMINISTRATOR.role(),
                password(Login.ADMINISTRATOR));
    }

    /** Makes the roles, or gives them the passwords of their files and no right that makes others. */
    void makeRoles(Connection administrator) throws SQLException {
        for (var login : ROLES) {
            if (isMissing(administrator, "select from pg_roles where rolname = '" + login.role() + "'")) {
                execute(administrator, "create role " + login.role());
            }
            letIn(administrator, login.role(), secrets.orMade(login.file()));
        }
        limit(administrator, Login.READER.role());
        execute(administrator, "revoke all on database postgres, template1 from public");
    }

    /** Gives a role a password and the limits of whoever reads. */
    void makeReader(Connection administrator, String role, String password) throws SQLException {
        letIn(administrator, role, password);
        limit(administrator, role);
    }

    private static void letIn(Connection administrator, String role, String password) throws SQLException {
        execute(
                administrator,
                "alter role %s login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password '%s'"
                        .formatted(role, verifier(password)));
    }

    private static void limit(Connection administrator, String role) throws SQLException {
        for (var limit : READERS_LIMITS) {
            execute(administrator, "alter role " + role + " " + limit);
        }
    }

    /** Lets only our roles into a database, the owner is in by itself, and readers take no locks there. */
    void closeDatabase(Connection administrator, int port, String name) throws SQLException {
        execute(administrator, "revoke all on database \"" + name + "\" from public");
        for (var login : List.of(Login.APPLICATION, Login.READER)) {
            execute(administrator, "grant connect on database \"" + name + "\" to " + login.role());
        }
        try (var within = administrator(port, name)) {
            execute(within, CLOSE_FUNCTIONS);
        }
    }

    static boolean isMissing(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return !rows.next();
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** What the server keeps of a password: enough to check it, not to use it. */
    private static String verifier(String password) {
        var salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        return PasswordUtil.encodeScramSha256(password.toCharArray(), ITERATIONS, salt);
    }

    /** PostgreSQL's single-user mode: nobody can connect meanwhile. */
    private void changeWithoutServer(String password) {
        var command = new ArrayList<String>();
        if (LinuxUtils.isUnshareAvailable()) {
            command.addAll(List.of("unshare", "-U")); // As the library does: PostgreSQL refuses to run as root.
        }
        command.addAll(List.of(program().toString(), "--single", "-D"));
        command.addAll(List.of(data.postgres().toString(), "postgres"));
        var log = data.log(Part.POSTGRES.id());
        var sql = "alter role %s password '%s'%n".formatted(Login.ADMINISTRATOR.role(), verifier(password));
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            try (var in = process.getOutputStream()) {
                in.write(sql.getBytes(StandardCharsets.UTF_8));
            }
            if (!Stopping.ends(process.toHandle(), CHANGE_MAX)) {
                Stopping.endNow(process.toHandle(), Part.POSTGRES.id(), Duration.ofSeconds(10));
                throw new LaunchFailed("PostgreSQL did not take its administrator's password; see " + log);
            }
            if (Readiness.code(process) != 0) {
                throw new LaunchFailed("PostgreSQL did not take its administrator's password (code %d); see %s"
                        .formatted(Readiness.code(process), log));
            }
        } catch (IOException e) {
            throw new LaunchFailed(
                    "PostgreSQL did not take its administrator's password (%s); see %s".formatted(e.getMessage(), log),
                    e);
        }
    }

    /** The server's program: the one that last ran on the folder, else one that was unpacked for it. */
    private Path program() {
        return lastProgram()
                .or(this::unpackedProgram)
                .orElseThrow(() -> new LaunchFailed("""
                the logins of %s are those of an older Fairlead, and no program of PostgreSQL is left to change them: \
                start it once with the build that made it, stop that, and start this one""".formatted(data.postgres())));
    }

    private Optional<Path> lastProgram() {
        try {
            var command = Files.readString(data.postgres().resolve("postmaster.opts"));
            return Optional.of(Path.of(command.substring(0, command.indexOf(" \"-D\""))))
                    .filter(Files::isExecutable);
        } catch (IOException | RuntimeException e) {
            return Optional.empty(); // Another form than today's: we look where programs are unpacked.
        }
    }

    private Optional<Path> unpackedProgram() {
        try (var versions = Files.list(data.postgresBinaries())) {
            return versions.map(version -> version.resolve("bin").resolve("postgres"))
                    .filter(Files::isExecutable)
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private String read(String name) {
        try {
            return Files.readString(data.postgres().resolve(name));
        } catch (IOException e) {
            return "";
        }
    }

    private static String digest(String password) {
        try {
            var sha = MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // Every JDK has it.
        }
    }
}
