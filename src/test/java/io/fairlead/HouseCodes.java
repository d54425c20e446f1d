package io.fairlead;

import io.fairlead.schema.FieldContract;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/** Compares the codes of contracts with the sets that the domain decides by; for {@link HouseCodesTest}. */
final class HouseCodes {

    private static final Pattern SPELLED_CODE = Pattern.compile("\"([A-Z]+_[A-Z_]+)\"");

    /**
     * A set of the domain and the fields that hold it.
     *
     * @param name for people
     * @param fields as Record.field
     */
    record Told(String name, Set<String> codes, Set<String> fields) {

        static Told of(Class<?> type, String... fields) {
            return of(type.getSimpleName(), names(type), fields);
        }

        static Told of(String name, Set<String> codes, String... fields) {
            return new Told(name, codes, Set.of(fields));
        }
    }

    /** Names of an enum's constants, of one that its package keeps to itself too. */
    static Set<String> names(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** All fields with codes, by Record.field. */
    static Map<String, FieldContract> coded(Stream<Schema> records) {
        var found = new TreeMap<String, FieldContract>();
        var seen = new HashSet<String>();
        records.forEach(record -> collect(record, found, seen));
        return found;
    }

    private static void collect(Schema schema, Map<String, FieldContract> found, Set<String> seen) {
        switch (schema.getType()) {
            case RECORD -> {
                if (seen.add(schema.getFullName())) {
                    for (var field : schema.getFields()) {
                        var contract = FieldContract.of(field);
                        if (contract.codes() != null) {
                            found.put(schema.getName() + "." + field.name(), contract);
                        }
                        collect(field.schema(), found, seen);
                    }
                }
            }
            case ARRAY -> collect(schema.getElementType(), found, seen);
            case MAP -> collect(schema.getValueType(), found, seen);
            case UNION -> schema.getTypes().forEach(branch -> collect(branch, found, seen));
            case ENUM, FIXED, STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL -> {}
        }
    }

    /**
     * What the contracts and the domain say differently.
     *
     * @param coded fields with codes
     * @param sets of the domain
     * @param without closed sets that the domain has no enum or constant for
     */
    static List<String> apart(Map<String, FieldContract> coded, List<Told> sets, Set<String> without) {
        var findings = new ArrayList<String>();
        var told = new HashSet<>(without);
        for (var set : sets) {
            for (var name : set.fields()) {
                told.add(name);
                var contract = coded.get(name);
                if (contract == null || contract.codes() == null) {
                    findings.add(name + " has no codes, though it holds " + set.name());
                } else {
                    compare(name, set, contract.codes().values(), findings);
                }
            }
        }
        coded.forEach((name, contract) -> {
            if (contract.codes() != null && !contract.codes().open() && !told.contains(name)) {
                findings.add(name + " is a closed set that nothing compares with the domain");
            }
        });
        without.stream()
                .filter(name -> !coded.containsKey(name))
                .forEach(name -> findings.add(name + " is excused and has no codes"));
        return findings.stream().sorted().toList();
    }

    private static void compare(String name, Told set, List<String> codes, List<String> findings) {
        var lacking = new TreeSet<>(set.codes());
        codes.forEach(lacking::remove);
        var foreign = new TreeSet<>(codes);
        foreign.removeAll(set.codes());
        if (!lacking.isEmpty()) {
            findings.add(name + " lacks " + lacking + " of " + set.name());
        }
        if (!foreign.isEmpty()) {
            findings.add(name + " has " + foreign + ", which " + set.name() + " does not know");
        }
    }

    /** Words spelled as codes in sources, that no contract has. */
    static Set<String> unknownCodes(Stream<String> sources, Map<String, FieldContract> coded) {
        var known = coded.values().stream()
                .flatMap(contract -> Stream.ofNullable(contract.codes()))
                .flatMap(codes -> codes.values().stream())
                .collect(Collectors.toSet());
        var unknown = new TreeSet<String>();
        sources.forEach(text -> {
            var word = SPELLED_CODE.matcher(text);
            while (word.find()) {
                if (!known.contains(word.group(1))) {
                    unknown.add(word.group(1));
                }
            }
        });
        return unknown;
    }

    private HouseCodes() {}
}
