package io.fairlead.app.wiring;

import io.fairlead.app.start.SecretSetting;
import io.fairlead.app.start.SettingRefused;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How PostgreSQL is reached.
 *
 * @param url JDBC address
 * @param application adds to the log and keeps the books
 * @param owner of the tables, who migrates them; the same login where only one is given
 * @param encryption properties of the connection that have the server prove who it is; empty without a root certificate
 */
record DatabaseSettings(String url, Login application, Login owner, Map<String, String> encryption) {

    /** Whom the database takes a connection for. */
    record Login(String user, String password) {

        @Override
        public String toString() {
            return user; // Never the password, in whatever log.
        }
    }

    /**
     * Reads the settings.
     *
     * @param settings values by name, null where none is given
     * @throws SettingRefused when one is missing or its file is of no use
     */
    static DatabaseSettings of(UnaryOperator<@Nullable String> settings) {
        var url = needed(settings, "FAIRLEAD_DB_URL", "Set it to jdbc:postgresql://host:port/database.");
        var user = needed(settings, "FAIRLEAD_DB_USER", "Set it to a login that is a member of fairlead_app.");
        var application = new Login(user, SecretSetting.of(settings, "FAIRLEAD_DB_PASSWORD"));
        var owner = text(settings, "FAIRLEAD_DB_OWNER_USER");
        return new DatabaseSettings(
                url,
                application,
                owner.isEmpty()
                        ? application
                        : new Login(owner, SecretSetting.of(settings, "FAIRLEAD_DB_OWNER_PASSWORD")),
                encryption(text(settings, "FAIRLEAD_DB_ROOT_CERT")));
    }

    private static Map<String, String> encryption(String certificate) {
        if (certificate.isEmpty()) {
            return Map.of();
        }
        if (!Files.isReadable(Path.of(certificate))) {
            throw new SettingRefused(
                    "FAIRLEAD_DB_ROOT_CERT",
                    "there is no readable file " + certificate,
                    "Name the PEM file of the certificate that signed the server's.");
        }
        return Map.of("sslmode", "verify-full", "sslrootcert", certificate);
    }

    private static String needed(UnaryOperator<@Nullable String> settings, String name, String remedy) {
        var value = text(settings, name);
        if (value.isEmpty()) {
            throw new SettingRefused(name, "it is not set", remedy);
        }
        return value;
    }

    private static String text(UnaryOperator<@Nullable String> settings, String name) {
        return Objects.requireNonNullElse(settings.apply(name), "").strip();
    }
}
