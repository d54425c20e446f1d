package io.fairlead.launch;

import java.time.Duration;
import java.util.function.Consumer;

/** Ends whatever runs on a data folder, for {@code down} and {@code reset}. */
public final class Shutdown {

    private static final Duration ORDERLY_MAX = Duration.ofSeconds(150); // All parts in turn, each with its own limit.

    /**
     * Asks the supervisor to end and waits; ends what a killed one left.
     *
     * @return whether anything ran
     */
    public static boolean of(DataFolder data, Consumer<String> says) {
        var supervisor = RunFile.read(data, Supervisor.NAME).flatMap(RunFile::process);
        supervisor.ifPresent(process -> {
            says.accept("asking the supervisor (process %d) to end".formatted(process.pid()));
            process.destroy();
            if (!Stopping.ends(process, ORDERLY_MAX)) {
                Stopping.endNow(process, Supervisor.NAME, Duration.ofSeconds(10));
            }
        });
        var leftovers = StackStatus.of(data).parts().stream().anyMatch(part -> part.pid() != 0)
                || PostgresHost.postmaster(data).isPresent();
        Stopping.endLeftovers(data, true, says);
        RunFile.remove(data, Supervisor.NAME);
        return supervisor.isPresent() || leftovers;
    }

    private Shutdown() {}
}
