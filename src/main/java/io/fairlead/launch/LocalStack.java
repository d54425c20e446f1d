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
        try {
            var supervisor = Supervisor.start(settings, says);
            return new LocalStack(settings.data(), supervisor.addresses(), supervisor.memory(), supervisor);
        } catch (AlreadyRunning running) {
            says.accept("joining the Fairlead that runs on " + settings.data().root());
            var addresses = awaitReady(settings.data());
            return new LocalStack(settings.data(), addresses, new PeakMemory(settings.data()), null);
        }
    }

    /** Where a ready Fairlead on the folder is reached, if one runs. */
    public static Optional<Addresses> running(DataFolder data) {
        return RunFile.read(data, Supervisor.NAME)
                .filter(supervisor -> supervisor.state().equals("ready"))
                .flatMap(RunFile::process)
                .flatMap(_ -> Addresses.read(data));
    }

    private static Addresses awaitReady(DataFolder data) {
        var end = System.nanoTime() + JOIN_MAX.toNanos();
        while (System.nanoTime() < end) {
            var addresses = running(data);
            if (addresses.isPresent()) {
                return addresses.get();
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        throw new LaunchFailed("the Fairlead that runs on %s does not get ready; see %s, then `fairlead down`"
                .formatted(data.root(), data.log(Supervisor.NAME)));
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
