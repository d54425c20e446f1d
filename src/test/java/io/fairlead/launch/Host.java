package io.fairlead.launch;

import java.nio.file.Path;
import java.util.Map;

/** A process that runs a supervisor with stand-ins, for tests that kill it. Argument: the data folder. */
public final class Host {

    public static void main(String[] arguments) throws InterruptedException {
        Logging.toConsole("WARN");
        try (var supervisor = Supervisor.start(settings(Path.of(arguments[0])), System.err::println)) {
            supervisor.await();
        }
    }

    static LaunchSettings settings(Path folder) {
        return new LaunchSettings(new DataFolder(folder), Map.of(), StandIn.class.getName(), StandIn.class.getName());
    }

    private Host() {}
}
