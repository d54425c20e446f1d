package io.fairlead.testing;

import io.fairlead.cli.Fairlead;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One call of the command line in a process of its own, as a user makes it.
 *
 * @param exitCode what it ended with
 * @param output its standard output
 * @param errors its standard error
 */
public record CommandLineRun(int exitCode, String output, String errors) {

    private static final long PATIENCE_MINUTES = 8;
    private static final String ADDRESS = "fairlead.url";

    /** Runs {@code fairlead} in this process against the application at an address; such runs do not go side by side. */
    public static CommandLineRun at(String address, String... arguments) {
        var out = System.out;
        var err = System.err;
        var caughtOut = new ByteArrayOutputStream();
        var caughtErr = new ByteArrayOutputStream();
        System.setProperty(ADDRESS, address);
        System.setOut(new PrintStream(caughtOut, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(caughtErr, true, StandardCharsets.UTF_8));
        try {
            var code = Fairlead.commandLine().execute(arguments);
            return new CommandLineRun(
                    code, caughtOut.toString(StandardCharsets.UTF_8), caughtErr.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
            System.clearProperty(ADDRESS);
        }
    }

    /** Runs {@code fairlead} on a data folder. */
    public static CommandLineRun of(Path data, String... arguments) throws IOException, InterruptedException {
        return of(data, Map.of(), arguments);
    }

    /** The same with more settings, by name. */
    public static CommandLineRun of(Path data, Map<String, String> settings, String... arguments)
            throws IOException, InterruptedException {
        var command = new ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                "-cp",
                System.getProperty("java.class.path"),
                "io.fairlead.cli.Fairlead"));
        command.addAll(List.of(arguments));
        var output = Files.createTempFile("fairlead", ".out");
        var errors = Files.createTempFile("fairlead", ".err");
        var builder =
                new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(errors.toFile());
        builder.environment().put("FAIRLEAD_DATA", data.toString());
        builder.environment().put("FAIRLEAD_SHORT_LIVED", "true"); // A stack that it starts lives for some minutes.
        builder.environment().putAll(settings);
        var process = builder.start();
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly().waitFor();
        }
        var run = new CommandLineRun(
                process.exitValue(),
                Files.readString(output, StandardCharsets.UTF_8),
                Files.readString(errors, StandardCharsets.UTF_8));
        Files.delete(output);
        Files.delete(errors);
        return run;
    }
}
