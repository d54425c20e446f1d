package io.fairlead.app.parked;

import io.fairlead.app.process.ProcessRunner;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Watches the parks: a gauge of parked events, and health, which is down while a process waits because it has parked so
 * many streams that the fault must be a general one.
 */
public final class ParkWatch implements HealthIndicator {

    private final ParkTables tables;
    private final List<ProcessRunner> processes;

    public ParkWatch(ParkTables tables, List<ProcessRunner> processes, MeterRegistry meters) {
        this.tables = tables;
        this.processes = List.copyOf(processes);
        Gauge.builder("fairlead.parked.events", this, ParkWatch::events)
                .description("Events that a view or process could not take and that wait for a person")
                .register(meters);
    }

    private double events() {
        return tables.counts().stream().mapToLong(ParkTables.Count::events).sum();
    }

    @Override
    public Health health() {
        var health = processes.stream().anyMatch(ProcessRunner::parkIsFull) ? Health.down() : Health.up();
        tables.counts().forEach(count -> health.withDetail(count.name(), count.events()));
        return health.build();
    }
}
