package io.fairlead.faults;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A Java process of ours that is talked to in lines, and that may be killed or stopped at any time. */
final class ChildJvm implements AutoCloseable {

    private static final String DATABASE = "DATABASE_URL";

    private final Process process;
    private final BufferedWriter input;
    private final BufferedReader output;

    private ChildJvm(Process process) {
        this.process = process;
        this.input = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /**
     * Starts the class with the code of this process; what it says on standard error goes to the log.
     *
     * @param database address with its password, which the class asks {@link #database} for: arguments are seen by every account
     */
    static ChildJvm start(Class<?> main, Path log, String database, String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-Djava.io.tmpdir=" + log.toAbsolutePath().getParent(), // It is killed and cannot tidy up.
                main.getName()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("CLASSPATH", classPath());
        builder.environment().put(DATABASE, database);
        try {
            return new ChildJvm(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + main.getSimpleName() + "; see " + log, e);
        }
    }

    /** The address of the database that this process was started with. */
    static String database() {
        return Objects.requireNonNull(System.getenv(DATABASE), DATABASE);
    }

    static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    synchronized void say(String line) throws IOException {
        input.write(line);
        input.newLine();
        input.flush();
    }

    /** The next line it says; null when it has ended. */
    @Nullable
    String hear() {
        try {
            return output.readLine();
        } catch (IOException _) {
            return null;
        }
    }

    /** Reads on until it says the line, or something that begins with it. */
    @CanIgnoreReturnValue
    String await(String beginning) {
        for (var line = hear(); line != null; line = hear()) {
            if (line.startsWith(beginning)) {
                return line;
            }
        }
        throw new IllegalStateException("a node ended instead of saying '" + beginning + "'; see its log");
    }

    /** SIGKILL: it learns nothing of it. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** STOP or CONT. */
    void signal(String signal) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot send " + signal, e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        kill();
    }
}
