package io.fairlead.launch;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A process beside the parts, which a command starts and another one ends: it has a run file and a log of its own and lives on
 * when the parts end.
 *
 * @param data the folder it belongs to
 * @param name names log and run file
 * @param marker text of its command line that no stranger's has
 */
public record Companion(DataFolder data, String name, String marker) {

    private static final String RUN_FILE = ".pid";

    /** The process, if it runs. */
    public Optional<ProcessHandle> running() {
        return RunFile.read(data, name).flatMap(RunFile::process);
    }

    /**
     * Runs a Java program to its end, with its output in the log.
     *
     * @throws LaunchFailed when it does not end with 0
     */
    public void run(List<String> command, Map<String, String> environment) {
        var code = Readiness.code(begin(command, environment));
        if (code != 0) {
            throw new LaunchFailed("%s ended with code %d; the end of %s:%n%s"
                    .formatted(name, code, log(), Readiness.tail(data.log(name))));
        }
    }

    /**
     * Starts it and returns once the address answers 200.
     *
     * @throws LaunchFailed when it does not come to that; then it is ended
     */
    public ProcessHandle start(List<String> command, Map<String, String> environment, URI ready) {
        var process = begin(command, environment);
        RunFile.of(process.toHandle(), marker, "starting").write(data, name);
        try {
            Readiness.awaitAnswer(process, name, ready, data.log(name));
        } catch (LaunchFailed e) {
            var _ = end();
            throw e;
        }
        RunFile.of(process.toHandle(), marker, "ready").write(data, name);
        return process.toHandle();
    }

    /** Ends it in order; returns whether it ran. */
    public boolean end() {
        var process = running();
        process.ifPresent(one -> Stopping.end(one, name));
        RunFile.remove(data, name);
        return process.isPresent();
    }

    /** Ends all that commands started beside the parts of a folder. */
    public static void endAll(DataFolder data) {
        try (var files = Files.list(data.root().resolve("run"))) {
            files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(RUN_FILE))
                    .map(file -> file.substring(0, file.length() - RUN_FILE.length()))
                    .toList()
                    .forEach(name -> {
                        var _ = new Companion(data, name, "").end();
                    });
        } catch (NoSuchFileException e) {
            // Nothing ever ran on it.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String log() {
        return data.log(name).toString();
    }

    /** @param options and main class, behind the Java that we run on ourselves */
    private Process begin(List<String> options, Map<String, String> environment) {
        var command = new ArrayList<>(JavaProcess.apart());
        command.addAll(JavaProcess.alone());
        command.add(JavaProcess.java());
        command.addAll(options);
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(data.log(name).toFile()));
        builder.environment().keySet().removeIf(variable -> variable.startsWith("KC_"));
        builder.environment().putAll(environment);
        try {
            LogTurnover.turnOverGrown(data.log(name));
            return builder.start();
        } catch (IOException e) {
            throw new LaunchFailed("cannot start %s (%s); see %s".formatted(name, e.getMessage(), log()), e);
        }
    }
}
