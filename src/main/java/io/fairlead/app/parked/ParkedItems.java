package io.fairlead.app.parked;

import io.fairlead.app.lease.Lease;
import io.fairlead.app.lease.LeasedWork;
import io.fairlead.app.web.Streams;
import io.fairlead.exception.ExceptionId;
import io.fairlead.exception.ParkedStream;
import io.fairlead.shared.Commands;
import io.fairlead.shared.StreamHistory;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.function.Supplier;

/**
 * Has people know of what is parked: raises a work item for each stream that a view or a process could not take, again when
 * somebody closed it while it still waits, and clears it when nothing of it is parked any more. Runs on one node. What it asks
 * for follows from what stands in the parks and in the items' own streams, so that a restart or a repeat changes nothing.
 */
public final class ParkedItems implements LeasedWork {

    static final int STREAMS_MAX = 10_000;

    private final ParkTables tables;
    private final Supplier<List<String>> open;
    private final AskedItems items;
    private final InstantSource clock;
    private final RepeatedLook looks = new RepeatedLook("parked-items", "work items of what is parked", this::look);

    /**
     * Does not run yet.
     *
     * @param open ids of the items of parked streams that wait, as the views know them
     * @param commands with keys of its own
     */
    public ParkedItems(
            ParkTables tables,
            Supplier<List<String>> open,
            Streams streams,
            StreamHistory history,
            Commands commands,
            InstantSource clock) {
        this.tables = tables;
        this.open = open;
        this.items = new AskedItems(streams, history, commands);
        this.clock = clock;
    }

    @Override
    public void start(Lease tenure) {
        items.forget();
        looks.start(tenure::isHeld);
    }

    @Override
    public void stop() {
        looks.close();
    }

    /** Raises and clears what the parks ask for now. */
    void look() {
        var parked = tables.streams(STREAMS_MAX);
        var wanted = new HashSet<ExceptionId>();
        for (var one : parked) {
            var stream = new ParkedStream(
                    one.kind().equals("view") ? ParkedStream.VIEW : ParkedStream.PROCESS, one.name(), one.stream());
            if (wanted.add(stream.exceptionId())) {
                var type = one.type().substring(one.type().lastIndexOf('.') + 1);
                items.raise(stream.raise(type, clock.instant()));
            }
        }
        items.keepOnly(wanted);
        if (parked.size() < STREAMS_MAX) { // Else what is not among them may be parked as well.
            for (var id : open.get()) {
                if (!wanted.contains(ExceptionId.of(id))) {
                    items.clear(ParkedStream.clear(ExceptionId.of(id), clock.instant()));
                }
            }
        }
    }
}
