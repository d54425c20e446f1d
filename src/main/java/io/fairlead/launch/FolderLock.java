package io.fairlead.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Held by the one supervisor of a data folder; the system releases it when that process ends, however it ends. */
final class FolderLock implements AutoCloseable {

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @throws AlreadyRunning when another process, or another supervisor of this one, holds it
     */
    static FolderLock take(DataFolder data) {
        data.create();
        try {
            var channel =
                    FileChannel.open(data.run("supervisor.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new AlreadyRunning(
                        data,
                        RunFile.read(data, Supervisor.NAME).map(RunFile::pid).orElse(0L));
            }
            return new FolderLock(channel);
        } catch (IOException e) {
            throw new LaunchFailed("cannot lock the data folder %s (%s)".formatted(data.root(), e.getMessage()), e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new LaunchFailed("cannot release the data folder (%s)".formatted(e.getMessage()), e);
        }
    }
}
