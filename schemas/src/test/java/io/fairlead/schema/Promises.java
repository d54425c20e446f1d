package io.fairlead.schema;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Finds what the fields of a schema leave to prose that machines should read, for {@link ContractPromisesTest}. */
final class Promises {

    private static final String CODE = "[A-Z][A-Z0-9_]*";
    private static final Pattern ENUMERATION =
            Pattern.compile("\\b" + CODE + "(?:, " + CODE + ")*(?:,? or " + CODE + "|, " + CODE + ", " + CODE + ")\\b");
    private static final Pattern SPELLED_CODE = Pattern.compile("\\b[A-Z]+_[A-Z_]+\\b");
    private static final Pattern NAMED_CODE = Pattern.compile("\\b" + CODE + "\\b");
    private static final String PERSONAL_TEXT = "io.fairlead.shared.event.PersonalText";

    /** What a field's value is made of, below unions, arrays and maps. */
    private enum Leaf {
        TEXT,
        NUMBER,
        DECIMAL,
        BYTES,
        PERSONAL_TEXT,
        OTHER
    }

    private final List<String> missing = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    private Promises() {}

    /** Sentences that begin with {@code record.field}, in order of their place. */
    static List<String> missingIn(Schema schema) {
        var promises = new Promises();
        promises.walk(schema);
        return promises.missing;
    }

    private void walk(Schema schema) {
        switch (schema.getType()) {
            case RECORD -> {
                if (seen.add(schema.getFullName())) {
                    var fields = new HashMap<String, FieldContract>();
                    schema.getFields().forEach(field -> fields.put(field.name(), FieldContract.of(field)));
                    schema.getFields().forEach(field -> field(schema, field, fields));
                }
            }
            case ARRAY -> walk(schema.getElementType());
            case MAP -> walk(schema.getValueType());
            case UNION -> schema.getTypes().forEach(this::walk);
            case ENUM, FIXED, STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL -> {}
        }
    }

    private void field(Schema record, Schema.Field field, Map<String, FieldContract> fields) {
        var name = record.getName() + "." + field.name();
        var contract = FieldContract.of(field);
        var leaves = leaves(field.schema());
        for (var property : field.getObjectProps().keySet()) {
            require(FieldContract.PROPERTIES.contains(property), name, "has an unknown property " + property);
        }
        if (leaves.contains(Leaf.TEXT)) {
            text(name, field, contract);
        }
        if (leaves.contains(Leaf.NUMBER) || leaves.contains(Leaf.DECIMAL)) {
            number(name, contract, fields);
        }
        if (leaves.contains(Leaf.BYTES)) {
            require(isNumbers(contract.unit()), name, "holds bytes and has no unit of the list");
        }
        if (leaves.contains(Leaf.PERSONAL_TEXT)) {
            require(
                    contract.classification().contains(Classification.PERSONAL),
                    name,
                    "holds personal text and is not classified PERSONAL");
        }
        walk(field.schema());
    }

    private void text(String name, Schema.Field field, FieldContract contract) {
        var unit = contract.unit();
        var codes = contract.codes();
        require(
                codes != null || unit != null || !contract.refs().isEmpty(),
                name,
                "is text and has neither codes nor ref nor unit");
        require(unit == null || Units.areOfText(unit), name, "has a unit that is not in the list for text: " + unit);
        var doc = String.valueOf(field.doc());
        var enumerated = enumerated(doc);
        if (codes == null) {
            enumerated.addAll(spelled(doc));
            require(enumerated.isEmpty(), name, "tells codes in prose only: " + enumerated);
        } else {
            require(
                    codes.values().equals(codes.values().stream().sorted().toList()),
                    name,
                    "has codes that are not in the order of the alphabet");
            enumerated.removeAll(codes.values());
            require(codes.open() || enumerated.isEmpty(), name, "tells codes that its set has not: " + enumerated);
        }
    }

    private void number(String name, FieldContract contract, Map<String, FieldContract> fields) {
        var unit = contract.unit();
        require(isNumbers(unit), name, "is a number and has no unit of the list: " + unit);
        require(contract.range() != null, name, "is a number and has no range; \"(,)\" says that any may come");
        if (unit != null && unit.startsWith("amount ")) {
            require(contract.classification().contains(Classification.MONEY), name, "is not classified MONEY");
            for (var currency : Units.currencyFieldsOf(unit)) {
                var holder = fields.get(currency);
                require(
                        holder != null && "ISO 4217 code".equals(holder.unit()),
                        name,
                        "names a currency field that is none: " + currency);
            }
        }
    }

    /** Codes that a doc enumerates: A, B or C. */
    private static Set<String> enumerated(String doc) {
        var found = new TreeSet<String>();
        var enumeration = ENUMERATION.matcher(doc);
        while (enumeration.find()) {
            found.addAll(NAMED_CODE
                    .matcher(enumeration.group())
                    .results()
                    .map(MatchResult::group)
                    .toList());
        }
        return found;
    }

    /** Codes that a doc spells with an underscore: A_CODE. */
    private static List<String> spelled(String doc) {
        return SPELLED_CODE.matcher(doc).results().map(MatchResult::group).toList();
    }

    private static boolean isNumbers(@Nullable String unit) {
        return unit != null && Units.areOfNumbers(unit);
    }

    private void require(boolean holds, String name, String what) {
        if (!holds) {
            missing.add(name + " " + what);
        }
    }

    private static EnumSet<Leaf> leaves(Schema schema) {
        return switch (schema.getType()) {
            case ARRAY -> leaves(schema.getElementType());
            case MAP -> leaves(schema.getValueType());
            case UNION -> {
                var all = EnumSet.noneOf(Leaf.class);
                schema.getTypes().forEach(branch -> all.addAll(leaves(branch)));
                yield all;
            }
            case STRING -> EnumSet.of(Leaf.TEXT);
            case INT, LONG -> EnumSet.of(schema.getLogicalType() == null ? Leaf.NUMBER : Leaf.OTHER);
            case BYTES, FIXED ->
                EnumSet.of(schema.getLogicalType() instanceof LogicalTypes.Decimal ? Leaf.DECIMAL : Leaf.BYTES);
            case FLOAT, DOUBLE -> EnumSet.of(Leaf.NUMBER);
            case RECORD ->
                EnumSet.of(schema.getFullName().equals(PERSONAL_TEXT) ? Leaf.PERSONAL_TEXT : Leaf.OTHER);
            case ENUM, BOOLEAN, NULL -> EnumSet.of(Leaf.OTHER);
        };
    }
}
