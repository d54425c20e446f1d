package io.fairlead.app.process;

import io.fairlead.app.lease.Lease;
import io.fairlead.app.lease.LeasedWork;
import io.fairlead.app.lease.WaitReason;
import io.fairlead.log.EventLog;
import io.fairlead.log.StoredEvent;
import io.fairlead.schema.EventCodec;
import io.fairlead.schema.FailureText;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import org.axonframework.config.ProcessingGroup;
import org.jspecify.annotations.Nullable;

/**
 * Runs one process while this node owns it: pages of the log, each stream's events in order, streams side by side. The
 * token is stored, several times a second where it reacts, when all before it is done, so a crash or a change of owner repeats
 * reactions and never skips one; commands carry keys, so a repeated reaction changes nothing. What fails for good is
 * parked with its reason, and later events of its stream wait behind it.
 */
public final class ProcessRunner implements LeasedWork {

    private static final System.Logger LOG = System.getLogger(ProcessRunner.class.getName());
    private static final int PAGE_MAX = 1_000;
    private static final int IN_FLIGHT_MAX = 256;
    private static final int PARKED_SEQUENCES_MAX = 10_000;
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final long REST_NANOS = Duration.ofMillis(5).toNanos();
    private static final long TOKEN_SAVED_NANOS = Duration.ofMillis(250).toNanos();
    private static final long PASSING_TOKEN_SAVED_NANOS = Duration.ofSeconds(2).toNanos();

    private final String name;
    private final Reaction reaction;
    private final EventLog log;
    private final ProcessStore store;
    private final ParkOrders orders;
    private final LongConsumer awaitViews;
    private final int parkedSequencesMax;
    private @Nullable Thread thread;
    private volatile boolean running;
    private volatile long position = -1;
    private volatile @Nullable String trouble;
    private volatile boolean parkFull;
    private long savedPosition;
    private long savedAt;
    private boolean reactedSince;

    /**
     * A process that is not started yet.
     *
     * @param process object with event handlers and a {@link ProcessingGroup}
     * @param awaitViews returns when the views that the process looks things up in have reached the position
     */
    public ProcessRunner(
            Object process,
            EventLog log,
            EventCodec codec,
            ProcessStore store,
            ParkOrders orders,
            LongConsumer awaitViews) {
        this(process, log, codec, store, orders, awaitViews, PARKED_SEQUENCES_MAX);
    }

    ProcessRunner(
            Object process,
            EventLog log,
            EventCodec codec,
            ProcessStore store,
            ParkOrders orders,
            LongConsumer awaitViews,
            int parkedSequencesMax) {
        this.name = process.getClass().getAnnotation(ProcessingGroup.class).value();
        this.reaction = new Reaction(name, process, codec);
        this.log = log;
        this.store = store;
        this.orders = orders;
        this.awaitViews = awaitViews;
        this.parkedSequencesMax = parkedSequencesMax;
    }

    @Override
    public synchronized void start(Lease tenure) {
        running = true;
        thread = Thread.ofPlatform().name(name).daemon().start(() -> run(tenure));
    }

    /** The processing group. */
    public String name() {
        return name;
    }

    /** Last position done on this node; -1 when it never ran here. */
    @Override
    public long position() {
        return position;
    }

    @Override
    public Optional<WaitReason> waiting() {
        return Optional.ofNullable(trouble)
                .map(reason -> new WaitReason(
                        "what comes after position " + position,
                        reason,
                        parkFull
                                ? "see `fairlead parked list`, mend the cause, then `fairlead parked retry` or `discard`"
                                : "see whether database and views go on; it then does so by itself",
                        null));
    }

    /** Whether it waits because so many streams are parked that a person must look first. */
    public boolean parkIsFull() {
        return parkFull;
    }

    /** Stops after the reactions under way. */
    @Override
    public synchronized void stop() {
        running = false;
        var worker = thread;
        thread = null;
        if (worker == null) {
            return;
        }
        worker.interrupt();
        try {
            worker.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        trouble = null;
        parkFull = false;
    }

    private void run(Lease tenure) {
        @Nullable ProcessPark park = null;
        while (mayAct(tenure)) {
            try {
                if (park == null) {
                    position = store.open(name, tenure.epoch());
                    savedPosition = position;
                    savedAt = System.nanoTime();
                    park = new ProcessPark(name, reaction, log, store, orders, parkedSequencesMax, tenure.epoch());
                }
                if (orders.isOpenFor(name)) {
                    park.carryOutOrders(position, () -> mayAct(tenure));
                }
                step(tenure, park);
                trouble = null;
                parkFull = false;
            } catch (InterruptedException told) {
                return;
            } catch (LostOwnership elsewhere) {
                LOG.log(Level.WARNING, elsewhere.getMessage());
                return;
            } catch (RuntimeException e) {
                if (mayAct(tenure)) {
                    if (trouble == null) { // Told once, not at each try.
                        LOG.log(Level.WARNING, "{0} pauses at {1}: {2}", name, position, FailureText.of(e));
                    }
                    trouble = FailureText.of(e);
                    parkFull = e instanceof ProcessParkFull;
                    park = null;
                    pause();
                }
            }
        }
    }

    private boolean mayAct(Lease tenure) {
        return running && tenure.isHeld();
    }

    private void step(Lease tenure, ProcessPark park) throws InterruptedException {
        // Whether there is more is known without asking the database, which dozens would do at the end of each page.
        var page = log.awaitBeyond(position, Duration.ZERO) > position
                ? log.after(position, PAGE_MAX)
                : List.<StoredEvent>of();
        if (page.isEmpty()) {
            awaitMore(tenure);
            return;
        }
        var relevant = page.stream().filter(reaction::wants).toList();
        var last = page.getLast().position();
        if (!relevant.isEmpty()) {
            awaitViews.accept(last);
            react(relevant, tenure, park);
            reactedSince = true;
        }
        trouble = null; // Before the position: whoever waited for it sees no trouble of before.
        parkFull = false;
        position = last;
        // Dozens of processes that each stored a token for each page would cost more than the events themselves,
        // and one that only passes what others are for has nothing to repeat.
        if (System.nanoTime() - savedAt >= (reactedSince ? TOKEN_SAVED_NANOS : PASSING_TOKEN_SAVED_NANOS)) {
            save(tenure);
        }
        if (relevant.isEmpty() && page.size() < PAGE_MAX) {
            LockSupport.parkNanos(REST_NANOS); // Dozens that woke for each commit of others would cost more than it.
        }
    }

    private void awaitMore(Lease tenure) {
        long due = savedAt + TOKEN_SAVED_NANOS - System.nanoTime();
        if (position > savedPosition && due > 0) {
            log.awaitBeyond(position, Duration.ofNanos(due));
        } else {
            save(tenure);
            log.awaitBeyond(position, IDLE);
        }
    }

    private void save(Lease tenure) {
        if (position > savedPosition) {
            store.advance(name, position, tenure.epoch());
            savedPosition = position;
        }
        reactedSince = false;
        savedAt = System.nanoTime();
    }

    private void react(List<StoredEvent> events, Lease tenure, ProcessPark park) throws InterruptedException {
        var sequences = new LinkedHashMap<String, List<StoredEvent>>();
        for (var event : events) {
            sequences
                    .computeIfAbsent(event.aggregateId(), _ -> new ArrayList<>())
                    .add(event);
        }
        var failures = new ConcurrentHashMap<String, RuntimeException>();
        var inFlight = new Semaphore(IN_FLIGHT_MAX);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var sequence : sequences.entrySet()) {
                inFlight.acquire();
                threads.execute(() -> {
                    try {
                        for (var event : sequence.getValue()) {
                            reactOrPark(event, tenure, park);
                        }
                    } catch (RuntimeException e) {
                        failures.put(sequence.getKey(), e);
                    } catch (InterruptedException told) {
                        failures.put(sequence.getKey(), new IllegalStateException(name + " is told to stop", told));
                    } finally {
                        inFlight.release();
                    }
                });
            }
        }
        if (!failures.isEmpty()) {
            throw failures.values().iterator().next();
        }
    }

    /** Faults that pass are tried again for ever by the loop; any other ends in the park. */
    private void reactOrPark(StoredEvent event, Lease tenure, ProcessPark park) throws InterruptedException {
        if (park.tookBehind(event)) {
            return;
        }
        var failure = reaction.to(event, () -> mayAct(tenure));
        if (failure != null) {
            park.park(event, failure);
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
