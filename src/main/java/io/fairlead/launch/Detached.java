package io.fairlead.launch;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A supervisor in a background process of its own, for {@code up --detach}. */
public final class Detached {

    private static final String MAIN = "io.fairlead.cli.Fairlead";
    private static final String BACKGROUND = "fairlead.background";
    private static final Duration STEP = Duration.ofMillis(100);

    /** Whether this process was started so: what it prints is a log. */
    public static boolean isThisProcess() {
        return Boolean.getBoolean(BACKGROUND);
    }

    /**
     * Starts it, or waits for the one that somebody else is starting at this moment, and starts it again when that one ends.
     *
     * @throws StartRefused when the application may not open its store
     * @throws LaunchFailed when no ERP is known, or it ends before it is ready
     */
    public static Addresses startOrJoin(LaunchSettings settings, Consumer<String> says) {
        while (true) {
            try {
                return start(settings, says);
            } catch (AlreadyRunning running) {
                says.accept(
                        "joining the Fairlead that runs on " + settings.data().root());
                var joined = LocalStack.join(settings.data());
                if (joined.isPresent()) {
                    return joined.get();
                }
            }
        }
    }

    /**
     * Starts it and returns once everything is ready; it runs on when this process ends.
     *
     * @throws AlreadyRunning when a supervisor holds the data folder, or came first to it
     * @throws StartRefused when the application may not open its store
     * @throws LaunchFailed when no ERP is known, or it ends before it is ready
     */
    public static Addresses start(LaunchSettings settings, Consumer<String> says) {
        var data = settings.data();
        FolderLock.take(data).close(); // The other process takes it for good; this only tells early and clearly.
        settings.require();
        var log = data.log(Supervisor.NAME);
        says.accept("starting in the background; what it does stands in " + log);
        var options = List.of(
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-Dfairlead.application=" + settings.applicationMain(),
                "-Dfairlead.sandbox=" + settings.sandboxMain(),
                "-D" + BACKGROUND + "=true");
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
                new Ports(data, Map.of()).moves().forEach(says);
                return ready.get();
            }
        }
        switch (Readiness.code(process)) {
            case StartRefused.EXIT_CODE -> throw StartRefused.of(Supervisor.NAME, log);
            case StartDelayed.EXIT_CODE -> throw StartDelayed.of(Supervisor.NAME, log);
            case AlreadyRunning.EXIT_CODE ->
                throw new AlreadyRunning(
                        data,
                        RunFile.read(data, Supervisor.NAME).map(RunFile::pid).orElse(0L));
            default -> {}
        }
        throw new LaunchFailed("Fairlead did not start; the end of %s:%n%s".formatted(log, Readiness.tail(log)));
    }

    private Detached() {}
}
