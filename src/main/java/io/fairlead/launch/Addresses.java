package io.fairlead.launch;

import java.util.Map;
import java.util.Optional;

/**
 * Where a running Fairlead is reached; commands read it, the application is started with it. Passwords are {@link Secrets}.
 *
 * @param databaseUrl JDBC address, without user and password
 * @param kafka bootstrap servers
 * @param registry base address of the schema registry
 * @param erp base address of the ERP
 * @param application base address of the HTTP API, without a slash at its end
 */
public record Addresses(String databaseUrl, String kafka, String registry, String erp, String application) {

    private static final String FILE = "addresses.properties";

    /** What the last start on a data folder wrote. */
    public static Optional<Addresses> read(DataFolder data) {
        var values = AtomicProperties.read(data.run(FILE));
        if (values.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Addresses(
                values.getOrDefault("database.url", ""),
                values.getOrDefault("kafka", ""),
                values.getOrDefault("registry", ""),
                values.getOrDefault("erp", ""),
                values.getOrDefault("application", "")));
    }

    void write(DataFolder data) {
        AtomicProperties.write(
                data.run(FILE),
                Map.of(
                        "database.url", databaseUrl,
                        "kafka", kafka,
                        "registry", registry,
                        "erp", erp,
                        "application", application));
    }

    /** The address of a part as shown to people. */
    public String of(Part part) {
        return switch (part) {
            case POSTGRES -> databaseUrl;
            case KAFKA -> kafka;
            case SANDBOX -> erp;
            case APPLICATION -> application;
        };
    }
}
