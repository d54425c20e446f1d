package io.fairlead.app.process;

import io.fairlead.log.EventLog;
import io.fairlead.log.StoredEvent;
import io.fairlead.schema.EventCodec;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.LongConsumer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * Runs one process: pages of the log, each stream's events in order, streams side by side. The token moves when all of a
 * page is done, so a crash repeats reactions and never skips one; commands carry keys, so a repeated reaction changes
 * nothing. What fails for good is parked with its reason, and later events of its stream wait behind it.
 */
public final class ProcessRunner implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(ProcessRunner.class.getName());
    private static final int PAGE_MAX = 1_000;
    private static final int IN_FLIGHT_MAX = 128;
    private static final int ATTEMPTS_MAX = 5;
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final String name;
    private final AnnotationEventHandlerAdapter handlers;
    private final EventLog log;
    private final EventCodec codec;
    private final ProcessStore store;
    private final LongConsumer viewsReach;
    private final Map<String, Boolean> wanted = new ConcurrentHashMap<>();
    private final Set<String> parked = ConcurrentHashMap.newKeySet();
    private final Thread thread;
    private volatile boolean running;
    private volatile long position;

    /**
     * A process that is not started yet.
     *
     * @param process object with event handlers and a {@link ProcessingGroup}
     * @param viewsReach returns when the views that the process looks things up in have reached the position
     */
    public ProcessRunner(Object process, EventLog log, EventCodec codec, ProcessStore store, LongConsumer viewsReach) {
        this.name = process.getClass().getAnnotation(ProcessingGroup.class).value();
        this.handlers = new AnnotationEventHandlerAdapter(process);
        this.log = log;
        this.codec = codec;
        this.store = store;
        this.viewsReach = viewsReach;
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    }

    public void start() {
        running = true;
        thread.start();
    }

    /** The processing group. */
    public String name() {
        return name;
    }

    /** Last position done. */
    public long position() {
        return position;
    }

    /** Stops after the page under way. */
    @Override
    public void close() {
        running = false;
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        boolean known = false;
        while (running) {
            try {
                if (!known) {
                    position = store.position(name);
                    parked.clear();
                    parked.addAll(store.parkedSequences(name));
                    known = true;
                }
                step();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                if (running) {
                    LOG.log(Level.WARNING, "{0} pauses at {1}: {2}", name, position, e.toString());
                    known = false;
                    pause();
                }
            }
        }
    }

    private void step() throws InterruptedException {
        var page = log.after(position, PAGE_MAX);
        if (page.isEmpty()) {
            log.awaitBeyond(position, IDLE);
            return;
        }
        var relevant = page.stream().filter(this::isWanted).toList();
        var last = page.getLast().position();
        if (!relevant.isEmpty()) {
            viewsReach.accept(last);
            react(relevant);
        }
        store.advance(name, last);
        position = last;
    }

    private void react(List<StoredEvent> events) throws InterruptedException {
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
                        sequence.getValue().forEach(this::reactOrPark);
                    } catch (RuntimeException e) {
                        failures.put(sequence.getKey(), e);
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
    private void reactOrPark(StoredEvent event) {
        if (parked.contains(event.aggregateId())) {
            store.park(name, event, "waits behind an earlier event of its stream");
            return;
        }
        for (int attempt = 1; ; attempt++) {
            try {
                ScopedValue.where(ProcessCommands.CAUSE, new ProcessCommands.Cause(name, event))
                        .call(() -> handlers.handle(message(event)));
                return;
            } catch (Exception e) {
                if (!running || Passing.isPassing(e)) {
                    throw new IllegalStateException("tried again from the last token: " + e.getMessage(), e);
                }
                if (attempt == ATTEMPTS_MAX || !(e instanceof ConcurrencyException)) {
                    park(event, e);
                    return;
                }
                pause();
            }
        }
    }

    private void park(StoredEvent event, Exception reason) {
        LOG.log(Level.ERROR, name + " parks " + event.type() + " at " + event.position(), reason);
        store.park(name, event, String.valueOf(reason.getMessage()));
        parked.add(event.aggregateId());
    }

    private GenericDomainEventMessage<?> message(StoredEvent event) {
        return new GenericDomainEventMessage<>(
                event.aggregateType(),
                event.aggregateId(),
                event.sequence(),
                new GenericMessage<>(event.eventId(), codec.decode(event), event.metadata()),
                event::recordedAt);
    }

    private boolean isWanted(StoredEvent event) {
        return wanted.computeIfAbsent(event.type(), type -> {
            try {
                return handlers.canHandleType(Class.forName(type));
            } catch (ClassNotFoundException unknownToday) {
                return false;
            }
        });
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }
}
