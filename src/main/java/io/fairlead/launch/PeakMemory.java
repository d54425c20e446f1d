package io.fairlead.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Peak memory of all processes of a data folder and of the asking process, for reports.
 *
 * <p>The sum of each process' own peak (VmHWM), thus an upper bound of what was ever used at once. Memory that the
 * database's processes share counts once. Only Linux tells it; elsewhere the answer is 0.
 */
public final class PeakMemory implements AutoCloseable {

    private static final int STEP_SECONDS = 2;

    private final DataFolder data;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Map<String, Long> byPart = new HashMap<>();

    public PeakMemory(DataFolder data) {
        this.data = data;
    }

    /** Looks every two seconds from now on, so that processes that end in between count as well. */
    void watch() {
        Thread.ofPlatform().daemon().name("peak-memory").start(() -> {
            try {
                do {
                    sample();
                } while (!ended.await(STEP_SECONDS, TimeUnit.SECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Bytes, the sum over all parts. */
    public long peakBytes() {
        return byPart().values().stream().mapToLong(Long::longValue).sum();
    }

    /** Bytes for each part, {@code supervisor} and, if another process asks, {@code command}. */
    public synchronized Map<String, Long> byPart() {
        sample();
        return Map.copyOf(byPart);
    }

    private synchronized void sample() {
        Stream.concat(Stream.of(Part.values()).map(Part::id), Part.furtherNodes(data).stream())
                .forEach(part -> RunFile.read(data, part)
                        .flatMap(RunFile::process)
                        .ifPresent(process -> byPart.merge(part, tree(process), Math::max)));
        var supervisor = RunFile.read(data, Supervisor.NAME).map(RunFile::pid).orElse(0L);
        byPart.merge(Supervisor.NAME, peak(supervisor), Math::max);
        if (supervisor != ProcessHandle.current().pid()) {
            byPart.merge("command", peak(ProcessHandle.current().pid()), Math::max);
        }
    }

    /** Now in use by a process and its children, shared memory once. */
    static long residentBytes(ProcessHandle process) {
        return sum(process, "VmRSS");
    }

    private static long tree(ProcessHandle process) {
        return sum(process, "VmHWM");
    }

    private static long sum(ProcessHandle process, String field) {
        var all = Stream.concat(Stream.of(process), process.descendants())
                .map(ProcessHandle::pid)
                .map(PeakMemory::fields)
                .toList();
        var shared = all.stream()
                .mapToLong(one -> one.getOrDefault("RssShmem", 0L))
                .max()
                .orElse(0);
        var own = all.stream()
                .mapToLong(one -> Math.max(0, one.getOrDefault(field, 0L) - one.getOrDefault("RssShmem", 0L)))
                .sum();
        return own + shared;
    }

    private static long peak(long pid) {
        return fields(pid).getOrDefault("VmHWM", 0L);
    }

    private static Map<String, Long> fields(long pid) {
        var fields = new HashMap<String, Long>();
        for (var line : lines(Path.of("/proc", Long.toString(pid), "status"))) {
            var words = line.split("[:\\s]+");
            if (words.length == 3 && words[2].equals("kB")) {
                fields.put(words[0], Long.parseLong(words[1]) * 1024);
            }
        }
        return fields;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            return List.of(); // It has ended, or this is no Linux.
        }
    }

    @Override
    public void close() {
        ended.countDown();
    }
}
