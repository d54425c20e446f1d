package io.fairlead.cases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fields and types of JSON documents by command, as they were seen; what is missing in some of an object's copies may be
 * absent.
 */
final class JsonShapes {

    private static final String ABSENT = "absent";
    private static final Pattern FIELD = Pattern.compile("[a-z][A-Za-z0-9_]*");
    private static final Pattern OPTION = Pattern.compile("--[a-z-]+");

    /** Commands that show what is there of all firms: what else runs on the stack decides which fields have something. */
    private static final Pattern OF_ALL_FIRMS = Pattern.compile(
            "fairlead (work|deliveries|parked|clients|schemas|verify|rebuild|identity|rates calendars)\\b.*");

    private final SortedMap<String, SortedMap<String, Set<String>>> seen = new TreeMap<>();
    private final Set<String> refused = new TreeSet<>();

    /** How often an object was seen at a place, by command and place. */
    private final Map<String, Integer> objects = new HashMap<>();

    private final Map<String, Integer> fields = new HashMap<>();

    /**
     * Takes down what a command line printed; it stands under the command's name and its options. Refusals have a form of
     * their own.
     */
    void see(String name, String line, int exitCode, String output) {
        var command = Stream.concat(
                        Stream.of("fairlead " + name),
                        Stream.of(line.split(" "))
                                .filter(word -> OPTION.matcher(word).matches())
                                .sorted()
                                .distinct())
                .collect(Collectors.joining(" "));
        if (exitCode != 0) {
            refused.add(command);
            return;
        }
        output.lines().forEach(each -> read(each).ifPresent(document -> see(command, "", document)));
    }

    private static Optional<JsonNode> read(String text) {
        try {
            return Optional.of(JsonMapper.shared().readTree(text));
        } catch (JacksonException noJson) {
            return Optional.empty(); // A line for people.
        }
    }

    private void see(String command, String place, JsonNode node) {
        places(command)
                .computeIfAbsent(place.isEmpty() ? "." : place, _ -> new TreeSet<>())
                .add(type(node));
        if (node.isArray()) {
            node.forEach(each -> see(command, place + "[]", each));
        }
        if (node.isObject()) {
            objects.merge(command + place, 1, Integer::sum);
            node.properties().stream()
                    .map(field -> place + "." + named(field.getKey()))
                    .distinct()
                    .forEach(field -> fields.merge(command + field, 1, Integer::sum));
            node.forEachEntry((field, value) -> see(command, place + "." + named(field), value));
        }
    }

    /** Fields are of the contract; keys of a map, such as currencies and days, are data. */
    private static String named(String field) {
        return FIELD.matcher(field).matches() ? field : "*";
    }

    private static String type(JsonNode node) {
        if (node.isNumber()) {
            return node.isIntegralNumber() ? "integer" : "number";
        }
        return switch (node.getNodeType()) {
            case STRING -> "string";
            case BOOLEAN -> "boolean";
            case ARRAY -> "array";
            case OBJECT -> "object";
            default -> "null";
        };
    }

    private SortedMap<String, Set<String>> places(String command) {
        return seen.computeIfAbsent(command, _ -> new TreeMap<>());
    }

    /** All that was seen. */
    SortedMap<String, SortedMap<String, Set<String>>> seen() {
        seen.forEach((command, places) -> places.forEach((place, types) -> {
            int dot = place.lastIndexOf('.');
            if (dot >= 0 && place.length() > 1 && !place.endsWith("*") && !place.endsWith("]")) {
                int times = fields.getOrDefault(command + place, 0);
                if (times < objects.getOrDefault(command + place.substring(0, dot), 0)) {
                    types.add(ABSENT);
                }
            }
        }));
        return seen;
    }

    /** Commands that told nothing but a refusal. */
    Set<String> refused() {
        return refused;
    }

    /** What was seen and is not written, and what is written and was looked for in vain. */
    List<String> differences(Map<String, Map<String, Set<String>>> written) {
        var differences = new ArrayList<String>();
        seen().forEach((command, places) -> places.forEach((place, types) -> {
            var known = written.getOrDefault(command, Map.of()).getOrDefault(place, Set.of());
            types.stream()
                    .filter(type -> !known.contains(type) && !(isOfAllFirms(command) && mayDiffer(known, type)))
                    .forEach(type -> differences.add("%s --json: %s is %s".formatted(command, place, type)));
        }));
        written.forEach((command, places) -> places.forEach((place, types) -> {
            if (!seen.containsKey(command)) {
                if (!refused.contains(command)) {
                    differences.add(command + " --json was not run");
                }
            } else if (isGone(command, place) && !types.contains(ABSENT) && !isOfAllFirms(command)) {
                differences.add("%s --json: %s is gone".formatted(command, place));
            }
        }));
        return differences.stream().distinct().toList();
    }

    private static boolean isOfAllFirms(String command) {
        return OF_ALL_FIRMS.matcher(command).matches();
    }

    /** Another type than what is known differs; a field that others lack, or have, does not. */
    private static boolean mayDiffer(Set<String> known, String type) {
        return known.isEmpty() || type.equals(ABSENT) || type.equals("null") || known.equals(Set.of("null"));
    }

    private boolean isGone(String command, String place) {
        int dot = place.lastIndexOf('.');
        boolean isField = dot >= 0 && place.length() > 1 && !place.endsWith("*") && !place.endsWith("]");
        return isField
                && objects.containsKey(command + place.substring(0, dot))
                && !fields.containsKey(command + place);
    }
}
