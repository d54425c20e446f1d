package io.fairlead.schema;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a field promises beyond its type, read from its properties. Of an array or a map, each element keeps the promise.
 *
 * @param codes the values that it may hold; null when it holds no codes
 * @param unit what the value means, in the words of {@link Units}; null when not told
 * @param range the interval that it lies in; null when not told
 * @param refs kinds of aggregates whose id it holds, before the colon; empty when it holds none
 * @param classification who may read it; empty when anybody may who reads the event
 */
public record FieldContract(
        @Nullable Codes codes,
        @Nullable String unit,
        @Nullable Range range,
        Set<String> refs,
        SortedSet<Classification> classification) {

    /** Names of the properties. */
    public static final Set<String> PROPERTIES = Set.of("codes", "unit", "range", "ref", "classification");

    private static final Pattern KIND = Pattern.compile("[a-z]+(-[a-z]+)*");
    private static final int SHOWN_MAX = 80;

    public FieldContract {
        refs = Collections.unmodifiableSet(new LinkedHashSet<>(refs));
        classification = Collections.unmodifiableSortedSet(new TreeSet<>(classification));
    }

    /**
     * What the field promises.
     *
     * @throws IllegalArgumentException naming the field and the property when a property is malformed
     */
    public static FieldContract of(Schema.Field field) {
        try {
            var unit = field.getObjectProp("unit");
            var range = field.getObjectProp("range");
            return new FieldContract(
                    codes(field.getObjectProp("codes")),
                    unit == null ? null : text("unit", unit),
                    range == null ? null : Range.parse(text("range", range)),
                    refs(field.getObjectProp("ref")),
                    classification(field.getObjectProp("classification")));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("field '" + field.name() + "': " + e.getMessage(), e);
        }
    }

    private static @Nullable Codes codes(@Nullable Object property) {
        if (property == null) {
            return null;
        }
        if (property instanceof Map<?, ?> map
                && map.keySet().equals(Set.of("open", "values"))
                && map.get("open") instanceof Boolean open
                && map.get("values") instanceof List<?> values) {
            return new Codes(
                    open,
                    values.stream().map(value -> text("codes.values", value)).toList());
        }
        throw new IllegalArgumentException(
                "codes is " + property + "; write {\"open\": false, \"values\": [\"A\", \"B\"]}");
    }

    private static Set<String> refs(@Nullable Object property) {
        var kinds = new LinkedHashSet<String>();
        for (var kind : listOf("ref", property)) {
            if (!KIND.matcher(kind).matches()) {
                throw new IllegalArgumentException(
                        "ref '" + kind + "' is no kind of aggregate; write what stands before the colon of its id");
            }
            if (!kinds.add(kind)) {
                throw new IllegalArgumentException("ref names '" + kind + "' twice; name it once");
            }
        }
        return kinds;
    }

    private static SortedSet<Classification> classification(@Nullable Object property) {
        var told = new TreeSet<Classification>();
        if (property != null && !(property instanceof List<?>)) {
            throw new IllegalArgumentException("classification is " + property + "; write a list like [\"PERSONAL\"]");
        }
        for (var name : listOf("classification", property)) {
            if (!told.add(classified(name))) {
                throw new IllegalArgumentException("classification names " + name + " twice; name it once");
            }
        }
        return told;
    }

    private static Classification classified(String name) {
        for (var known : Classification.values()) {
            if (known.name().equals(name)) {
                return known;
            }
        }
        throw new IllegalArgumentException("classification '" + name + "' is not known; use one of "
                + List.of(Classification.values()));
    }

    private static List<String> listOf(String name, @Nullable Object property) {
        if (property == null) {
            return List.of();
        }
        if (property instanceof List<?> list) {
            if (list.isEmpty()) {
                throw new IllegalArgumentException(name + " is an empty list; leave it out or name something");
            }
            return list.stream().map(element -> text(name, element)).toList();
        }
        return List.of(text(name, property));
    }

    private static String text(String name, Object value) {
        if (value instanceof CharSequence text && !text.toString().isBlank()) {
            return text.toString();
        }
        throw new IllegalArgumentException(name + " is " + value + ", not a text; write it in quotes");
    }

    /** Whether the values must not be shown in messages. */
    public boolean isHidden() {
        return classification.contains(Classification.PERSONAL) || classification.contains(Classification.PAY);
    }

    /** Whether no value can break it. */
    public boolean promisesNothing() {
        return codes == null && unit == null && range == null && refs.isEmpty();
    }

    /**
     * What of it the value breaks, in sentences; empty when it keeps the promise, and for null, which is the type's affair. Values
     * of a field that is about people or pay are left out.
     *
     * @param value as Avro's readers give it: text, number, day, instant, or a collection or map of such
     */
    public List<String> violations(@Nullable Object value) {
        var found = new ArrayList<String>();
        switch (value) {
            case null -> {}
            case Collection<?> elements -> elements.forEach(element -> found.addAll(violations(element)));
            case Map<?, ?> entries -> entries.values().forEach(entry -> found.addAll(violations(entry)));
            default -> {
                for (var broken : broken(value)) {
                    found.add(kindOf(value)
                            + (isHidden() ? "" : " " + shown(value))
                            + " "
                            + broken.promised());
                }
            }
        }
        return found;
    }

    /** One promise that is broken: which property, and what the value is not. */
    record Broken(String rule, String promised) {}

    /** What a single value breaks. */
    List<Broken> broken(Object value) {
        if (keeps(value)) {
            return List.of();
        }
        var found = new ArrayList<Broken>();
        if (!keepsCodes(value)) {
            found.add(new Broken("codes", "is none of " + String.join(", ", codesOrNone())));
        }
        if (!keepsUnit(value)) {
            found.add(new Broken("unit", "is no " + unit));
        }
        if (!keepsRange(value)) {
            found.add(new Broken("range", "is not in " + range));
        }
        if (!keepsRefs(value)) {
            found.add(new Broken("ref", "is no id of " + String.join(" or ", refs)));
        }
        return found;
    }

    private List<String> codesOrNone() {
        return codes == null ? List.of() : codes.values();
    }

    private boolean keeps(Object value) {
        return keepsCodes(value) && keepsUnit(value) && keepsRange(value) && keepsRefs(value);
    }

    private boolean keepsCodes(Object value) {
        return codes == null || codes.allows(value.toString());
    }

    private boolean keepsUnit(Object value) {
        return !(value instanceof CharSequence text) || Units.fits(unit, text);
    }

    private boolean keepsRange(Object value) {
        return range == null || range.contains(value);
    }

    private boolean keepsRefs(Object value) {
        if (refs.isEmpty()) {
            return true;
        }
        var text = value.toString();
        int colon = text.indexOf(':');
        return colon > 0 && colon < text.length() - 1 && refs.contains(text.substring(0, colon));
    }

    /** What sort of value it is, in the words of the contracts. */
    static String kindOf(Object value) {
        return switch (value) {
            case CharSequence text -> text.isEmpty() ? "empty text" : "text";
            case Integer _, Long _ -> "number";
            case BigDecimal _ -> "decimal";
            case LocalDate _ -> "day";
            case Instant _ -> "instant";
            case Boolean _ -> "truth value";
            default -> value.getClass().getSimpleName();
        };
    }

    /** The value in quotes or as it is, not longer than a message bears. */
    static String shown(Object value) {
        var text = value instanceof BigDecimal number ? number.toPlainString() : value.toString();
        var part = text.length() <= SHOWN_MAX ? text : text.substring(0, SHOWN_MAX) + "...";
        return value instanceof CharSequence ? "'" + part + "'" : part;
    }
}
