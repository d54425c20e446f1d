package io.fairlead.launch;

import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A supervisor in a background process of its own, for {@code up --detach}. */
public final class Detached {

    private static final String MAIN = "io.fairlead.cli.Fairlead";
    private static final Duration STEP = Duration.ofMillis(100);

    /**
     * Starts it and returns once everything is ready; it runs on when this process ends.
     *
     * @throws AlreadyRunning when a supervisor holds the data folder
     * @throws StartRefused when the application may not open its store
     * @throws LaunchFailed when no ERP is known, or it ends before it is ready
     */
    public static Addresses start(LaunchSettings settings, Consumer<String> says) {
        var data = settings.data();
        FolderLock.take(data).close(); // The other process takes it for good; this only tells early and clearly.
        settings.requireErp();
        var log = data.log(Supervisor.NAME);
        says.accept("starting in the background; what it does stands in " + log);
        var options = List.of(
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-Dfairlead.application=" + settings.applicationMain(),
                "-Dfairlead.sandbox=" + settings.sandboxMain());
        var environment = new TreeMap<>(settings.environment());
        environment.put("FAIRLEAD_DATA", data.root().toString());
        var process = new JavaProcess(
                        Supervisor.NAME,
                        MAIN,
                        options,
                        List.of("up", "--nodes", Integer.toString(settings.nodes())),
                        environment)
                .start(data);
        while (!Stopping.ends(process.toHandle(), STEP)) {
            var ready = RunFile.read(data, Supervisor.NAME)
                    .filter(file -> file.pid() == process.pid() && file.state().equals("ready"))
                    .flatMap(_ -> Addresses.read(data));
            if (ready.isPresent()) {
                return ready.get();
            }
        }
        if (Readiness.code(process) == StartRefused.EXIT_CODE) {
            throw StartRefused.of(Supervisor.NAME, log);
        }
        throw new LaunchFailed("Fairlead did not start; the end of %s:%n%s".formatted(log, Readiness.tail(log)));
    }

    private Detached() {}
}
