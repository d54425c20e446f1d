package io.fairlead.faults;

import io.fairlead.faults.Attempts.End;
import io.fairlead.faults.Violations.Kind;
import io.fairlead.launch.Addresses;
import io.fairlead.launch.DataFolder;
import io.fairlead.launch.Detached;
import io.fairlead.launch.KafkaLogin;
import io.fairlead.launch.LaunchSettings;
import io.fairlead.launch.Login;
import io.fairlead.launch.Ports;
import io.fairlead.launch.Shutdown;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/**
 * Tries every door of a whole Fairlead as another account of the machine, and what its own logins may not do; on a new folder,
 * and on one whose logins were made those of an older build.
 */
final class IntruderCampaign {

    private static final List<String> FILES = List.of(
            "",
            "secrets",
            "secrets/postgres-administrator.password",
            "secrets/kafka-application.properties",
            "secrets/erp.token",
            "secrets/registry.token",
            "run/addresses.properties",
            "postgres/pg_hba.conf",
            "postgres-binaries",
            "kafka/meta.properties",
            "sandbox",
            "logs/application.log");

    private final Violations violations = new Violations();
    private final Map<String, Object> further = new LinkedHashMap<>();
    private long attempted;
    private long refused;
    private long controls;

    CampaignFigures run(long seed, LongConsumer done) {
        var begin = System.nanoTime();
        try {
            var data = OwnStack.folder("intruder");
            try {
                var addresses = Detached.start(settings(data), _ -> {});
                tryAll("new folder", addresses, data);
                done.accept(1);
                OlderLogins.bringBack(addresses.databaseUrl(), data);
                var _ = Shutdown.of(data, _ -> {});
                OlderLogins.forget(data);
                tryAll("old folder", Detached.start(settings(data), _ -> {}), data);
                done.accept(2);
            } finally {
                var _ = Shutdown.of(data, _ -> {});
            }
            if (violations.total() == 0) {
                data.delete();
            } else {
                further.put("evidence", data.root().toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the campaign could not be run", e);
        } catch (SQLException e) {
            throw new IllegalStateException("the campaign could not be run: " + e.getMessage(), e);
        }
        further.put("controls_passed", controls);
        return new CampaignFigures(
                Campaign.INTRUDER.id(),
                false,
                seed,
                attempted,
                0,
                refused,
                attempted - refused,
                0,
                0,
                Duration.ofNanos(System.nanoTime() - begin).toSeconds(),
                further,
                CampaignFigures.broken(violations),
                violations.examples());
    }

    /** Everything our own, whatever the environment names. */
    private static LaunchSettings settings(DataFolder data) {
        var environment = new TreeMap<>(System.getenv());
        for (var external : List.of("FAIRLEAD_DB_URL", "FAIRLEAD_KAFKA", "FAIRLEAD_ERP_URL")) {
            environment.put(external, "");
        }
        return new LaunchSettings(data, environment, "io.fairlead.app.Application", "io.fairlead.sandbox.Sandbox")
                .shortLived();
    }

    private void tryAll(String folder, Addresses addresses, DataFolder data) throws IOException, SQLException {
        count(folder + " as another account", strangers(addresses, data));
        try (var application = DriverManager.getConnection(Login.APPLICATION.url(addresses.databaseUrl(), data));
                var reader = DriverManager.getConnection(Login.READER.url(addresses.databaseUrl(), data))) {
            control(() -> application.createStatement().execute("select count(*) from store.es_event"));
            control(() -> reader.createStatement().execute("select count(*) from bi.freshness"));
            count(
                    folder,
                    DatabaseTrespass.statements(application, Login.APPLICATION.role(), DatabaseTrespass.ON_THE_LOG));
            count(folder, DatabaseTrespass.statements(reader, Login.READER.role(), DatabaseTrespass.OF_A_READER));
        }
        var readerOfTopics = KafkaLogin.READER.settings(data, addresses.kafka());
        var result = KafkaTrespass.control("fairlead-reader", readerOfTopics);
        control(() -> result.end() == End.DONE);
        count(folder, KafkaTrespass.insider("fairlead-reader", readerOfTopics));
    }

    /** What is allowed must work, else refusals say nothing. */
    private void control(ControlCheck check) throws SQLException {
        if (check.passes()) {
            controls++;
        } else {
            violations.add(Kind.NOT_TRIED, "what is allowed does not work either");
        }
    }

    private interface ControlCheck {

        boolean passes() throws SQLException;
    }

    private void count(String where, List<Attempts.Result> results) {
        for (var result : results) {
            attempted++;
            var told = "%s: %s (%s)".formatted(where, result.what(), result.detail());
            switch (result.end()) {
                case REFUSED -> refused++;
                case DONE -> violations.add(Kind.ENTERED, told);
                case UNCLEAR -> violations.add(Kind.NOT_TRIED, told);
            }
        }
    }

    /** As an account without rights where this process may become one; else with this one's, and then files prove nothing. */
    private List<Attempts.Result> strangers(Addresses addresses, DataFolder data) throws IOException {
        var nobody = OtherAccount.command();
        var command = new ArrayList<>(nobody);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                Intruder.class.getName(),
                addresses.databaseUrl().replaceAll("^jdbc:postgresql://|/[^/]*$", ""),
                addresses.kafka(),
                "127.0.0.1:"
                        + new Ports(data, Map.of())
                                .remembered("kafka-controller")
                                .orElseThrow(),
                addresses.erp()));
        if (nobody.isEmpty()) {
            violations.add(
                    Kind.NOT_TRIED, "no other account to be: run as root, with setpriv or runuser, to try the files");
        } else {
            FILES.forEach(file -> command.add(data.root().resolve(file).toString()));
        }
        var errors = data.log("intruder");
        var builder = new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("FAIRLEAD_"));
        builder.environment().put("CLASSPATH", ChildJvm.classPath());
        var process = builder.start();
        var results = new ArrayList<Attempts.Result>();
        try (var output = process.inputReader(StandardCharsets.UTF_8)) {
            output.lines()
                    .filter(line -> line.contains("\t"))
                    .map(Attempts.Result::parse)
                    .forEach(results::add);
        }
        if (results.isEmpty()) {
            violations.add(Kind.NOT_TRIED, "the other account could not run Java from here; see " + errors);
        }
        return results;
    }
}
