package io.fairlead;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is over its budget today, by kind and name, with its present figure; it may only shrink. The file stands in
 * src/test/resources/house-ratchet.txt.
 */
final class Ratchet {

    private static final Pattern LINE = Pattern.compile("(\\S+ \\S+) (\\d+)");

    private final SortedMap<String, Integer> listed;

    private Ratchet(Map<String, Integer> listed) {
        this.listed = new TreeMap<>(listed);
    }

    /** Reads lines of the form {@code kind name figure}; empty lines and such with a # say nothing. */
    static Ratchet of(String text) {
        var listed = new TreeMap<String, Integer>();
        text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
            var parts = LINE.matcher(line);
            if (!parts.matches() || listed.put(parts.group(1), Integer.valueOf(parts.group(2))) != null) {
                throw new IllegalArgumentException("a line of the ratchet cannot be read, or stands twice: " + line);
            }
        });
        return new Ratchet(listed);
    }

    /**
     * Everything that is not as it is listed.
     *
     * @param over figure of each thing that is over its budget, by "kind name"
     */
    List<String> faults(Map<String, Integer> over) {
        var faults = new ArrayList<String>();
        over.forEach((name, figure) -> {
            var allowed = listed.get(name);
            if (allowed == null) {
                faults.add(name + " has " + figure + " and is over its budget");
            } else if (figure > allowed) {
                faults.add(name + " has grown from " + allowed + " to " + figure);
            } else if (figure < allowed) {
                faults.add(name + " has shrunk from " + allowed + " to " + figure + ": update the ratchet");
            }
        });
        listed.keySet().stream()
                .filter(name -> !over.containsKey(name))
                .map(name -> name + " is within its budget or gone: update the ratchet")
                .forEach(faults::add);
        return faults;
    }

    /** The same with what has shrunk; nothing is added, and nothing grows. */
    Ratchet shrunk(Map<String, Integer> over) {
        var now = new TreeMap<String, Integer>();
        listed.forEach((name, allowed) -> {
            var figure = over.get(name);
            if (figure != null) {
                now.put(name, Math.min(allowed, figure));
            }
        });
        return new Ratchet(now);
    }

    /** As a file of the form that {@link #of} reads, with this text above it. */
    String asText(String above) {
        return listed.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue() + "\n")
                .collect(Collectors.joining("", above + "\n", ""));
    }
}
