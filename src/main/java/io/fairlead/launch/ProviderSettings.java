package io.fairlead.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The settings by which people log in, remembered for a data folder: one that asked for logins does not forget to when it is
 * started again without them.
 */
public final class ProviderSettings {

    /** Environment variable that names the identity provider. */
    public static final String ISSUER = "FAIRLEAD_OIDC_ISSUER";

    /** In place of an issuer: nobody logs in, and what was remembered is forgotten at the start. */
    public static final String NO_LOGIN = "none";

    private static final String CLI_CLIENT = "FAIRLEAD_OIDC_CLI_CLIENT";
    private static final String PREFIX = "FAIRLEAD_OIDC_";
    private static final String SECRET = "_SECRET";

    /** The environment with what is remembered, unless it says something itself. */
    static Map<String, String> merged(DataFolder data, Map<String, String> environment) {
        if (!environment.getOrDefault(ISSUER, "").isBlank()) {
            return environment;
        }
        var merged = new TreeMap<>(remembered(data));
        environment.forEach((name, value) -> {
            if (!name.equals(ISSUER)) {
                merged.put(name, value);
            }
        });
        return merged;
    }

    /** Who vouches for callers of a data folder's application; empty where everybody of this machine is believed. */
    public static Optional<String> issuer(Map<String, String> environment, DataFolder data) {
        return Optional.ofNullable(merged(data, environment).get(ISSUER)).filter(issuer -> !issuer.equals(NO_LOGIN));
    }

    /** By which client people log in at a command line; empty where nobody says. */
    public static String client(Map<String, String> environment, DataFolder data) {
        return merged(data, environment).getOrDefault(CLI_CLIENT, "");
    }

    /** At a start: what it is started with holds until another start says otherwise. */
    static void remember(DataFolder data, Map<String, String> environment) {
        var settings = of(environment);
        if (settings.isEmpty()) {
            try {
                Files.deleteIfExists(file(data));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        } else if (!settings.equals(remembered(data))) {
            AtomicProperties.write(file(data), settings);
        }
    }

    /** What the application is to be told: nothing in place of {@value #NO_LOGIN}. */
    static Map<String, String> told(Map<String, String> environment) {
        var told = new TreeMap<>(environment);
        var _ = told.computeIfPresent(ISSUER, (_, issuer) -> issuer.equals(NO_LOGIN) ? "" : issuer);
        return told;
    }

    private static Map<String, String> of(Map<String, String> environment) {
        var issuer = environment.getOrDefault(ISSUER, "");
        return issuer.isBlank() || issuer.equals(NO_LOGIN)
                ? Map.of()
                : environment.entrySet().stream()
                        .filter(setting -> setting.getKey().startsWith(PREFIX)
                                && !setting.getKey().endsWith(SECRET)) // Of secrets their files are remembered.
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<String, String> remembered(DataFolder data) {
        return AtomicProperties.read(file(data));
    }

    private static Path file(DataFolder data) {
        return data.root().resolve("provider.properties");
    }

    private ProviderSettings() {}
}
