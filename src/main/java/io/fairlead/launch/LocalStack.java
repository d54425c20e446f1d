package io.fairlead.launch;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Everything running on this machine, for a command that needs it: joined if it runs, started if it does not. */
public final class LocalStack implements AutoCloseable {

    private static final Duration JOIN_MAX = Duration.ofSeconds(240);

    private final DataFolder data;
    private final Addresses addresses;
    private final PeakMemory memory;
    private final @Nullable Supervisor own;

    private LocalStack(DataFolder data, Addresses addresses, PeakMemory memory, @Nullable Supervisor own) {
        this.data = data;
        this.addresses = addresses;
        this.memory = memory;
        this.own = own;
    }

    /**
     * Starts what is not running, or waits until the one that is starting is ready.
     *
     * @param says gets one line for each step, for people
     * @throws LaunchFailed when a part does not start
     */
    public static LocalStack ensureRunning(LaunchSettings settings, Consumer<String> says) {
        while (true) {
            try {
                var supervisor = Supervisor.start(settings, says);
                return new LocalStack(settings.data(), supervisor.addresses(), supervisor.memory(), supervisor);
            } catch (AlreadyRunning running) {
                says.accept(
                        "joining the Fairlead that runs on " + settings.data().root());
                var addresses = join(settings.data());
                if (addresses.isPresent()) {
                    return new LocalStack(settings.data(), addresses.get(), new PeakMemory(settings.data()), null);
                }
                says.accept("it has ended; starting");
            }
        }
    }

    /**
     * Waits until the Fairlead that holds the folder is ready.
     *
     * @return where it is reached; empty when it ended instead, so that another can be started
     * @throws LaunchFailed when neither happens for minutes
     */
    public static Optional<Addresses> join(DataFolder data) {
        var end = System.nanoTime() + JOIN_MAX.toNanos();
        while (System.nanoTime() < end) {
            var addresses = running(data);
            if (addresses.isPresent()) {
                return addresses;
            }
            if (isFree(data)) {
                return Optional.empty();
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        throw new LaunchFailed("the Fairlead that runs on %s gets neither ready nor ends; see %s, then `fairlead down`"
                .formatted(data.root(), data.log(Supervisor.NAME)));
    }

    private static boolean isFree(DataFolder data) {
        var supervisor = RunFile.read(data, Supervisor.NAME)
                .filter(file -> file.process().isPresent())
                .map(RunFile::state);
        if (supervisor.isPresent() && !supervisor.get().equals("stopping")) {
            return false; // Looking at the lock takes it for a moment: never from one that is starting.
        }
        try {
            FolderLock.take(data).close();
            return true;
        } catch (AlreadyRunning held) {
            return false;
        }
    }

    /** Where a ready Fairlead on the folder is reached, if one runs. */
    public static Optional<Addresses> running(DataFolder data) {
        return RunFile.read(data, Supervisor.NAME)
                .filter(supervisor -> supervisor.state().equals("ready"))
                .flatMap(RunFile::process)
                .flatMap(_ -> Addresses.read(data));
    }

    public Addresses addresses() {
        return addresses;
    }

    public DataFolder data() {
        return data;
    }

    /** Memory used by all parts so far, and by this process. */
    public PeakMemory memory() {
        return memory;
    }

    /** Whether this process started it, and thus ends it. */
    public boolean isOwn() {
        return own != null;
    }

    /** Waits until the parts end, as `up` does; returns at once when another process runs them. */
    public void await() throws InterruptedException {
        if (own != null) {
            own.await();
        }
    }

    /** Ends what it started; a joined Fairlead stays up. */
    @Override
    public void close() {
        if (own != null) {
            own.close();
        } else {
            memory.close();
        }
    }
}
