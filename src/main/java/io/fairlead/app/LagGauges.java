package io.fairlead.app;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.SortedMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * How many events views, processes and topics are behind the log, on whichever node they run; read by operators.
 *
 * @param views lag by the number of the segment
 * @param head of the log
 * @param processes names
 * @param process position of the process of that name
 * @param topics position of what is published
 */
public record LagGauges(
        Supplier<SortedMap<Integer, Long>> views,
        LongSupplier head,
        List<String> processes,
        ToLongFunction<String> process,
        LongSupplier topics)
        implements MeterBinder {

    @Override
    public void bindTo(MeterRegistry meters) {
        for (int segment : views.get().keySet()) {
            Gauge.builder("fairlead.view.lag.events", () -> views.get().get(segment))
                    .description("Events of the log that a segment of the views has still to fold")
                    .tag("segment", Integer.toString(segment))
                    .register(meters);
        }
        Gauge.builder("fairlead.view.lag.max.events", this::largest)
                .description("Events of the log that the slowest segment of the views has still to fold")
                .register(meters);
        for (var name : processes) {
            Gauge.builder("fairlead.process.lag.events", () -> behind(process.applyAsLong(name)))
                    .description("Events of the log that a process has still to react to")
                    .tag("process", name)
                    .register(meters);
        }
        Gauge.builder("fairlead.topics.lag.events", () -> behind(topics.getAsLong()))
                .description("Events of the log that are still to be published")
                .register(meters);
    }

    private long largest() {
        return views.get().values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    private long behind(long position) {
        return Math.max(0, head.getAsLong() - Math.max(0, position));
    }
}
