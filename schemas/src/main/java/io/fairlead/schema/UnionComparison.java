package io.fairlead.schema;

import io.fairlead.schema.SchemaChange.Kind;
import io.fairlead.schema.SchemaComparison.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Type;

/** What may stand where a union is on one side or on both; each stored type goes to the one that Avro's reader chooses. */
final class UnionComparison {

    private static final Map<Type, Set<Type>> PROMOTIONS = Map.of(
            Type.INT, Set.of(Type.LONG, Type.FLOAT, Type.DOUBLE),
            Type.LONG, Set.of(Type.FLOAT, Type.DOUBLE),
            Type.FLOAT, Set.of(Type.DOUBLE),
            Type.STRING, Set.of(Type.BYTES),
            Type.BYTES, Set.of(Type.STRING));

    private final SchemaComparison all;
    private final Map<String, String> leadsTo;

    private record Branch(Schema schema, String pointer) {}

    /** A comparison of unions; {@code leadsTo} says which of today's names a released one became. */
    UnionComparison(SchemaComparison all, Map<String, String> leadsTo) {
        this.all = all;
        this.leadsTo = leadsTo;
    }

    void compare(Schema was, Schema is, Place place) {
        nulls(was, is, place);
        var then = branches(was);
        var now = branches(is);
        if (then.size() == 1 && now.size() == 1) {
            compare(then.getFirst(), now.getFirst(), place);
        } else {
            each(then, now, place);
        }
        if (names(was).size() == names(is).size()
                && names(was).containsAll(names(is))
                && !names(was).equals(names(is))) {
            all.add(place, place.now(), Kind.ORDER, "the types of the union stand in another order", "");
        }
    }

    private void each(List<Branch> then, List<Branch> now, Place place) {
        var taken = new HashSet<Branch>();
        for (var stored : then) {
            var chosen = chosen(stored.schema(), now);
            if (chosen.isEmpty()) {
                all.add(
                        place,
                        place.now(),
                        Kind.TYPE,
                        "stored events may hold " + SchemaWords.of(stored.schema())
                                + " here, which today's class has no place for",
                        "Leave the type in the union.");
            } else {
                taken.add(chosen.getFirst());
                compare(stored, chosen.getFirst(), place);
            }
        }
        for (var branch : now) {
            if (!taken.contains(branch)) {
                all.add(
                        place,
                        place.now() + branch.pointer(),
                        Kind.BRANCH_ADDED,
                        "new events may hold " + SchemaWords.of(branch.schema())
                                + " here; readers of the former contract cannot read those",
                        "");
            }
        }
    }

    private void compare(Branch then, Branch now, Place place) {
        all.compare(then.schema(), now.schema(), place.below("", then.pointer(), now.pointer()));
    }

    private void nulls(Schema was, Schema is, Place place) {
        if (isNullable(was) && !isNullable(is)) {
            all.add(
                    place,
                    place.now(),
                    Kind.NULLABLE,
                    "stored events may have no value (null) here; today's class demands one and cannot read them",
                    "Leave the field nullable; whoever records events may always fill it.");
        } else if (!isNullable(was) && isNullable(is)) {
            all.add(
                    place,
                    place.now(),
                    Kind.NULLABLE_ADDED,
                    "new events may have no value (null) here; readers of the former contract cannot read those",
                    "");
        }
    }

    /** At most one: by full name, then by short name or as the only one of its kind; else the first that may hold it. */
    private List<Branch> chosen(Schema stored, List<Branch> now) {
        var same = now.stream()
                .filter(branch -> branch.schema().getType() == stored.getType())
                .toList();
        if (isNamed(stored)) {
            var name = leadsTo.getOrDefault(stored.getFullName(), stored.getFullName());
            return same.stream()
                    .filter(branch -> branch.schema().getFullName().equals(name))
                    .findFirst()
                    .or(() -> same.stream()
                            .filter(branch -> branch.schema().getName().equals(stored.getName()))
                            .findFirst())
                    .map(List::of)
                    .orElse(same.size() == 1 ? same : List.of());
        }
        if (!same.isEmpty()) {
            return same;
        }
        return now.stream()
                .filter(branch -> PROMOTIONS
                        .getOrDefault(stored.getType(), Set.of())
                        .contains(branch.schema().getType()))
                .limit(1)
                .toList();
    }

    private static List<Branch> branches(Schema schema) {
        if (schema.getType() != Type.UNION) {
            return schema.getType() == Type.NULL ? List.of() : List.of(new Branch(schema, ""));
        }
        var branches = new ArrayList<Branch>();
        for (int i = 0; i < schema.getTypes().size(); i++) {
            if (schema.getTypes().get(i).getType() != Type.NULL) {
                branches.add(new Branch(schema.getTypes().get(i), "/" + i));
            }
        }
        return branches;
    }

    private static List<String> names(Schema schema) {
        return schema.getType() == Type.UNION
                ? schema.getTypes().stream().map(Schema::getFullName).toList()
                : List.of();
    }

    private static boolean isNullable(Schema schema) {
        return schema.getType() == Type.NULL
                || (schema.getType() == Type.UNION
                        && schema.getTypes().stream().anyMatch(branch -> branch.getType() == Type.NULL));
    }

    private static boolean isNamed(Schema schema) {
        return schema.getType() == Type.RECORD || schema.getType() == Type.ENUM || schema.getType() == Type.FIXED;
    }
}
