package io.fairlead.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.rebuild.CustomersLog;
import io.fairlead.projection.ProjectionDatabase;
import io.fairlead.projection.ProjectionEngine;
import io.fairlead.testing.ProcessTables;
import io.fairlead.view.Projections;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LagGaugesTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    private double gauge(String name, String... tags) {
        return meters.get(name).tags(tags).gauge().value();
    }

    @Test
    void each_segment_process_and_the_topics_have_a_gauge_of_what_they_are_behind() {
        var log = new CustomersLog(250);
        try (var tables = new ProcessTables()) {
            ProjectionDatabase.migrate(tables.pool);
            var views = ProjectionDatabase.open(tables.pool);
            var engine = new ProjectionEngine(log, log.codec(), views, Projections::all, 1, 500);
            engine.assign(Set.of(3));
            var process = Map.of("fast", 240L, "never-ran", -1L);
            new LagGauges(engine::lags, log::head, List.of("fast", "never-ran"), process::get, () -> 200L)
                    .bindTo(meters);
            assertThat(gauge("fairlead.view.lag.events", "segment", "3")).isEqualTo(250);
            engine.catchUp(Long.MAX_VALUE);
            assertThat(gauge("fairlead.view.lag.events", "segment", "3")).isZero();
            assertThat(gauge("fairlead.view.lag.events", "segment", "15")).isEqualTo(250);
            assertThat(gauge("fairlead.view.lag.max.events")).isEqualTo(250);
            engine.assign(Set.of(0, 1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15));
            engine.catchUp(100);
            assertThat(gauge("fairlead.view.lag.max.events")).isEqualTo(150);
            assertThat(meters.get("fairlead.view.lag.events").gauges()).hasSize(ProjectionEngine.SEGMENTS);
        }
        assertThat(gauge("fairlead.process.lag.events", "process", "fast")).isEqualTo(10);
        assertThat(gauge("fairlead.process.lag.events", "process", "never-ran")).isEqualTo(250);
        assertThat(gauge("fairlead.topics.lag.events")).isEqualTo(50);
    }
}
