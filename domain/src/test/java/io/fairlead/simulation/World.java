package io.fairlead.simulation;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.fairlead.contract.event.ContractSigned;
import io.fairlead.funding.RoomForReview;
import io.fairlead.shared.RuleViolated;
import io.fairlead.simulation.rule.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One firm, its people, its processes and its chance. A world is made once and lives many histories, one after the other,
 * since Axon takes longer to look at the aggregates than to run them. Not thread-safe.
 */
public final class World {

    private static final int DEPTH_MAX = 3;
    /** One history in so many reacts again to what it reacted to, which takes as long as the history. */
    private static final int AGAIN = 6;

    private static final int STEPS_MAX = 20_000;

    private final HistoryLog log;
    private final Aggregates aggregates;
    private final Door door;
    private final Reactions reactions;
    private final TaxView taxes;
    private final RoomForReview room;
    private final Views views;
    private final Again again;
    private final Set<Excluded> lifted;
    private final Map<String, int[]> counts = new TreeMap<>();
    private Chance chance = new Chance(0);
    private Faults faults = Faults.NONE;
    private Life life = new Life(this, chance, chance);
    private int depth;
    private boolean settling;

    public World() {
        this(true, Excluded.lifted(), _ -> List.of());
    }

    /** A firm in which a meeting happens that histories keep away from, to see it red. */
    static World with(Excluded lifted) {
        return new World(true, Set.of(lifted), _ -> List.of());
    }

    /** A firm with a process besides the real ones, to see the checks red. */
    static World with(Function<Door, List<Object>> more) {
        return new World(true, Set.of(), more);
    }

    /** A firm in which no command may add up, to see the check of repeats red. */
    static World unnamed() {
        return new World(false, Set.of(), _ -> List.of());
    }

    private World(boolean named, Set<Excluded> lifted, Function<Door, List<Object>> more) {
        this.lifted = lifted;
        this.log = HistoryLog.toldTo(event -> reactions().stored(event));
        this.aggregates = new Aggregates(log);
        this.again = new Again(log, aggregates, named);
        this.door = new Door(aggregates, () -> this);
        this.views = new Views(log, () -> chance, () -> reactions().reactingTo());
        this.taxes = new TaxView(log);
        this.room = new RoomForReview(new DoorLimits(log), log);
        var processes = new ArrayList<>(DomainProcesses.of(door, log, views, taxes));
        processes.addAll(more.apply(door));
        this.reactions = new Reactions(processes);
    }

    /** Lives the history of the seed: a firm is set up, people and processes act, then everything is cleared up. */
    public History live(long seed) {
        log.clear();
        door.clear();
        reactions.clear();
        views.clear();
        again.clear();
        chance = new Chance(seed);
        faults = Faults.of(chance);
        life = new Life(this, chance, Chance.besides(seed));
        life.begin();
        settling = true;
        settle(); // The limits of the first contracts are watched before anybody works.
        life.billAhead(this::settle);
        settling = false;
        go(chance.between(25, 100));
        if (!chance.oneIn(3)) {
            settling = true;
            life.closeMonth(this::settle);
            settling = false;
        }
        go(chance.between(25, 100));
        settling = true;
        settle();
        life.clearUp(this::settle);
        var events = List.copyOf(log.events());
        if (chance.oneIn(AGAIN)) {
            faults = Faults.NONE;
            again.react(reactions, this);
        }
        var broken = new ArrayList<>(reactions.parked());
        broken.addAll(again.findings());
        return new History(seed, events, List.copyOf(broken));
    }

    /**
     * What came of a seed.
     *
     * @param parked reactions that failed, and what happened twice
     */
    public record History(long seed, List<Recorded> events, List<String> parked) {

        /** Whatever is wrong with it; empty when nothing is. */
        List<String> broken() {
            var broken = new ArrayList<>(parked);
            broken.addAll(Rules.broken(events));
            return broken;
        }
    }

    boolean keepsAwayFrom(Excluded meeting) {
        return !lifted.contains(meeting);
    }

    private Reactions reactions() {
        return reactions;
    }

    private void step() {
        if (reactions.anyReady() && (settling || !chance.oneIn(3))) {
            reactions.react(this);
        } else if (!settling) {
            life.act();
        }
    }

    private void go(int steps) {
        for (int left = steps; left > 0; left--) {
            step();
        }
    }

    /** Until every process has reacted to everything. */
    private void settle() {
        int steps = 0;
        while (reactions.anyReady()) {
            step();
            if (++steps > STEPS_MAX) {
                throw new IllegalStateException("the processes come to no end");
            }
            if (steps > 2_000) {
                faults = Faults.NONE;
            }
        }
    }

    Chance chance() {
        return chance;
    }

    Faults faults() {
        return faults;
    }

    HistoryLog log() {
        return log;
    }

    /** What the door asks of the limits before a review. */
    RoomForReview room() {
        return room;
    }

    TaxView taxes() {
        return taxes;
    }

    /** Whether several pay for one of the contracts. */
    boolean hasPayers() {
        return log.all(ContractSigned.class).stream()
                .anyMatch(signed -> !signed.getPayers().isEmpty());
    }

    /** Between two commands of a reaction, other people and processes go on. */
    void letOthersAct() {
        while (depth < DEPTH_MAX && chance.oneIn(faults.interleaving())) {
            depth++;
            step();
            depth--;
        }
    }

    /** A person or an outside system asks for something; whether it was accepted. Most do not care: chance goes on. */
    @CanIgnoreReturnValue
    boolean ask(Object command) {
        boolean accepted;
        try {
            aggregates.run(command);
            giveAgain(command);
            accepted = true;
        } catch (RuleViolated refused) {
            accepted = false;
        }
        count(command, accepted);
        return accepted;
    }

    /** What the firm knew before its first day: stated once, and chance has no part in it. */
    void state(Object command) {
        aggregates.run(command);
    }

    /** As {@link #ask}, but all processes have come to rest before somebody decides what to ask, and come to rest after. */
    void askAtRest(Supplier<Optional<Object>> command) {
        if (depth > 0) {
            return; // A process is in the middle of something: not now.
        }
        settling = true;
        settle();
        command.get().ifPresent(this::ask);
        settle();
        settling = false;
    }

    /** At times the answer to an accepted command is lost, and it is given once more. */
    void giveAgain(Object command) {
        if (chance.oneIn(faults.twice())) {
            again.give(command);
        }
    }

    void count(Object command, boolean accepted) {
        counts.computeIfAbsent(command.getClass().getSimpleName(), _ -> new int[2])[accepted ? 0 : 1]++;
    }

    /** By kind of command: accepted, refused; over all histories of this world. */
    Map<String, int[]> counts() {
        return counts;
    }
}
