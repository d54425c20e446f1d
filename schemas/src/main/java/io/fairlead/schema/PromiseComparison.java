package io.fairlead.schema;

import io.fairlead.schema.SchemaChange.Kind;
import io.fairlead.schema.SchemaComparison.Place;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.apache.avro.Schema.Field;
import org.jspecify.annotations.Nullable;

/** What a field promises beyond its type. To promise for the first time, or more than before, harms nobody who relied on it. */
final class PromiseComparison {

    private final SchemaComparison all;

    PromiseComparison(SchemaComparison all) {
        this.all = all;
    }

    void compare(Field was, Field is, Place at) {
        FieldContract today;
        try {
            today = FieldContract.of(is);
        } catch (IllegalArgumentException e) {
            add(at, "", Kind.PROPERTY_MALFORMED, String.valueOf(e.getMessage()), "Write it as the message says.");
            return;
        }
        FieldContract former;
        try {
            former = FieldContract.of(was);
        } catch (IllegalArgumentException e) {
            add(at, "", Kind.PROPERTY, "a malformed property was mended: " + e.getMessage(), "");
            return;
        }
        codes(former.codes(), today.codes(), at);
        unit(former.unit(), today.unit(), at);
        range(former.range(), today.range(), at);
        refs(former.refs(), today.refs(), at);
        classification(former.classification(), today.classification(), at);
    }

    private void codes(@Nullable Codes former, @Nullable Codes today, Place at) {
        if (former == null) {
            first(at, "codes", today);
            return;
        }
        if (today == null) {
            gone(at, "codes", Kind.CODES, former.values().toString());
            return;
        }
        var removed = without(former.values(), today.values());
        var added = without(today.values(), former.values());
        if (!former.open() && today.open()) {
            add(
                    at,
                    "/codes",
                    Kind.CODES,
                    "readers were promised that no other codes come than " + words(former.values())
                            + ", and may meet codes they do not know",
                    "Leave the set closed and add the codes that are new.");
        } else if (former.open() && !today.open()) {
            add(
                    at,
                    "/codes",
                    Kind.CODES,
                    "stored events may hold codes beyond " + words(today.values()) + ", which would break the contract",
                    "Leave the set open.");
        } else if (!removed.isEmpty() && !today.open()) {
            add(
                    at,
                    "/codes",
                    Kind.CODES,
                    "stored events may hold " + words(removed) + ", which would break the contract",
                    "Leave the code in the set; code that records events need not use it any more.");
        } else if (!removed.isEmpty()) {
            add(at, "/codes", Kind.CODES_LISTED, words(removed) + " is not listed any more, and may come still", "");
        }
        if (!added.isEmpty()) {
            add(
                    at,
                    "/codes",
                    former.open() || today.open() ? Kind.CODES_LISTED : Kind.CODES_ADDED,
                    "readers of the former contract do not know " + words(added),
                    "");
        }
    }

    private void unit(@Nullable String former, @Nullable String today, Place at) {
        if (former == null) {
            first(at, "unit", today);
        } else if (today == null) {
            gone(at, "unit", Kind.UNIT, former);
        } else if (!former.equals(today)) {
            add(
                    at,
                    "/unit",
                    Kind.UNIT,
                    "stored values are " + former + "; the contract would call the same numbers or words " + today,
                    SchemaComparison.BESIDE);
        }
    }

    private void range(@Nullable Range former, @Nullable Range today, Place at) {
        if (former == null) {
            first(at, "range", today);
        } else if (today == null) {
            gone(at, "range", Kind.RANGE, former.toString());
        } else if (!today.covers(former)) {
            add(
                    at,
                    "/range",
                    Kind.RANGE,
                    "stored values lie in " + former + ", and some of them may lie outside of " + today,
                    "Leave the range as wide as it was; new events may keep to a part of it.");
        } else if (!former.covers(today)) {
            add(at, "/range", Kind.RANGE_WIDER, "values were promised in " + former + ", now in " + today, "");
        }
    }

    private void refs(Collection<String> former, Collection<String> today, Place at) {
        if (former.isEmpty()) {
            first(at, "ref", today.isEmpty() ? null : today);
            return;
        }
        if (today.isEmpty()) {
            gone(at, "ref", Kind.REF, words(former));
            return;
        }
        var removed = without(former, today);
        var added = without(today, former);
        if (!removed.isEmpty()) {
            add(
                    at,
                    "/ref",
                    Kind.REF,
                    "stored values may be ids of " + words(removed) + "; the contract would allow only " + words(today),
                    "Leave the kind among those that may stand here.");
        } else if (!added.isEmpty()) {
            add(at, "/ref", Kind.REF_ADDED, "readers of the former contract do not expect ids of " + words(added), "");
        }
    }

    private void classification(Collection<Classification> former, Collection<Classification> today, Place at) {
        if (former.isEmpty()) {
            first(at, "classification", today.isEmpty() ? null : today);
            return;
        }
        var removed = without(former, today);
        var added = without(today, former);
        if (!removed.isEmpty()) {
            add(
                    at,
                    today.isEmpty() ? null : "/classification",
                    Kind.CLASSIFICATION,
                    "what is stored stays " + words(removed) + ", and would be shown to readers who may not see it",
                    "Leave the classification; values that anybody may read go to a new field.");
        }
        if (!added.isEmpty()) {
            add(at, "/classification", Kind.CLASSIFICATION_ADDED, "it counts as " + words(added) + " from now on", "");
        }
    }

    private void first(Place at, String property, @Nullable Object told) {
        if (told != null) {
            add(at, "/" + property, Kind.PROPERTY_ADDED, "its " + property + " is told for the first time", "");
        }
    }

    private void gone(Place at, String property, Kind kind, String was) {
        add(
                at,
                null,
                kind,
                "readers were told its " + property + ", " + was + ", and can rely on nothing now",
                "Tell the " + property + " again as it was.");
    }

    /** A null word means that today's text has no such place: the field itself is pointed at. */
    private void add(Place at, @Nullable String word, Kind kind, String reason, String remedy) {
        all.add(at, at.now() + Objects.requireNonNullElse(word, ""), kind, reason, remedy);
    }

    private static <T> List<T> without(Collection<T> some, Collection<T> others) {
        return some.stream().filter(one -> !others.contains(one)).toList();
    }

    private static String words(Collection<?> some) {
        var words = new TreeSet<String>();
        some.forEach(one -> words.add(one.toString()));
        return String.join(", ", words);
    }
}
