package io.fairlead.simulation;

import io.fairlead.shared.Prepares;
import io.fairlead.shared.Stage;
import io.fairlead.shared.Until;
import io.fairlead.shared.Waits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.DomainEventMessage;

/**
 * The processes as the application runs them: events of one stream in order, streams in any order, at least once. A reaction
 * that failed for another reason than a crash is parked, and later events of its stream wait behind it. Who waits until time is
 * priced reacts to nothing before that and sees all prices, since the application lets it wait; other waits are left out, so that
 * more happens.
 */
final class Reactions {

    private final List<AnnotationEventHandlerAdapter> processes = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final Map<Class<?>, List<Integer>> wanting = new HashMap<>();
    private final Set<Integer> pricing = new TreeSet<>();
    private final Set<Integer> awaitingPrices = new TreeSet<>();
    /** In the order of their first events, so that a seed lives the same history whatever was lived before. */
    private final Map<String, Lane> lanes = new LinkedHashMap<>();

    private final List<Lane> pricingLanes = new ArrayList<>();
    private final List<Lane> ready = new ArrayList<>();
    private final List<String> parked = new ArrayList<>();
    private long reactingTo;

    Reactions(List<Object> processes) {
        for (var process : processes) {
            this.processes.add(new AnnotationEventHandlerAdapter(process));
            names.add(process.getClass().getSimpleName());
            note(process.getClass(), names.size() - 1);
        }
    }

    private void note(Class<?> process, int no) {
        var prepares = process.getAnnotation(Prepares.class);
        if (prepares != null && prepares.value() == Stage.TIME_PRICES) {
            pricing.add(no);
        }
        var waits = process.getAnnotation(Waits.class);
        if (waits != null && waits.value() == Until.TIME_PRICED) {
            awaitingPrices.add(no);
        }
    }

    /** The events of one stream on their way to one process. */
    private static final class Lane {
        private final int process;
        private final List<DomainEventMessage<?>> events = new ArrayList<>();
        private int next;
        private boolean busy;

        Lane(int process) {
            this.process = process;
        }

        /** Place of the next event; beyond all others when none is left. */
        long nextPlace() {
            return next < events.size() ? placeOf(events.get(next)) : Long.MAX_VALUE;
        }
    }

    void clear() {
        lanes.clear();
        pricingLanes.clear();
        ready.clear();
        parked.clear();
    }

    /** What could not be reacted to, with its reason. */
    List<String> parked() {
        return parked;
    }

    /** The place of the event that is being reacted to, or of all that its process waits for: views stand there or later. */
    long reactingTo() {
        return reactingTo;
    }

    void stored(DomainEventMessage<?> event) {
        for (int process : wanting.computeIfAbsent(event.getPayloadType(), this::wanting)) {
            var lane = lanes.computeIfAbsent(process + " " + event.getAggregateIdentifier(), _ -> begin(process));
            lane.events.add(event);
            if (!lane.busy && lane.next == lane.events.size() - 1) {
                ready.add(lane);
            }
        }
    }

    private Lane begin(int process) {
        var lane = new Lane(process);
        if (pricing.contains(process)) {
            pricingLanes.add(lane);
        }
        return lane;
    }

    /** Every process reacts to what it reacted to before, stream by stream from some event on; its commands keep their keys. */
    void reactAgain(World world) {
        for (var lane : List.copyOf(lanes.values())) {
            int from = world.chance().between(0, lane.events.size() - 1);
            for (var event : List.copyOf(lane.events).subList(from, lane.events.size())) {
                reactingTo = awaitsPrices(lane) ? world.log().head() : placeOf(event);
                try {
                    processes.get(lane.process).handle(event);
                } catch (Exception failed) {
                    parked.add(names.get(lane.process) + " again at " + event.getIdentifier() + ": " + failed);
                }
            }
        }
    }

    private List<Integer> wanting(Class<?> type) {
        var wanted = new ArrayList<Integer>();
        for (int i = 0; i < processes.size(); i++) {
            if (processes.get(i).canHandleType(type)) {
                wanted.add(i);
            }
        }
        return wanted;
    }

    boolean anyReady() {
        return !able().isEmpty();
    }

    /** Lanes that may go on now. */
    private List<Lane> able() {
        if (ready.stream().noneMatch(this::awaitsPrices)) {
            return ready;
        }
        long unpriced = pricingLanes.stream().mapToLong(Lane::nextPlace).min().orElse(Long.MAX_VALUE);
        return ready.stream()
                .filter(lane -> !awaitsPrices(lane) || lane.nextPlace() < unpriced)
                .toList();
    }

    private boolean awaitsPrices(Lane lane) {
        return awaitingPrices.contains(lane.process);
    }

    private static long placeOf(DomainEventMessage<?> event) {
        return Long.parseLong(event.getIdentifier().substring("event-".length()));
    }

    /** One process reacts to one event. */
    void react(World world) {
        var chance = world.chance();
        var able = able();
        var lane = able.get(chance.between(0, able.size() - 1));
        ready.remove(lane);
        lane.busy = true;
        var event = lane.events.get(lane.next);
        long before = reactingTo;
        // Who waits for prices waits for views that hold them, whenever they came.
        reactingTo = awaitsPrices(lane) ? world.log().head() : placeOf(event);
        try {
            processes.get(lane.process).handle(event);
            lane.next++;
            if (chance.oneIn(world.faults().repeat())) {
                lane.next = chance.between(0, lane.next - 1); // The token was stored before, not after.
            }
        } catch (Door.Crashed again) {
            // It is repeated from its beginning.
        } catch (Exception failed) {
            parked.add(names.get(lane.process) + " at " + event.getIdentifier() + " "
                    + event.getPayloadType().getSimpleName() + ": " + failed);
            lane.next = Integer.MAX_VALUE / 2;
        }
        reactingTo = before;
        lane.busy = false;
        if (lane.next < lane.events.size()) {
            ready.add(lane);
        }
    }
}
