package io.fairlead.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the logs of a data folder within bounds while their processes write them: whatever has grown to {@value #BYTES_MAX}
 * bytes is copied aside and cut, {@value #OLDER_MAX} older ones are kept. All parts write to the end of their file as it is
 * then, so none has to know; PostgreSQL, Kafka and what a JVM says of itself are held as the application is.
 */
final class LogTurnover implements AutoCloseable {

    static final long BYTES_MAX = 8L << 20;
    static final int OLDER_MAX = 3;

    private static final Duration LOOK = Duration.ofMillis(500);

    private final Path folder;
    private final Consumer<String> says;
    private final CountDownLatch ended = new CountDownLatch(1);
    private @Nullable String told;

    LogTurnover(DataFolder data, Consumer<String> says) {
        this.folder = Objects.requireNonNull(data.log("x").getParent());
        this.says = says;
    }

    /** Looks twice a second until it is closed. */
    void watch() {
        var _ = Thread.ofVirtual().name("log-turnover").start(() -> {
            while (!isEnded()) {
                look(BYTES_MAX);
            }
        });
    }

    /** Turns over each log that has this many bytes; trouble is told once, and tried again at the next look. */
    void look(long bytesMax) {
        try {
            for (var log : logs()) {
                if (Files.size(log) >= bytesMax) {
                    turnOver(log);
                }
            }
        } catch (IOException e) {
            if (!e.toString().equals(told)) {
                told = e.toString();
                says.accept("logs cannot be turned over: " + told);
            }
        }
    }

    /** Copies a log aside and empties it; what is written between the two is lost, some microseconds' worth. */
    static void turnOver(Path log) throws IOException {
        for (var number = OLDER_MAX - 1; number >= 1; number--) {
            if (Files.exists(older(log, number))) {
                Files.move(older(log, number), older(log, number + 1), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        try (var whole = FileChannel.open(log, StandardOpenOption.READ, StandardOpenOption.WRITE);
                var aside = FileChannel.open(
                        older(log, 1),
                        StandardOpenOption.WRITE,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
            var copied = 0L;
            while (copied < whole.size()) {
                copied += whole.transferTo(copied, BYTES_MAX, aside);
            }
            var _ = whole.truncate(0);
        }
    }

    /** As {@link #turnOver(Path)}, when the log has grown; before a start, when nobody writes it. */
    static void turnOverGrown(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) >= BYTES_MAX) {
            turnOver(log);
        }
    }

    private List<Path> logs() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".log"))
                    .toList();
        }
    }

    private static Path older(Path log, int number) {
        return log.resolveSibling(log.getFileName() + "." + number);
    }

    private boolean isEnded() {
        try {
            return ended.await(LOOK.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() {
        ended.countDown();
    }
}
