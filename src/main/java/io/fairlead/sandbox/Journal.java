package io.fairlead.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The append-only file below the books: JSON lines, forced to disk in groups. Whoever waits for a sequence number knows
 * that it survives a kill. A torn last line was never answered for, so it is cut off at the start.
 */
final class Journal implements AutoCloseable {

    private final FileChannel channel;
    private final List<String> replayed;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread writer;
    private List<byte[]> pending = new ArrayList<>();
    private long appended;
    private long durable;
    private boolean closed;
    private @Nullable IOException failure;

    private Journal(FileChannel channel, List<String> replayed) {
        this.channel = channel;
        this.replayed = replayed;
        this.appended = replayed.size();
        this.durable = appended;
        this.writer = Thread.ofPlatform().name("sandbox-journal").daemon().unstarted(this::write);
    }

    /** Opens the journal in this folder, creating both; refuses a folder another sandbox works in. */
    static Journal open(Path directory) throws IOException {
        Files.createDirectories(directory);
        var file = directory.resolve("journal.jsonl");
        var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() == null) {
                throw new IOException("another sandbox works in " + directory + "; stop it or name another folder");
            }
            var bytes = Files.readAllBytes(file);
            var end = wholeLines(bytes);
            channel.truncate(end);
            channel.position(end);
            var lines =
                    new String(bytes, 0, end, StandardCharsets.UTF_8).lines().toList();
            var journal = new Journal(channel, lines);
            journal.writer.start();
            return journal;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static int wholeLines(byte[] bytes) {
        var end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    List<String> replayed() {
        return replayed;
    }

    /** Puts a line behind the others and returns its number, from 1; not yet on disk. */
    long append(String line) {
        lock.lock();
        try {
            pending.add((line + "\n").getBytes(StandardCharsets.UTF_8));
            changed.signalAll();
            return ++appended;
        } finally {
            lock.unlock();
        }
    }

    /** The number of the last appended line, on disk or not. */
    long tail() {
        lock.lock();
        try {
            return appended;
        } finally {
            lock.unlock();
        }
    }

    void awaitDurable(long seq) {
        lock.lock();
        try {
            while (durable < seq) {
                if (failure != null) {
                    throw new UncheckedIOException("the journal cannot be written", failure);
                }
                if (closed) {
                    throw new IllegalStateException("the journal is closed");
                }
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    private void write() {
        while (true) {
            List<byte[]> group;
            lock.lock();
            try {
                while (pending.isEmpty() && !closed) {
                    changed.awaitUninterruptibly();
                }
                if (pending.isEmpty()) {
                    return;
                }
                group = pending;
                pending = new ArrayList<>();
            } finally {
                lock.unlock();
            }
            var problem = force(group);
            lock.lock();
            try {
                if (problem == null) {
                    durable += group.size();
                } else {
                    failure = problem;
                }
                changed.signalAll();
                if (problem != null) {
                    return;
                }
            } finally {
                lock.unlock();
            }
        }
    }

    private @Nullable IOException force(List<byte[]> group) {
        try {
            var size = group.stream().mapToInt(line -> line.length).sum();
            var buffer = ByteBuffer.allocate(size);
            group.forEach(buffer::put);
            buffer.flip();
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(false);
            return null;
        } catch (IOException e) {
            return e;
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            writer.join();
            channel.close();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException("the journal cannot be closed", e);
        }
    }
}
