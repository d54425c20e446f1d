package io.fairlead.gate.surface;

import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that others may hold on to: by what they use (an operation, a view, a command), then by place within it.
 *
 * @param uses places of each; a place is the way to it, {@code 200.nodes[].url} or {@code body.items[].seconds}
 */
record Surface(SortedMap<String, SortedMap<String, Spot>> uses) {

    /** The name under which the form of all refusals stands. */
    static final String PROBLEM = "every refusal";

    static Surface empty() {
        return new Surface(new TreeMap<>());
    }

    /** Adds a place; where it is there already, either may stand at it. */
    void add(String use, String place, Spot part) {
        uses.computeIfAbsent(use, _ -> new TreeMap<>()).merge(place, part, Spot::or);
    }

    Map<String, Spot> places(String use) {
        return uses.getOrDefault(use, new TreeMap<>());
    }

    static Surface all(Collection<Surface> parts) {
        var all = empty();
        parts.forEach(part -> all.uses.putAll(part.uses));
        return all;
    }

    /** The place that holds this one; empty for the outermost. */
    static String holder(String place) {
        if (place.endsWith("[]")) {
            return place.substring(0, place.length() - 2);
        }
        int dot = place.lastIndexOf('.');
        return dot < 0 ? "" : place.substring(0, dot);
    }
}
