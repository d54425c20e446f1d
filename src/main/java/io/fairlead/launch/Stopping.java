package io.fairlead.launch;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Ends processes of a data folder in order: application, sandbox, broker, database. */
final class Stopping {

    private static final Duration ORDERLY_MAX = Duration.ofSeconds(30);

    /** Ends whatever a killed supervisor left; the database may stay, since the next start takes it over. */
    static void endLeftovers(DataFolder data, boolean databaseToo, Consumer<String> says) {
        var parts = new ArrayList<>(Part.furtherNodes(data));
        parts.addAll(List.of(Part.APPLICATION.id(), Part.SANDBOX.id(), Part.KAFKA.id()));
        for (var part : parts) {
            RunFile.read(data, part).flatMap(RunFile::process).ifPresent(process -> {
                says.accept("ending %s (process %d) of an earlier run".formatted(part, process.pid()));
                end(process, part);
            });
            RunFile.remove(data, part);
        }
        if (databaseToo) {
            PostgresHost.stop(data);
            RunFile.remove(data, Part.POSTGRES.id());
        }
    }

    /** Asks a process to end, waits, and ends it by force when it does not listen. */
    static void end(ProcessHandle process, String name) {
        process.destroy();
        if (!ends(process, ORDERLY_MAX)) {
            endNow(process, name, ORDERLY_MAX);
        }
    }

    static void endNow(ProcessHandle process, String name, Duration max) {
        process.destroyForcibly();
        if (!ends(process, max)) {
            throw new LaunchFailed("%s (process %d) does not end; end it by hand".formatted(name, process.pid()));
        }
    }

    static boolean ends(ProcessHandle process, Duration max) {
        try {
            process.onExit().get(max.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return !process.isAlive();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }

    static void signal(ProcessHandle process, String signal) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Stopping() {}
}
