package io.fairlead.app.process;

import io.fairlead.log.EventLog;
import io.fairlead.schema.EventCodec;
import io.fairlead.shared.Prepares;
import io.fairlead.shared.Stage;
import io.fairlead.shared.Until;
import io.fairlead.shared.Waits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Makes a runner of each process, with the wait that {@link Waits} on it asks for. For one thread, once. */
public final class ProcessRunners {

    private final EventLog log;
    private final EventCodec codec;
    private final ProcessStore store;
    private final ParkOrders orders;
    private final LongConsumer masterDataSeen;
    private final LongConsumer viewsSeen;
    private final Duration patience;
    private final Map<Stage, List<LongSupplier>> prepared = new EnumMap<>(Stage.class);
    private final Set<Stage> waitedFor = EnumSet.noneOf(Stage.class);

    /**
     * @param masterDataSeen returns when the views hold the master data stored up to a position
     * @param viewsSeen returns when the views hold everything stored up to a position
     * @param patience how long a process waits for another at most
     */
    public ProcessRunners(
            EventLog log,
            EventCodec codec,
            ProcessStore store,
            ParkOrders orders,
            LongConsumer masterDataSeen,
            LongConsumer viewsSeen,
            Duration patience) {
        this.log = log;
        this.codec = codec;
        this.store = store;
        this.orders = orders;
        this.masterDataSeen = masterDataSeen;
        this.viewsSeen = viewsSeen;
        this.patience = patience;
    }

    /**
     * One runner for each, in the same order.
     *
     * @param processes each after those that prepare what it waits for
     * @throws IllegalStateException when one does not say what it waits for, or stands before what it waits for
     */
    public List<ProcessRunner> of(List<Object> processes) {
        var runners = new ArrayList<ProcessRunner>(processes.size());
        for (var process : processes) {
            var runner = new ProcessRunner(process, log, codec, store, orders, wait(process));
            note(process.getClass().getAnnotation(Prepares.class), runner);
            runners.add(runner);
        }
        return List.copyOf(runners);
    }

    private LongConsumer wait(Object process) {
        var type = process.getClass();
        var waits = type.getAnnotation(Waits.class);
        if (waits == null) {
            throw new IllegalStateException(
                    type.getName() + " does not say what it waits for: annotate it with @Waits");
        }
        return until(waits.value());
    }

    private LongConsumer until(Until until) {
        return switch (until) {
            case NOTHING -> _ -> {};
            case MASTER_DATA_SEEN -> masterDataSeen;
            case VIEWS_SEEN -> viewsSeen;
            case TIME_PRICED -> reach(reached(Stage.TIME_PRICES), List.of()).andThen(masterDataSeen);
            case WORK_FUNDED -> {
                var priced = new ArrayList<>(reached(Stage.TIME_PRICES));
                priced.addAll(reached(Stage.BILLABLE_WORK));
                yield reach(priced, reached(Stage.FUNDING));
            }
        };
    }

    private AwaitBillableWork reach(List<LongSupplier> pricing, List<LongSupplier> funding) {
        return new AwaitBillableWork(pricing, funding, log::head, () -> viewsSeen.accept(log.head()), patience);
    }

    private List<LongSupplier> reached(Stage stage) {
        waitedFor.add(stage);
        var those = prepared.get(stage);
        if (those == null) {
            throw new IllegalStateException("nothing that prepares " + stage + " is listed before what waits for it");
        }
        return those;
    }

    /** How far it is: here at once, on another node as that says now and then. */
    private void note(@Nullable Prepares prepares, ProcessRunner runner) {
        if (prepares == null) {
            return;
        }
        if (waitedFor.contains(prepares.value())) {
            throw new IllegalStateException(
                    runner.name() + " prepares " + prepares.value() + ": list it before what waits for that");
        }
        prepared.computeIfAbsent(prepares.value(), _ -> new ArrayList<>())
                .add(() -> Math.max(runner.position(), store.position(runner.name())));
    }
}
