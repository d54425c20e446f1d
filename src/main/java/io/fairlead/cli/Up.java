package io.fairlead.cli;

import io.fairlead.launch.Addresses;
import io.fairlead.launch.AlreadyRunning;
import io.fairlead.launch.DataFolder;
import io.fairlead.launch.Detached;
import io.fairlead.launch.LaunchSettings;
import io.fairlead.launch.LocalStack;
import io.fairlead.launch.ProviderSettings;
import io.fairlead.launch.Supervisor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Starts everything and stays, or leaves it running in the background. */
@Command(
        name = "up",
        description =
                "Start PostgreSQL, Kafka, the sandbox ERP and the application; stay until Ctrl-C or `fairlead down`.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Data is kept in `data` (or FAIRLEAD_DATA). FAIRLEAD_DB_URL, FAIRLEAD_KAFKA, FAIRLEAD_REGISTRY_URL and",
            "FAIRLEAD_ERP_URL name parts that somebody else runs; FAIRLEAD_PORT and the like fix ports.",
            "With --oidc people log in at an identity provider, by `fairlead login`; later starts of the folder remember it.",
            "FAIRLEAD_OIDC_AUDIENCE, _ROLES_CLAIM, _COMPANIES_CLAIM and _CLI_CLIENT name what differs from its usual names.",
            "With --nodes 2 a second application process shares the work; one that dies is replaced by the other.",
            "Example: fairlead up --detach"
        })
final class Up implements Callable<Integer> {

    @Mixin
    private final Output output = new Output();

    @Option(names = "--detach", description = "Return once it is ready; it runs on in the background.")
    private boolean detach;

    @Option(
            names = "--nodes",
            paramLabel = "N",
            description =
                    "Application processes on the one store, 1 to 4; they share the work. Default ${DEFAULT-VALUE}.",
            defaultValue = "1")
    private int nodes;

    @Option(
            names = "--oidc",
            paramLabel = "URL",
            description =
                    "Issuer of the identity provider that vouches for callers; FAIRLEAD_OIDC_ISSUER, else that of the"
                            + " last start, when absent; none for nobody.")
    private @Nullable String oidc;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        if (nodes < 1 || nodes > LaunchSettings.NODES_MAX) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--nodes %d is out of range; use 1 to %d".formatted(nodes, LaunchSettings.NODES_MAX));
        }
        var settings = settings();
        if (detach) {
            var addresses = Detached.startOrJoin(settings, output::say);
            requireSameProvider(settings);
            print(addresses, settings.data());
            return ExitCode.OK.code();
        }
        var supervisor = supervisor(settings);
        try (supervisor) {
            if (Detached.isThisProcess()) {
                output.say("Fairlead is ready: " + supervisor.addresses().application());
            } else {
                print(supervisor.addresses(), settings.data());
            }
            supervisor.await();
        }
        return ExitCode.OK.code();
    }

    private LaunchSettings settings() {
        var settings = LaunchSettings.ofEnvironment().withNodes(nodes);
        return oidc == null ? settings : settings.withProvider(oidc);
    }

    /** What runs already may have been started with another one. */
    private void requireSameProvider(LaunchSettings wanted) {
        var runs = ProviderSettings.issuer(Map.of(), wanted.data()).orElse(ProviderSettings.NO_LOGIN);
        if (oidc != null && !oidc.equals(runs)) {
            throw new CommandFailed(
                    ExitCode.CONFLICT,
                    "the Fairlead that runs on %s was started with --oidc %s; `fairlead down` first"
                            .formatted(wanted.data().root(), runs));
        }
    }

    /** Waits for the outcome of a start at the same moment: it is ready, which is a conflict, or its place is free again. */
    private Supervisor supervisor(LaunchSettings settings) {
        while (true) {
            try {
                return Supervisor.start(settings, output::say);
            } catch (AlreadyRunning running) {
                if (LocalStack.running(settings.data()).isEmpty()) {
                    output.say(
                            "another start is under way on " + settings.data().root() + "; waiting for its outcome");
                }
                if (LocalStack.join(settings.data()).isPresent()) {
                    throw new AlreadyRunning(settings.data(), running.pid());
                }
            }
        }
    }

    private void print(Addresses addresses, DataFolder data) {
        Map<String, String> document = new LinkedHashMap<>();
        document.put("state", "ready");
        document.put("url", addresses.application());
        document.put("registry", addresses.registry());
        document.put("erp", addresses.erp());
        document.put("kafka", addresses.kafka());
        document.put("database", addresses.databaseUrl());
        var rows = document.entrySet().stream()
                .filter(entry -> !entry.getKey().equals("state"))
                .map(entry -> List.of(entry.getKey(), entry.getValue()))
                .toList();
        document.putAll(ReadersLogins.of(data));
        output.print(
                document,
                new Table("Fairlead is ready: " + addresses.application(), List.of("part", "address"), rows),
                ReadersLogins.table(data));
    }
}
