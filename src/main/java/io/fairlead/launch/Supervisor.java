package io.fairlead.launch;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs all parts of one Fairlead, restarts those that die or answer no more, and ends them in order; for {@code up} and, through
 * {@link LocalStack}, for commands that need everything running.
 */
public final class Supervisor implements AutoCloseable {

    static final String NAME = "supervisor";

    private final LaunchSettings settings;
    private final DataFolder data;
    private final Consumer<String> says;
    private final FolderLock lock;
    private final AtomicBoolean closing = new AtomicBoolean();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private final Restarts restarts = new Restarts();
    private final Thread hook = new Thread(this::close, "fairlead-shutdown");
    private final PeakMemory memory;
    private final LivenessWatch liveness;
    private final LogTurnover logs;
    private volatile @Nullable Parts parts;
    private volatile @Nullable StartRefused refused;
    private volatile boolean wasReady;

    private Supervisor(LaunchSettings settings, Consumer<String> says, FolderLock lock) {
        this.settings = settings;
        this.data = settings.data();
        this.says = says;
        this.lock = lock;
        this.memory = new PeakMemory(data);
        this.liveness = new LivenessWatch(data, says);
        this.logs = new LogTurnover(data, says);
    }

    /**
     * Starts everything and returns once the application is ready.
     *
     * @param says gets one line for each step, for people
     * @throws AlreadyRunning when a supervisor holds the data folder
     * @throws StartRefused when the application may not open its store; nothing is left running then
     * @throws LaunchFailed when a part does not start or no ERP is known; nothing is left running then
     */
    public static Supervisor start(LaunchSettings settings, Consumer<String> says) {
        var supervisor = new Supervisor(settings.remembering(), says, FolderLock.take(settings.data()));
        Runtime.getRuntime().addShutdownHook(supervisor.hook);
        try {
            supervisor.startAll();
            return supervisor;
        } catch (RuntimeException e) {
            if (supervisor.closing.get()) {
                supervisor.close();
                throw new LaunchFailed("stopped while starting", e);
            }
            supervisor.close();
            throw e;
        }
    }

    private void startAll() {
        settings.require();
        announce("starting");
        logs.watch();
        Stopping.endLeftovers(data, false, says);
        data.sweepSpool();
        data.closeAll();
        ProviderSettings.remember(data, settings.environment());
        var parts = new Parts(settings, says);
        this.parts = parts;
        startSideBySide(parts);
        for (int number = 2; number <= settings.nodes(); number++) {
            var node = number;
            Replaced.forget(data, Part.node(node));
            start(Part.node(node), JavaProcess.marker(data), () -> parts.startNode(node));
        }
        memory.watch();
        wasReady = true;
        announce("ready");
    }

    /** The application needs the database alone: whether it may open its store is known before Kafka serves. */
    private void startSideBySide(Parts parts) {
        boolean isKnown = parts.isApplicationKnown();
        parts.makeLogins();
        try (var starts = new SideBySide()) {
            var database = starts.start(() -> start(parts, Part.POSTGRES));
            var kafka = starts.start(() -> start(parts, Part.KAFKA));
            var _ = starts.start(() -> start(parts, Part.SANDBOX));
            var _ = starts.startAfter(isKnown ? List.of(database) : List.of(database, kafka), () -> {
                parts.addresses().write(data);
                start(parts, Part.APPLICATION);
            });
            try {
                starts.await();
            } catch (RuntimeException e) {
                parts.end();
                // It is the one part that is not ended by its run file: an interrupt would leave a server that nobody
                // knows.
                var _ = database.handle((_, _) -> "ended").join();
                throw e;
            }
        }
    }

    private void start(Parts parts, Part part) {
        var external = part.external(settings.environment());
        if (external.isPresent()) {
            says.accept("%s: using %s".formatted(part.id(), external.get()));
            var _ = Thread.ofVirtual().start(() -> tellAway(part, external.get()));
            return;
        }
        var marker = part == Part.POSTGRES ? data.postgres().toString() : JavaProcess.marker(data);
        Replaced.forget(data, part.id());
        start(part.id(), marker, () -> parts.start(part));
    }

    private void tellAway(Part part, String address) {
        var look = PartLook.listening(address);
        if (!look.isAnswering() && !closing.get()) {
            says.accept("%s: %s at %s, which %s names; what needs it waits"
                    .formatted(part.id(), look.saw(), address, part.externalKey()));
        }
    }

    private void start(String part, String marker, Supplier<ProcessHandle> starting) {
        says.accept("%s: starting".formatted(part));
        var begin = System.nanoTime();
        var process = starting.get();
        RunFile.of(process, marker, "ready").write(data, part);
        says.accept("%s: ready after %.1f s".formatted(part, (System.nanoTime() - begin) / 1e9));
        Optional.ofNullable(parts)
                .flatMap(all -> all.liveness(part))
                .ifPresent(address -> liveness.over(part, process, address));
        var _ = process.onExit().thenAcceptAsync(_ -> died(part, marker, starting), task -> Thread.ofVirtual()
                .start(task));
    }

    /** A part that ends while nobody asked it to is started again, unless it keeps dying or must not start. */
    private void died(String part, String marker, Supplier<ProcessHandle> starting) {
        if (closing.get()) {
            return;
        }
        if (!restarts.allows(part, System.nanoTime())) {
            says.accept("%s died %d times within a minute; giving up, see %s"
                    .formatted(part, Restarts.MAX + 1, data.log(part)));
            over.countDown();
            return;
        }
        says.accept("%s died; starting it again, see %s".formatted(part, data.log(part)));
        try {
            start(part, marker, starting);
        } catch (StartRefused e) {
            says.accept(String.valueOf(e.getMessage()));
            refused = e;
            over.countDown();
        } catch (RuntimeException e) {
            if (!closing.get()) {
                says.accept(String.valueOf(e.getMessage()));
                RunFile.read(data, part).flatMap(RunFile::process).ifPresent(half -> Stopping.end(half, part));
                died(part, marker, starting);
            }
        }
    }

    /** Where everything is reached. */
    public Addresses addresses() {
        return Addresses.read(data).orElseThrow();
    }

    /** Memory used by all parts so far. */
    public PeakMemory memory() {
        return memory;
    }

    /**
     * Waits until it is closed, or until a part cannot be kept alive.
     *
     * @throws StartRefused when the application may not open its store any more, since a later build has written to it
     * @throws LaunchFailed when a part keeps dying
     */
    public void await() throws InterruptedException {
        over.await();
        if (closing.get()) {
            closed.await();
            return;
        }
        close();
        var reason = refused;
        if (reason != null) {
            throw reason;
        }
        throw new LaunchFailed("a part could not be kept alive; see the logs in "
                + data.log("x").getParent());
    }

    /** Ends all parts in order and releases the data folder; a second call waits for the first. */
    @Override
    public void close() {
        if (!closing.compareAndSet(false, true)) {
            awaitClosed();
            return;
        }
        try {
            announce("stopping");
            memory.close();
            liveness.close();
            logs.close();
            var started = parts;
            if (started != null) {
                started.end();
            }
            Stopping.endLeftovers(data, true, line -> says.accept(line.replace(" of an earlier run", "")));
            data.sweepSpool();
            RunFile.remove(data, NAME);
            if (started != null) {
                started.prepareLaterStarts(wasReady);
            }
        } finally {
            lock.close();
            closed.countDown();
            over.countDown();
            removeHook();
        }
    }

    private void awaitClosed() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void removeHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // The process is ending already, and this is that hook.
        }
    }

    private void announce(String state) {
        RunFile.of(ProcessHandle.current(), "", state).write(data, NAME);
    }
}
