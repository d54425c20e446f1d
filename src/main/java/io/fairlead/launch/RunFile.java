package io.fairlead.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Names a process we started, well enough never to mistake a stranger that got its number: pid, start and command line.
 *
 * @param pid process id
 * @param started when the system says it started
 * @param marker text its command line holds
 * @param state what it last said of itself, for the supervisor: starting, ready, stopping
 */
public record RunFile(long pid, Instant started, String marker, String state) {

    private static final Duration CLOCK_STEP =
            Duration.ofSeconds(2); // The system derives starts from a settable clock.

    static RunFile of(ProcessHandle process, String marker, String state) {
        return new RunFile(process.pid(), start(process).orElse(Instant.EPOCH), marker, state);
    }

    /** Reads what a part wrote; empty when it never ran or ended in order. */
    public static Optional<RunFile> read(DataFolder data, String part) {
        var values = AtomicProperties.read(data.run(part + ".pid"));
        var pid = values.get("pid");
        if (pid == null) {
            return Optional.empty();
        }
        return Optional.of(new RunFile(
                Long.parseLong(pid),
                Instant.parse(values.getOrDefault("started", Instant.EPOCH.toString())),
                values.getOrDefault("marker", ""),
                values.getOrDefault("state", "")));
    }

    void write(DataFolder data, String part) {
        var values = new TreeMap<>(Map.of("pid", Long.toString(pid), "started", started.toString()));
        values.put("marker", marker);
        values.put("state", state);
        AtomicProperties.write(data.run(part + ".pid"), values);
    }

    static void remove(DataFolder data, String part) {
        try {
            Files.deleteIfExists(data.run(part + ".pid"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process, if it still is the one that was started. */
    public Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isTheSame);
    }

    private boolean isTheSame(ProcessHandle process) {
        var now = start(process);
        var sameStart =
                now.isEmpty() || Duration.between(started, now.get()).abs().compareTo(CLOCK_STEP) <= 0;
        return sameStart && commandLine(process).contains(marker);
    }

    private static Optional<Instant> start(ProcessHandle process) {
        return process.info().startInstant();
    }

    /** From /proc where there is one, since the JDK cuts long command lines; elsewhere what the JDK tells. */
    static String commandLine(ProcessHandle process) {
        var file = Path.of("/proc", Long.toString(process.pid()), "cmdline");
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).replace('\0', ' ');
        } catch (IOException e) {
            return process.info().commandLine().orElse("");
        }
    }
}
