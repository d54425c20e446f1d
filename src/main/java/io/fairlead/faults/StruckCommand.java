package io.fairlead.faults;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * One command line in a process of its own, as a user runs it, during which something is struck.
 *
 * @param code what it ended with; -1 when it did not end
 * @param wasStruck whether it still ran at the strike
 * @param output its standard output
 * @param errors its standard error
 */
record StruckCommand(int code, boolean wasStruck, String output, String errors) {

    private static final Duration MAX = Duration.ofMinutes(8);
    private static final Duration LOOK = Duration.ofMillis(2);

    /**
     * Runs it.
     *
     * @param data folder of the stack it speaks to
     * @param due asked every two milliseconds until it says that the moment has come
     * @param strike what is done then, once
     */
    static StruckCommand run(Path data, List<String> arguments, BooleanSupplier due, Runnable strike)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                "io.fairlead.cli.Fairlead"));
        command.addAll(arguments);
        var output = Files.createTempFile(data, "command", ".out");
        var errors = Files.createTempFile(data, "command", ".err");
        var builder =
                new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(errors.toFile());
        builder.environment().put("FAIRLEAD_DATA", data.toString());
        builder.environment().put("CLASSPATH", classPath());
        builder.environment().remove("FAIRLEAD_URL");
        var process = builder.start();
        try {
            while (process.isAlive() && !due.getAsBoolean()) {
                LockSupport.parkNanos(LOOK.toNanos());
            }
            var struck = process.isAlive();
            if (struck) {
                strike.run();
            }
            var ended = process.waitFor(MAX.toSeconds(), TimeUnit.SECONDS);
            return new StruckCommand(
                    ended ? process.exitValue() : -1,
                    struck,
                    Files.readString(output, StandardCharsets.UTF_8),
                    Files.readString(errors, StandardCharsets.UTF_8));
        } finally {
            process.destroyForcibly();
            Files.deleteIfExists(output);
            Files.deleteIfExists(errors);
        }
    }

    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
