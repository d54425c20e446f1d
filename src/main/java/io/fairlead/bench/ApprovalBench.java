package io.fairlead.bench;

import io.fairlead.app.RecentLog;
import io.fairlead.app.lease.Lease;
import io.fairlead.app.lookup.AwaitMasterData;
import io.fairlead.app.lookup.ViewPricing;
import io.fairlead.app.process.LogHistory;
import io.fairlead.app.process.ParkOrders;
import io.fairlead.app.process.ProcessCommands;
import io.fairlead.app.process.ProcessRunner;
import io.fairlead.app.process.ProcessStore;
import io.fairlead.billing.pricing.WhenTimeApprovedThenPrice;
import io.fairlead.log.EventLog;
import io.fairlead.projection.ProjectionDatabase;
import io.fairlead.projection.ProjectionEngine;
import io.fairlead.schema.EventCodec;
import io.fairlead.shared.AccountingCalendar;
import io.fairlead.time.ApproveTime;
import io.fairlead.time.SubmitTime;
import io.fairlead.time.TimeEntryId;
import io.fairlead.view.Projections;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * From the acknowledged approval of time to its row in the view of unbilled work, at 500 approvals a second: the process that
 * prices it, all views and the store as the application runs them. There is no peer: Axon has no such view.
 */
public final class ApprovalBench {

    private static final int PER_SECOND = 500;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long LOOK_NANOS = 2_000_000;
    private static final int THREADS = 2;
    private static final int PAGE_EVENTS = 2_000;

    private ApprovalBench() {}

    /**
     * Runs it on a PostgreSQL of its own.
     *
     * @param folder where that is made for the time of the run
     * @param told the line
     */
    public static void run(Path folder, BenchPlan plan, Consumer<Comparison> told) {
        try (var database = new BenchDatabase(folder);
                var ours = new OwnSide(database)) {
            ProjectionDatabase.migrate(ours.pool());
            Flyway.configure()
                    .dataSource(ours.pool())
                    .schemas("process")
                    .locations("classpath:db/process")
                    .load()
                    .migrate();
            WorkHistory.directories().forEach(event -> RebuildBench.append(ours, (String) event.get(0), 0, event));
            var log = new RecentLog(ours.store.log());
            var codec = new EventCodec(ours.store.log());
            var views = ProjectionDatabase.open(ours.pool());
            try (var engine = new ProjectionEngine(log, codec, views, Projections::all, THREADS, PAGE_EVENTS)) {
                engine.start();
                var pricing = pricing(ours, log, codec, engine);
                pricing.start(Lease.alone("process-price-time", 1));
                try {
                    var _ = measure(ours, engine, plan.round()); // Warm-up, not told.
                    told.accept(new Comparison(
                            "tail-approval-to-unbilled-row",
                            1,
                            measure(ours, engine, plan.round()),
                            null,
                            Machine.described(ours.pool())));
                } finally {
                    pricing.stop();
                }
            }
        }
    }

    private static ProcessRunner pricing(OwnSide ours, EventLog log, EventCodec codec, ProjectionEngine engine) {
        var jdbc = JdbcClient.create(ours.pool());
        var reach = new AwaitMasterData(log, position -> require(engine, position));
        var views = ProjectionDatabase.open(ours.pool());
        var prices = new ViewPricing(views, reach, () -> {}).ofTime(AccountingCalendar.ALWAYS_OPEN);
        return new ProcessRunner(
                new WhenTimeApprovedThenPrice(
                        prices::price, new ProcessCommands(ours.axon.door()), new LogHistory(log, codec)),
                log,
                codec,
                new ProcessStore(jdbc),
                new ParkOrders(jdbc),
                reach);
    }

    private static void require(ProjectionEngine engine, long position) {
        if (!engine.awaitPosition(position, PATIENCE)) {
            throw new IllegalStateException("the views have not reached " + position + " within " + PATIENCE);
        }
    }

    private static Measured measure(OwnSide ours, ProjectionEngine engine, Duration length) {
        var door = CommandBench.door(ours);
        var entries = submitted(door, Math.toIntExact(PER_SECOND * length.toSeconds()));
        require(engine, ours.store.log().head());
        Map<String, Long> acknowledged = new ConcurrentHashMap<>();
        var nanos = new Histogram(3);
        var watcher =
                Thread.ofPlatform().name("bench-watch").start(() -> watch(ours, acknowledged, nanos, entries.length));
        var begin = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < entries.length; i++) {
                LockSupport.parkNanos(begin + i * 1_000_000_000L / PER_SECOND - System.nanoTime());
                var id = entries[i];
                threads.execute(() -> {
                    door.send(new ApproveTime(id, "local|lead.bench", Instant.now()), "approve/" + id);
                    acknowledged.put(id.value(), System.nanoTime());
                });
            }
        }
        var elapsed = System.nanoTime() - begin;
        try {
            watcher.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (nanos.getTotalCount() < entries.length) {
            throw new IllegalStateException(entries.length - nanos.getTotalCount()
                    + " approvals never became unbilled work; views at " + engine.position() + " of "
                    + ours.store.log().head() + ", parked: "
                    + ProjectionDatabase.open(ours.pool()).fetch("select name, reason from process.parked limit 3"));
        }
        return Measured.of(nanos, elapsed);
    }

    private static TimeEntryId[] submitted(CommandBench.Door door, int count) {
        var entries = new TimeEntryId[count];
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < count; i++) {
                var id = TimeEntryId.of(UUID.randomUUID().toString());
                var contract = i % WorkHistory.CONTRACTS;
                entries[i] = id;
                threads.execute(() -> {
                    door.send(WorkHistory.record(id, contract), "record/" + id);
                    door.send(new SubmitTime(id, "local|ann.bench", Instant.now()), "submit/" + id);
                });
            }
        }
        return entries;
    }

    /** Looks for rows of what was acknowledged, as a reader with a connection of its own would. */
    private static void watch(OwnSide ours, Map<String, Long> acknowledged, Histogram nanos, int count) {
        var views = ProjectionDatabase.open(ours.pool());
        var patience = System.nanoTime() + PATIENCE.toNanos();
        while (nanos.getTotalCount() < count && System.nanoTime() < patience) {
            LockSupport.parkNanos(LOOK_NANOS);
            if (acknowledged.isEmpty()) {
                continue;
            }
            var found = views.fetch("select source_id from projection.unbilled_work where source_id = any(?)", (Object)
                            acknowledged.keySet().toArray(String[]::new))
                    .getValues(0, String.class);
            var now = System.nanoTime();
            for (var id : found) {
                var since = acknowledged.remove(id);
                if (since != null) {
                    nanos.recordValue(Math.max(0, now - since));
                }
            }
        }
    }
}
