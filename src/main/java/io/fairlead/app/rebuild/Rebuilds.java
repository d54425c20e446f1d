package io.fairlead.app.rebuild;

import io.fairlead.app.web.Outage;
import io.fairlead.log.EventLog;
import io.fairlead.projection.Projection;
import io.fairlead.projection.RebuildRefused;
import io.fairlead.projection.RebuildRequest;
import io.fairlead.projection.RebuildRequest.Kind;
import io.fairlead.projection.RebuildRequest.State;
import io.fairlead.projection.ShadowReplay;
import io.fairlead.projection.ShadowReport;
import io.fairlead.projection.ViewRebuilds;
import io.fairlead.schema.EventCodec;
import io.fairlead.view.Projections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Rebuilds views beside the serving ones, one rebuild at a time, and goes on with one that was killed. Thread-safe. */
public final class Rebuilds implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuilds.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String UNBILLED = "unbilled";
    private static final String UNBILLED_WORK = "unbilled-work";
    private static final int RESUME_SECONDS = 2;
    private static final int RESUME_ATTEMPTS_MAX = 15;

    private final EventLog log;
    private final ViewRebuilds views;
    private final ShadowReplay shadow;
    private final ReentrantLock verifying = new ReentrantLock();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("fairlead-rebuild").factory());
    private volatile Pace pace = new Pace(0, 0);

    /** Where this program's part of a rebuild began, and when. */
    private record Pace(long position, long nanos) {}

    /** @param threads that fold */
    public Rebuilds(EventLog log, EventCodec codec, DataSource database, int threads) {
        this.log = log;
        this.views = new ViewRebuilds(log, codec, database, Projections::all, threads);
        this.shadow = new ShadowReplay(log, codec, database, Projections::all, threads);
    }

    /** Names of the views that can be rebuilt alone. */
    public static List<String> names() {
        return Projections.all().stream()
                .map(Projection::name)
                .map(Rebuilds::asText)
                .toList();
    }

    /** Compares all views with a fresh replay. */
    public ShadowReport verify() {
        if (!verifying.tryLock()) {
            throw new IllegalStateException("the views are being compared already");
        }
        try {
            return shadow.verify();
        } finally {
            verifying.unlock();
        }
    }

    /** Goes on with the rebuild that a killed program left, unless another node does; called at the start. */
    public void resume() {
        views.running().ifPresent(request -> {
            LOG.info("Going on with the rebuild of {} that {} asked for", request.view(), request.requestedBy());
            worker.execute(() -> perform(request));
        });
    }

    /**
     * Begins a rebuild; it goes on by itself.
     *
     * @param id UUID; the same again is the same rebuild
     * @param view one of {@link #names()}, or {@link RebuildRequest#ALL}
     * @throws io.fairlead.projection.RebuildRefused when one is running, or there is nothing to return to
     */
    public RebuildState start(String id, String view, Kind kind, boolean compare, String who) {
        boolean known = views.find(id).isPresent();
        // One that nobody works on any more is taken up first.
        views.running().ifPresent(left -> worker.execute(() -> perform(left)));
        var request = views.begin(id, view.equals(UNBILLED) ? UNBILLED_WORK : view, kind, compare, who);
        if (!known) {
            worker.execute(() -> perform(request));
        }
        return state(request);
    }

    /** How a rebuild stands; empty when there is none of this id. */
    public Optional<RebuildState> find(String id) {
        return views.find(id).map(this::state);
    }

    /** The last 100 that were asked for, the latest first. */
    public List<RebuildState> list() {
        return views.list().stream().map(this::state).toList();
    }

    private RebuildState state(RebuildRequest request) {
        boolean running = request.state() == State.RUNNING;
        long position = running ? views.position() : 0;
        long head = log.head();
        var begun = pace;
        double seconds = (System.nanoTime() - begun.nanos()) / 1e9;
        long perSecond = running && seconds > 0 ? Math.max(0, Math.round((position - begun.position()) / seconds)) : 0;
        var done = request.state() == State.DONE ? JSON.readValue(request.outcome(), RebuildState.Found.class) : null;
        return new RebuildState(
                request.id(),
                asText(request.view()),
                request.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                request.state().name().toLowerCase(java.util.Locale.ROOT),
                request.generation(),
                request.requestedBy(),
                done == null ? position : done.position(),
                done == null ? head : done.position(),
                perSecond,
                perSecond > 0 ? Math.ceilDiv(Math.max(0, head - position), perSecond) : null,
                request.state() == State.FAILED ? request.outcome() : null,
                done);
    }

    private void perform(RebuildRequest request) {
        try {
            int attempt = 0;
            while (attempt < RESUME_ATTEMPTS_MAX) {
                try {
                    if (isOver(request)) {
                        return;
                    }
                    attempt++; // Another node is at it, or the killed one's session ends.
                } catch (RuntimeException e) {
                    if (!Outage.isBehind(e)) {
                        throw e;
                    }
                    LOG.warn("The rebuild of {} waits, since the database is away", request.view());
                }
                TimeUnit.SECONDS.sleep(RESUME_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RebuildRefused e) {
            views.finish(request, State.FAILED, e.getMessage() + "; " + e.remedy());
        } catch (RuntimeException e) {
            LOG.error("The rebuild of {} failed", request.view(), e);
            if (!Thread.currentThread().isInterrupted()) {
                views.finish(request, State.FAILED, String.valueOf(e.getMessage()));
            }
        }
    }

    /** One attempt; whether the rebuild has come to its end, here or elsewhere. */
    private boolean isOver(RebuildRequest request) {
        if (views.find(request.id()).orElseThrow().state() != State.RUNNING) {
            return true;
        }
        pace = new Pace(views.position(), System.nanoTime());
        var report = views.run(request);
        report.ifPresent(
                found -> views.finish(request, State.DONE, JSON.writeValueAsString(RebuildState.Found.of(found))));
        return report.isPresent();
    }

    private static String asText(String view) {
        return view.equals(UNBILLED_WORK) ? UNBILLED : view;
    }

    /** Stops; what is not finished goes on at the next start. */
    @Override
    public void close() {
        worker.shutdownNow();
    }
}
