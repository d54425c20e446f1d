package io.fairlead.app.parked;

import io.fairlead.app.process.ProcessRunner;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Watches the parks: a gauge of parked events, and health, which is down while a process or the views wait because so
 * many streams are parked that the fault must be a general one.
 */
public final class ParkWatch implements HealthIndicator {

    private final ParkTables tables;
    private final List<ProcessRunner> processes;
    private final BooleanSupplier viewsParkIsFull;

    /** @param viewsParkIsFull whether the views wait for a person */
    public ParkWatch(
            ParkTables tables, List<ProcessRunner> processes, BooleanSupplier viewsParkIsFull, MeterRegistry meters) {
        this.tables = tables;
        this.processes = List.copyOf(processes);
        this.viewsParkIsFull = viewsParkIsFull;
        Gauge.builder("fairlead.parked.events", this, ParkWatch::events)
                .description("Events that a view or process could not take and that wait for a person")
                .register(meters);
    }

    private double events() {
        return tables.counts().stream().mapToLong(ParkTables.Count::events).sum();
    }

    @Override
    public Health health() {
        boolean full = viewsParkIsFull.getAsBoolean() || processes.stream().anyMatch(ProcessRunner::parkIsFull);
        var health = full ? Health.down() : Health.up();
        tables.counts().forEach(count -> health.withDetail(count.name(), count.events()));
        return health.build();
    }
}
