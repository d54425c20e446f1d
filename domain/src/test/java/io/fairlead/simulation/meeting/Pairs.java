package io.fairlead.simulation.meeting;

import io.fairlead.simulation.Recorded;
import io.fairlead.simulation.World;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * In how many histories two features meet on one contract: what is right alone may be wrong where it meets something else, so
 * each pair has to be among what the rules are held against.
 */
public final class Pairs {

    /** Pairs that never meet by their nature, each with the reason; empty as long as there is none. */
    static final Map<Set<Feature>, String> NEVER = Map.of();

    private final Map<Set<Feature>, Integer> histories = new HashMap<>();

    public void see(World.History history) {
        var met = new HashMap<Set<Feature>, Integer>();
        featuresByContract(history.events())
                .values()
                .forEach(features -> features.forEach(one -> features.stream()
                        .filter(other -> other.compareTo(one) > 0)
                        .forEach(other -> met.put(EnumSet.of(one, other), 1))));
        met.forEach((pair, once) -> histories.merge(pair, once, Integer::sum));
    }

    /** What each contract of a history shows, first to last event. */
    private static Map<String, Set<Feature>> featuresByContract(List<Recorded> events) {
        var contracts = new ContractsOfEvents(events);
        var shown = new HashMap<String, Set<Feature>>();
        for (var each : events) {
            for (var contract : contracts.of(each.event())) {
                for (var feature : Feature.values()) {
                    if (feature.isShownBy(each.event(), contracts.signed(contract))) {
                        shown.computeIfAbsent(contract, _ -> EnumSet.noneOf(Feature.class))
                                .add(feature);
                    }
                }
            }
        }
        return shown;
    }

    public void add(Pairs others) {
        others.histories.forEach((pair, times) -> histories.merge(pair, times, Integer::sum));
    }

    private int of(Feature one, Feature other) {
        return histories.getOrDefault(EnumSet.of(one, other), 0);
    }

    /** Pairs that meet in fewer histories than wanted, with how often they do. */
    public Map<String, Integer> below(int wanted) {
        var seldom = new TreeMap<String, Integer>();
        for (var one : Feature.values()) {
            for (var other : Feature.values()) {
                if (other.compareTo(one) > 0 && of(one, other) < wanted && !NEVER.containsKey(EnumSet.of(one, other))) {
                    seldom.put(one + " and " + other, of(one, other));
                }
            }
        }
        return seldom;
    }

    /** A triangle: each row one feature, with all that stand before it. */
    @Override
    public String toString() {
        var all = Feature.values();
        var table = new StringBuilder("histories in which two features meet on one contract:\n");
        for (int row = 0; row < all.length; row++) {
            table.append("%2d %-13s".formatted(row + 1, all[row]));
            for (int column = 0; column < row; column++) {
                table.append("%7d".formatted(of(all[column], all[row])));
            }
            table.append('\n');
        }
        table.append(" ".repeat(16));
        for (int column = 1; column < all.length; column++) {
            table.append("%7d".formatted(column));
        }
        return table.toString();
    }
}
