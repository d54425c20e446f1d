package io.fairlead.gateway.topics;

import io.fairlead.gateway.topics.PublisherState.Phase;
import io.fairlead.log.EventLog;
import io.fairlead.log.WriterSchemas;
import io.fairlead.schema.FailureText;
import io.fairlead.schema.RegistryClient;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Publishes every event of the log to its topic, each once and in order per aggregate, whatever is killed when. Kafka, registry
 * or store being away, or a registry that refuses, only delays it. Started and closed by the application.
 */
public final class TopicPublisher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TopicPublisher.class);
    private static final Duration WAIT_FOR_EVENTS = Duration.ofMillis(500);
    private static final Duration GATHERING = Duration.ofMillis(40);
    private static final Duration CLOSE_GRACE = Duration.ofSeconds(2);

    private final EventLog log;
    private final EventRecords records;
    private final PublisherSettings settings;
    private final BrokerWatch broker;
    private volatile CountDownLatch closing = new CountDownLatch(1);
    private volatile PublisherState state = new PublisherState(Phase.STARTING, -1, 0, null);
    private volatile @Nullable PublisherWait wait;
    private @Nullable Thread thread;

    /**
     * A publisher that does nothing yet.
     *
     * @param log what to publish
     * @param schemas what its events were written with
     * @param registry where their schemas get their ids; closed by its owner
     * @param settings where Kafka is
     */
    public TopicPublisher(EventLog log, WriterSchemas schemas, RegistryClient registry, PublisherSettings settings) {
        this.log = log;
        this.records = new EventRecords(schemas, registry);
        this.settings = settings;
        this.broker =
                new BrokerWatch(settings.kafka()::isListening, settings.kafka().bootstrapServers(), System::nanoTime);
    }

    /** Starts publishing on a thread of its own; returns at once, also when Kafka is away. May follow a close. */
    public synchronized void start() {
        if (thread != null) {
            throw new IllegalStateException("this publisher runs already, or has not ended yet");
        }
        closing = new CountDownLatch(1);
        state = new PublisherState(Phase.STARTING, state.position(), state.head(), null);
        wait = PublisherWait.connecting();
        thread = Thread.ofPlatform().name("topic-publisher").daemon().start(this::run);
    }

    /** What it is doing now. */
    public PublisherState state() {
        return state;
    }

    /** What keeps it from going on; null while it publishes what comes, and before it is started. */
    public @Nullable PublisherWait waitsFor() {
        return wait;
    }

    /** Ends after the batch in flight, or at once if that takes long; nothing is lost or doubled either way. */
    @Override
    public synchronized void close() {
        closing.countDown();
        if (thread != null) {
            try {
                if (!thread.join(CLOSE_GRACE)) {
                    thread.interrupt();
                    thread.join(CLOSE_GRACE.multipliedBy(3));
                }
                thread = thread.isAlive() ? thread : null;
            } catch (InterruptedException e) {
                thread.interrupt();
                Thread.currentThread().interrupt();
            }
        }
        enter(Phase.CLOSED, state.lastError());
        wait = null;
    }

    private void run() {
        var pause = settings.retryAfter();
        while (!isClosing()) {
            long before = state.position();
            try {
                publishWhileItWorks();
            } catch (PublishingStopped e) {
                LOG.error("Publishing to topics stopped: {}", e.getMessage());
                wait = PublisherWait.stopped(e);
                enter(Phase.STOPPED, e.getMessage());
                return;
            } catch (RuntimeException e) {
                if (isClosing()) {
                    return;
                }
                boolean fenced = isFenced(e);
                pause = fenced
                        ? settings.standby()
                        : state.position() > before ? settings.retryAfter() : doubled(pause);
                wait = fenced
                        ? PublisherWait.fenced(reasonOf(e))
                        : e instanceof PublishingHeld held
                                ? PublisherWait.held(held)
                                : PublisherWait.away(e, reasonOf(e));
                enter(fenced ? Phase.FENCED : Phase.RETRYING, reasonOf(e));
                LOG.atLevel(e instanceof BrokerAway away ? away.level() : Level.WARN)
                        .log("Publishing to topics waits {} ms: {}", pause.toMillis(), reasonOf(e));
                waitFor(pause);
            } catch (Error e) {
                wait = PublisherWait.away(e, reasonOf(e));
                enter(Phase.STOPPED, reasonOf(e));
                throw e;
            }
        }
    }

    private void publishWhileItWorks() {
        broker.require();
        try (var session = PublisherSession.open(settings, records)) {
            var progress = session.progress(settings);
            requireSameHistory(progress);
            reached(Phase.PUBLISHING, progress.position());
            long published = System.nanoTime() - GATHERING.toNanos();
            while (!isClosing()) {
                long position = state.position();
                long early = GATHERING.toNanos() - (System.nanoTime() - published);
                if (early > 0 && log.head() - position < settings.batchMax()) {
                    // A transaction for each handful of events costs the broker more than the events.
                    waitFor(Duration.ofNanos(early));
                }
                var events = log.after(position, settings.batchMax());
                if (events.isEmpty()) {
                    wait = null;
                    log.awaitBeyond(position, WAIT_FOR_EVENTS);
                    continue;
                }
                session.publish(events);
                wait = null;
                published = System.nanoTime();
                reached(Phase.PUBLISHING, events.getLast().position());
            }
        }
    }

    private void requireSameHistory(PublisherProgress progress) {
        if (progress.position() == 0) {
            return;
        }
        long head = log.head();
        if (progress.position() > head) {
            throw new PublishingStopped(
                    "topics are ahead of the log: they hold events up to position " + progress.position()
                            + ", the log ends at " + head
                            + ". The store was reset or restored to an earlier time: restore"
                            + " the newer store, or delete all fairlead.* topics to publish afresh",
                    null);
        }
        var found = log.after(progress.position() - 1, 1);
        if (found.isEmpty() || !found.getFirst().eventId().equals(progress.eventId())) {
            throw new PublishingStopped(
                    "topics and log tell different stories: at position " + progress.position() + " topics hold event "
                            + progress.eventId() + ", the log "
                            + (found.isEmpty() ? "none" : found.getFirst().eventId())
                            + ". Restore the matching store, or delete all fairlead.* topics to publish afresh",
                    null);
        }
    }

    private void reached(Phase phase, long position) {
        state = new PublisherState(phase, position, Math.max(position, log.head()), state.lastError());
    }

    private void enter(Phase phase, @Nullable String error) {
        long head = state.head();
        try {
            head = log.head();
        } catch (RuntimeException e) {
            LOG.debug("The log's head is unknown for now", e);
        }
        state = new PublisherState(phase, state.position(), head, error);
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    private void waitFor(Duration pause) {
        try {
            closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration doubled(Duration pause) {
        var twice = pause.multipliedBy(2);
        return twice.compareTo(settings.retryAfterMax()) < 0 ? twice : settings.retryAfterMax();
    }

    private static boolean isFenced(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProducerFencedException || cause instanceof InvalidProducerEpochException) {
                return true;
            }
        }
        return false;
    }

    private static String reasonOf(Throwable failure) {
        return switch (failure) {
            case InterruptException _ -> "interrupted";
            case BrokerAway away -> String.valueOf(away.getMessage());
            case PublishingHeld held -> String.valueOf(held.getMessage());
            default -> FailureText.of(failure);
        };
    }
}
