package io.fairlead.faults;

import io.fairlead.launch.DataFolder;
import io.fairlead.launch.StackStatus;
import io.fairlead.launch.StackStatus.PartStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A stack of its own whose application is watched, killed and stopped. */
final class DoorsBed implements AutoCloseable {

    private static final Duration STEP = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final OwnStack stack;

    private DoorsBed(OwnStack stack) {
        this.stack = stack;
    }

    static DoorsBed open(boolean shortLived) {
        return new DoorsBed(OwnStack.open("doors", shortLived));
    }

    DataFolder data() {
        return stack.data();
    }

    String address() {
        return stack.addresses().application();
    }

    PartStatus application() {
        return StackStatus.of(data()).parts().stream()
                .filter(part -> part.part().equals("application"))
                .findAny()
                .orElseThrow();
    }

    /** Lines of the application's log that tell of memory that was not enough. */
    long outOfMemory() {
        try (var lines = Files.lines(data().log("application"))) {
            return lines.filter(line -> line.contains("OutOfMemoryError")).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files that the application is taking in, or that were left. */
    long spooled() {
        try (var files = Files.walk(data().root().resolve("spool"))) {
            return files.filter(Files::isRegularFile).count();
        } catch (NoSuchFileException _) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitSpooled() {
        await("a file is taken in", () -> spooled() > 0);
    }

    /** SIGKILL, and the next one serves. */
    void killAndAwaitNext() {
        var _ = strike("KILL");
    }

    /**
     * SIGSTOP: it neither answers nor ends.
     *
     * @return how long it took until the next one served
     */
    Duration stopAndAwaitNext() {
        return strike("STOP");
    }

    private Duration strike(String signal) {
        long before = application().pid();
        var begin = System.nanoTime();
        signal(signal, before);
        await("another application serves", () -> {
            var now = application();
            return now.pid() != before && now.state().equals("ready");
        });
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static void signal(String signal, long process) {
        try {
            var _ = new ProcessBuilder("kill", "-" + signal, Long.toString(process))
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot send " + signal, e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(String what, BooleanSupplier condition) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("not within " + PATIENCE + ": " + what);
            }
            LockSupport.parkNanos(STEP.toNanos());
        }
    }

    /** Nothing is left to look at. */
    void passed() {
        stack.passed();
    }

    @Override
    public void close() {
        stack.close();
    }
}
