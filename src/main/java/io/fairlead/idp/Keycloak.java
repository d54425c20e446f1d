package io.fairlead.idp;

import io.fairlead.launch.Companion;
import io.fairlead.launch.DataFolder;
import io.fairlead.launch.LaunchFailed;
import io.fairlead.launch.Ports;
import io.fairlead.launch.Secrets;
import io.fairlead.schema.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * One Keycloak of a data folder, on loopback, with the realm of the resource {@code realm.json}; it keeps what people change until
 * that file changes.
 *
 * @param data the folder
 * @param environment FAIRLEAD_IDP_PORT fixes its port
 */
record Keycloak(DataFolder data, Map<String, String> environment) {

    static final String NAME = "idp";
    static final String REALM = "fairlead";
    static final String ADMIN_PASSWORD = "idp-admin.password";

    private static final String MARKER = "-Dfairlead.idp=";
    private static final String PORT = "FAIRLEAD_IDP_PORT";

    /** Small and quick to start rather than fast for long. */
    private static final List<String> JAVA = List.of(
            "-Xms64m",
            "-Xmx256m",
            "-XX:MaxMetaspaceSize=256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "-Duser.language=en",
            "-Duser.country=US",
            "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                    + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Dpicocli.disable.closures=true");

    /**
     * What runs.
     *
     * @param state ready, stopped, or absent when it was never brought
     * @param issuer its address as tokens name it; empty unless it runs
     */
    record Seen(String state, long pid, int port, String issuer) {}

    Seen seen() {
        var process = companion().running();
        int port = new Ports(data, Map.of()).remembered(NAME).orElse(0);
        if (process.isPresent()) {
            return new Seen("ready", process.get().pid(), port, issuer(port));
        }
        return new Seen(isBuilt() ? "stopped" : "absent", 0, port, "");
    }

    /** Starts it, or finds it running; the first time it is brought, built and given the realm. */
    Seen up(KeycloakDelivery delivery, Consumer<String> says) {
        data.create();
        if (companion().running().isPresent()) {
            return seen();
        }
        if (!Files.isDirectory(server())) {
            says.accept("bringing Keycloak %s by Maven (177 MB the first time)".formatted(KeycloakDelivery.VERSION));
            delivery.into(server());
        }
        build(says);
        boolean isNew = prepareRealm(says);
        int port = new Ports(data, environment).claim(NAME, PORT);
        says.accept("starting Keycloak on port " + port);
        var command = new ArrayList<>(List.of("start", "--optimized"));
        if (isNew) {
            command.add("--import-realm");
        }
        command.addAll(List.of(
                "--cache=local", // Else it opens a port for a cluster on the machine's outward address.
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--hostname=http://127.0.0.1:" + port,
                "--log-level=warn"));
        var variables = new HashMap<String, String>();
        if (isNew) {
            variables.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
            variables.put("KC_BOOTSTRAP_ADMIN_PASSWORD", new Secrets(data).orMade(ADMIN_PASSWORD));
        }
        var _ = companion().start(java(command, true), variables, URI.create(issuer(port)));
        if (isNew) {
            write(imported(), digestOfRealm());
        }
        return seen();
    }

    boolean down() {
        return companion().end();
    }

    private Companion companion() {
        return new Companion(data, NAME, MARKER + data.root());
    }

    private Path server() {
        return data.root().resolve("keycloak").resolve(KeycloakDelivery.VERSION);
    }

    private boolean isBuilt() {
        return Files.exists(server().resolve("fairlead-built"));
    }

    /** Options that Keycloak settles once: one node, and only what is tried. */
    private void build(Consumer<String> says) {
        if (!isBuilt()) {
            says.accept("building Keycloak, once");
            companion()
                    .run(
                            java(
                                    List.of(
                                            "build",
                                            "--db=dev-file",
                                            "--features-disabled=ciba,par,kerberos,organization,impersonation"),
                                    false),
                            Map.of());
            write(server().resolve("fairlead-built"), KeycloakDelivery.VERSION);
        }
    }

    /** Whether the realm has to be imported: for the first time, or since ours has changed. */
    private boolean prepareRealm(Consumer<String> says) {
        if (Files.exists(imported()) && read(imported()).equals(digestOfRealm())) {
            return false;
        }
        says.accept("importing realm " + REALM);
        new DataFolder(server().resolve("data")).delete();
        try {
            Files.createDirectories(server().resolve("data/import"));
            Files.write(server().resolve("data/import/" + REALM + "-realm.json"), realm());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return true;
    }

    private Path imported() {
        return server().resolve("data").resolve("fairlead-imported");
    }

    static byte[] realm() {
        try (var in = Keycloak.class.getResourceAsStream("realm.json")) {
            if (in == null) {
                throw new LaunchFailed("realm.json is missing in this build");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digestOfRealm() {
        return Sha256.hex(realm());
    }

    static String issuer(int port) {
        return "http://127.0.0.1:" + port + "/realms/" + REALM;
    }

    /** @param isServer whether it serves for long: the first stop writes an archive of classes, which halves later starts */
    private List<String> java(List<String> arguments, boolean isServer) {
        var all = new ArrayList<>(JAVA);
        if (isServer) {
            all.add("-XX:+AutoCreateSharedArchive");
            all.add("-XX:SharedArchiveFile=" + server().resolve("classes.jsa"));
        }
        all.add(MARKER + data.root());
        all.add("-Dkc.home.dir=" + server());
        all.add("-Djboss.server.config.dir=" + server().resolve("conf"));
        all.addAll(List.of(
                "-cp",
                server().resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        all.addAll(arguments);
        return all;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
