package io.fairlead.launch;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * Makes a {@link StartCache} in a process of its own and gives it its name once it is whole, tried and on the disk.
 *
 * <p>Arguments: the cache, the list of classes, the application's options for Java; its class path is ours.
 */
public final class StartCacheMaker {

    static final Path NICE = Path.of("/usr/bin/nice");
    static final String HALF_SUFFIX = ".half";
    static final String LOG = "making.log";

    private static final Duration MAKING_MAX = Duration.ofMinutes(5);
    private static final Duration LEFT_BEHIND = Duration.ofDays(2);

    /** Ends with 0 when the cache is there, with 1 when it could not be made. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var options = List.of(arguments).subList(2, arguments.length);
        System.exit(make(Path.of(arguments[0]), Path.of(arguments[1]), options) ? 0 : 1);
    }

    /** One at a time in a folder; who comes second leaves it to the first. */
    static boolean make(Path cache, Path list, List<String> options) throws IOException, InterruptedException {
        try (var channel = FileChannel.open(
                        cache.resolveSibling("making.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            return Files.exists(cache) || (lock != null && makeAlone(cache, list, options));
        } finally {
            delete(list);
        }
    }

    private static boolean makeAlone(Path cache, Path list, List<String> options)
            throws IOException, InterruptedException {
        var half = cache.resolveSibling(ProcessHandle.current().pid() + HALF_SUFFIX);
        var log = cache.resolveSibling(LOG);
        try {
            var making = List.of(
                    "-Xshare:dump",
                    "-XX:+AOTClassLinking",
                    "-XX:SharedClassListFile=" + list,
                    "-XX:SharedArchiveFile=" + half);
            // With this mode Java refuses to start instead of going on without the cache.
            var trying = List.of("-XX:AOTMode=on", "-XX:AOTCache=" + half, "-version");
            if (!run(options, making, log) || !Files.exists(half) || !run(options, trying, log)) {
                Files.writeString(refusal(cache), "see %s; delete this file to try again%n".formatted(log));
                return false;
            }
            try (var written = FileChannel.open(half, StandardOpenOption.WRITE)) {
                written.force(true); // Else a name could outlive a crash of the machine and its bytes not.
            }
            Files.move(half, cache, StandardCopyOption.ATOMIC_MOVE);
            sweep(cache);
            return true;
        } finally {
            delete(half);
        }
    }

    private static boolean run(List<String> options, List<String> more, Path log)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(JavaProcess.java(), "-XX:+UseSerialGC"));
        command.addAll(options);
        command.addAll(more);
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(log.toFile())
                .start();
        try {
            return process.waitFor(MAKING_MAX.toSeconds(), TimeUnit.SECONDS) && process.exitValue() == 0;
        } finally {
            process.destroyForcibly();
        }
    }

    /** Tells that no cache can be made of these jars, so that not every run tries it again. */
    static Path refusal(Path cache) {
        return cache.resolveSibling(cache.getFileName() + ".refused");
    }

    /** Caches of former jars take much room and fit nothing any more; lists and halves stay when somebody was killed. */
    private static void sweep(Path cache) throws IOException {
        try (var files =
                Files.list(Objects.requireNonNull(cache.toAbsolutePath().getParent()))) {
            for (var file : files.toList()) {
                var name = file.getFileName().toString();
                var former = name.endsWith(StartCache.SUFFIX) && !file.equals(cache.toAbsolutePath());
                var leftover = name.endsWith(StartCache.LIST_SUFFIX) || name.endsWith(HALF_SUFFIX);
                if (former || (leftover && isOld(file))) {
                    delete(file);
                }
            }
        }
    }

    private static boolean isOld(Path file) throws IOException {
        return Files.getLastModifiedTime(file)
                .toInstant()
                .isBefore(Instant.now().minus(LEFT_BEHIND));
    }

    /** Without complaint: what stays is swept or written over later. */
    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            file.toFile().deleteOnExit();
        }
    }

    private StartCacheMaker() {}
}
