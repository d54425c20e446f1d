package io.fairlead.app.wiring;

import io.fairlead.app.start.DatabaseAway;
import io.fairlead.app.start.SettingRefused;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** Tries both logins before anything is made of them: what PostgreSQL says is told by the setting that has to be changed. */
final class DatabaseLogins {

    /** As long as the pools wait for a connection. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration PAUSE = Duration.ofMillis(200);

    /** What a login's settings are called. */
    private record Names(String user, String password) {}

    private static final Names APPLICATION = new Names("FAIRLEAD_DB_USER", "FAIRLEAD_DB_PASSWORD");
    private static final Names OWNER = new Names("FAIRLEAD_DB_OWNER_USER", "FAIRLEAD_DB_OWNER_PASSWORD");

    /**
     * Logs in as both.
     *
     * @param patience how long one that is away is waited for
     * @return connections of the owner
     * @throws SettingRefused when the server is there and does not let one of them in, or does not prove its name
     * @throws DatabaseAway when nobody answers
     */
    static PGSimpleDataSource require(DatabaseSettings settings, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        var owner = source(settings, settings.owner());
        if (!settings.owner().equals(settings.application())) {
            require(settings, owner, OWNER, end);
        }
        require(settings, source(settings, settings.application()), APPLICATION, end);
        return owner;
    }

    private static void require(DatabaseSettings settings, PGSimpleDataSource login, Names names, long end) {
        while (true) {
            try {
                login.getConnection().close();
                return;
            } catch (SQLException e) {
                refuse(settings, Objects.requireNonNullElse(login.getUser(), ""), names, e);
                if (System.nanoTime() >= end) {
                    throw new DatabaseAway(
                            "FAIRLEAD_DB_URL: nobody answers at %s (%s)".formatted(settings.url(), text(e)));
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    /** Returns when waiting may help. */
    private static void refuse(DatabaseSettings settings, String user, Names names, SQLException e) {
        var state = Objects.requireNonNullElse(e.getSQLState(), "");
        if (isEncryption(e) && !settings.encryption().isEmpty()) {
            throw new SettingRefused(
                    "FAIRLEAD_DB_ROOT_CERT",
                    "%s does not prove by TLS who it is (%s)".formatted(settings.url(), text(e)),
                    "Name the certificate that signed the server's, and the server by the name in it; or leave it out for no"
                            + " TLS.");
        }
        switch (state) {
            case "28P01" ->
                throw new SettingRefused(
                        names.password(),
                        "PostgreSQL does not let %s in (%s)".formatted(user, text(e)),
                        "Give the password that PostgreSQL has, best in the file of %s_FILE; or set it there: alter role ... password."
                                .formatted(names.password()));
            case "28000" ->
                throw new SettingRefused(
                        names.user(),
                        "PostgreSQL does not let %s in (%s)".formatted(user, text(e)),
                        "Name one that may connect, or let it in there: create role ... login, pg_hba.conf.");
            case "3D000" ->
                throw new SettingRefused(
                        "FAIRLEAD_DB_URL",
                        "there is no such database (%s)".formatted(text(e)),
                        "Create it, owned by %s, or name another.".formatted(settings.owner()));
            default -> {}
        }
    }

    private static boolean isEncryption(SQLException e) {
        for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException) {
                return true;
            }
        }
        var text = text(e).toLowerCase(Locale.ROOT);
        return text.contains("ssl") || text.contains("hostname");
    }

    private static String text(SQLException e) {
        return String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
    }

    private static PGSimpleDataSource source(DatabaseSettings settings, DatabaseSettings.Login login) {
        var source = new PGSimpleDataSource();
        try {
            source.setUrl(settings.url());
        } catch (IllegalArgumentException e) {
            throw new SettingRefused(
                    "FAIRLEAD_DB_URL",
                    "it is no address of PostgreSQL",
                    "Set it to jdbc:postgresql://host:port/database.");
        }
        source.setUser(login.user());
        source.setPassword(login.password());
        if (!settings.encryption().isEmpty()) {
            source.setSslMode(settings.encryption().get("sslmode"));
            source.setSslRootCert(settings.encryption().get("sslrootcert"));
        }
        source.setConnectTimeout(5);
        source.setSocketTimeout(30);
        source.setApplicationName("fairlead-start");
        return source;
    }

    private DatabaseLogins() {}
}
