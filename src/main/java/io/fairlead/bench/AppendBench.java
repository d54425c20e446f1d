package io.fairlead.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.axonframework.eventhandling.DomainEventMessage;

/** Durable appends of one event each to new streams, through the engine that Axon calls, on both sides. */
public final class AppendBench {

    private AppendBench() {}

    /**
     * Runs it on a PostgreSQL of its own.
     *
     * @param folder where that is made for the time of the run
     * @param told each line as soon as it is measured
     */
    public static void run(Path folder, BenchPlan plan, Consumer<Comparison> told) {
        try (var database = new BenchDatabase(folder);
                var ours = new OwnSide(database);
                var peer = plan.peer() ? new AxonJdbcSide(database, BenchEvents.schemas()) : null) {
            Subject own = (_, go) -> appends(event -> ours.engine.appendEvents(List.of(event)), go);
            // Axon's engine expects the command's transaction around it.
            Subject other = peer == null
                    ? null
                    : (_, go) -> appends(
                            event -> peer.transactions.executeInTransaction(
                                    () -> peer.engine.appendEvents(List.of(event))),
                            go);
            plan.run("append", own, other, () -> Machine.described(ours.pool()), told);
        }
    }

    private static void appends(Consumer<DomainEventMessage<?>> append, ClientLoad.Go go) {
        while (go.on()) {
            var event = BenchEvents.recorded(BenchEvents.newStream());
            var start = System.nanoTime();
            append.accept(event);
            go.took(start);
        }
    }
}
