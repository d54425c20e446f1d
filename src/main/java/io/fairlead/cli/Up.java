package io.fairlead.cli;

import io.fairlead.launch.Addresses;
import io.fairlead.launch.AlreadyRunning;
import io.fairlead.launch.Detached;
import io.fairlead.launch.LaunchSettings;
import io.fairlead.launch.LocalStack;
import io.fairlead.launch.Supervisor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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
            "Example: fairlead up --detach"
        })
final class Up implements Callable<Integer> {

    @Mixin
    private final Output output = new Output();

    @Option(names = "--detach", description = "Return once it is ready; it runs on in the background.")
    private boolean detach;

    @Override
    public Integer call() throws InterruptedException {
        var settings = LaunchSettings.ofEnvironment();
        if (detach) {
            tell(detached(settings));
            return ExitCode.OK.code();
        }
        var supervisor = Supervisor.start(settings, System.err::println);
        try (supervisor) {
            tell(supervisor.addresses());
            supervisor.await();
        }
        return ExitCode.OK.code();
    }

    private Addresses detached(LaunchSettings settings) {
        try {
            return Detached.start(settings, output::say);
        } catch (AlreadyRunning running) {
            try (var joined = LocalStack.ensureRunning(settings, output::say)) {
                return joined.addresses();
            }
        }
    }

    private void tell(Addresses addresses) {
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
        output.print(
                document, new Table("Fairlead is ready: " + addresses.application(), List.of("part", "address"), rows));
    }
}
