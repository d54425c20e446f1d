package io.fairlead.schema;

import io.fairlead.schema.SchemaChange.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.Schema;

/** One comparison of two versions: types, however deep they stand. */
final class SchemaComparison {

    /**
     * Where a comparison stands.
     *
     * @param path as readers name it
     * @param then pointer into the released text
     * @param now pointer into today's
     */
    record Place(String path, String then, String now) {

        Place below(String word, String then, String now) {
            return new Place(path + word, this.then + then, this.now + now);
        }
    }

    static final String BESIDE = "Add a new field beside it and leave this one as it is.";

    private static final Set<String> PROMOTED = Set.of("INT LONG", "INT DOUBLE", "FLOAT DOUBLE");
    private static final Set<String> ROUNDED = Set.of("INT FLOAT", "LONG FLOAT", "LONG DOUBLE");
    private static final Set<String> TEXT = Set.of("STRING BYTES", "BYTES STRING");

    /** What says how a value is read stands in the comparison itself; Java's way of holding text is nobody's concern. */
    private static final Set<String> READ = Set.of("logicalType", "precision", "scale", "avro.java.string");

    private final String event;
    private final SchemaPointers then;
    private final SchemaPointers now;
    private final FieldComparison fields;
    private final Map<String, String> leadsTo = new HashMap<>();
    private final Set<String> compared = new HashSet<>();
    private final List<SchemaChange> changes = new ArrayList<>();

    SchemaComparison(Schema released, Schema today) {
        this.event = today.getFullName();
        this.then = new SchemaPointers(released);
        this.now = new SchemaPointers(today);
        this.fields = new FieldComparison(this, then, now);
        aliases(today, new HashSet<>());
        var top = new Place("", "", "");
        if (!released.getFullName().equals(today.getFullName())) {
            add(
                    top,
                    "",
                    Kind.EVENT_RENAMED,
                    "stored events are found by their name " + released.getFullName() + " and an alias does not help",
                    "Give the record its former name again.");
        }
        compare(released, today, top);
    }

    List<SchemaChange> changes() {
        return changes;
    }

    void add(Place place, String pointer, Kind kind, String reason, String remedy) {
        changes.add(new SchemaChange(event, place.path(), pointer, kind, reason, remedy));
    }

    void compare(Schema was, Schema is, Place place) {
        if (was.getType() == Schema.Type.UNION || is.getType() == Schema.Type.UNION) {
            new UnionComparison(this, leadsTo).compare(was, is, place);
            return;
        }
        if (was.getType() != is.getType()) {
            otherType(was, is, place);
            return;
        }
        switch (was.getType()) {
            case RECORD, ENUM, FIXED -> {
                named(was, is, place);
                return;
            }
            case ARRAY -> compare(was.getElementType(), is.getElementType(), place.below("[]", "/items", "/items"));
            case MAP -> compare(was.getValueType(), is.getValueType(), place.below("{}", "/values", "/values"));
            case STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL, UNION -> {}
        }
        meaning(was, is, place);
        properties(was, is, place);
    }

    private void named(Schema was, Schema is, Place used) {
        if (!compared.add(was.getFullName() + " " + is.getFullName())) {
            return;
        }
        var place = new Place(used.path(), then.of(was), now.of(is));
        if (!place.now().isEmpty()
                && !leadsTo.getOrDefault(was.getFullName(), was.getFullName()).equals(is.getFullName())) {
            add(
                    place,
                    place.now() + "/name",
                    Kind.TYPE_RENAMED,
                    "stored events name this part " + was.getFullName() + ", today's class " + is.getFullName()
                            + ", and no alias leads from one to the other",
                    "Give the type its former name, or declare that name as an alias of it.");
        }
        switch (was.getType()) {
            case RECORD -> fields.compare(was, is, place);
            case ENUM -> new EnumComparison(this).compare(was, is, place);
            default -> {
                meaning(was, is, place);
                if (was.getFixedSize() != is.getFixedSize()) {
                    add(
                            place,
                            place.now() + "/size",
                            Kind.TYPE,
                            "stored events hold " + was.getFixedSize() + " bytes here; today's class expects "
                                    + is.getFixedSize() + " and cannot read them",
                            BESIDE);
                }
            }
        }
        fields.docs(place);
        fields.aliases(place);
        properties(was, is, place);
    }

    /** Properties of a type that say nothing on how it is read. */
    private void properties(Schema was, Schema is, Place place) {
        var keys = new TreeSet<>(was.getObjectProps().keySet());
        keys.addAll(is.getObjectProps().keySet());
        keys.removeAll(READ);
        for (var key : keys) {
            if (!Objects.equals(was.getObjectProp(key), is.getObjectProp(key))) {
                add(place, place.now(), Kind.PROPERTY, "the property " + key + " of a type changed", "");
            }
        }
    }

    private void otherType(Schema was, Schema is, Place place) {
        var pair = was.getType() + " " + is.getType();
        boolean marked = SchemaWords.logicalType(was) != null || SchemaWords.logicalType(is) != null;
        var holds = "stored events hold " + SchemaWords.of(was) + " here; today's class expects " + SchemaWords.of(is);
        if (PROMOTED.contains(pair) && !marked) {
            add(
                    place,
                    place.now(),
                    Kind.PROMOTED,
                    holds + ", which holds every stored value; readers of the former contract cannot read new events",
                    "");
        } else if (PROMOTED.contains(pair)) {
            add(place, place.now(), Kind.LOGICAL_TYPE, holds + ", and the number would mean something else", BESIDE);
        } else if (ROUNDED.contains(pair)) {
            add(place, place.now(), Kind.TYPE, holds + ", and large numbers would lose their last digits", BESIDE);
        } else if (TEXT.contains(pair)) {
            add(place, place.now(), Kind.TYPE, holds + ", and Avro takes the bytes of one for the other", BESIDE);
        } else {
            add(place, place.now(), Kind.TYPE, holds + " and cannot read them", BESIDE);
        }
    }

    /** The same bytes may be another value: a decimal, a day, an instant. */
    private void meaning(Schema was, Schema is, Place place) {
        var wasLogical = SchemaWords.logicalType(was);
        var isLogical = SchemaWords.logicalType(is);
        if (!Objects.equals(wasLogical, isLogical)) {
            add(
                    place,
                    place.now(),
                    Kind.LOGICAL_TYPE,
                    "stored events hold " + SchemaWords.of(was) + " here; " + SchemaWords.misread(was, is),
                    BESIDE);
        } else if ("decimal".equals(wasLogical)) {
            decimal(was, is, place);
        }
    }

    private void decimal(Schema was, Schema is, Place place) {
        int scale = SchemaWords.scale(was);
        if (scale != SchemaWords.scale(is)) {
            add(
                    place,
                    place.now(),
                    Kind.DECIMAL,
                    "stored events have " + SchemaWords.digits(scale) + " after the point; today's class would read "
                            + SchemaWords.misreadAmount(was, is),
                    BESIDE);
        } else if (SchemaWords.precision(was) != SchemaWords.precision(is)) {
            boolean fewer = SchemaWords.precision(is) < SchemaWords.precision(was);
            add(
                    place,
                    place.now(),
                    fewer ? Kind.DECIMAL : Kind.DIGITS_ADDED,
                    "amounts had up to " + SchemaWords.digits(SchemaWords.precision(was)) + ", and would have up to "
                            + SchemaWords.precision(is)
                            + (fewer
                                    ? ": a longer one that is stored could not be written again"
                                    : ": readers of the former contract may not hold a longer one"),
                    fewer ? BESIDE : "");
        }
    }

    private void aliases(Schema schema, Set<String> seen) {
        switch (schema.getType()) {
            case RECORD -> {
                if (seen.add(schema.getFullName())) {
                    schema.getAliases().forEach(alias -> leadsTo.put(alias, schema.getFullName()));
                    schema.getFields().forEach(field -> aliases(field.schema(), seen));
                }
            }
            case ENUM, FIXED -> schema.getAliases().forEach(alias -> leadsTo.put(alias, schema.getFullName()));
            case ARRAY -> aliases(schema.getElementType(), seen);
            case MAP -> aliases(schema.getValueType(), seen);
            case UNION -> schema.getTypes().forEach(branch -> aliases(branch, seen));
            case STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL -> {}
        }
    }
}
