package io.fairlead.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.schema.SchemaChange.Kind;
import io.fairlead.schema.SchemaComparison.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;

/** Fields of a record: which are read from which, and what is said of them beside their type. */
final class FieldComparison {

    private final SchemaComparison all;
    private final SchemaPointers then;
    private final SchemaPointers now;

    FieldComparison(SchemaComparison all, SchemaPointers then, SchemaPointers now) {
        this.all = all;
        this.then = then;
        this.now = now;
    }

    void compare(Schema was, Schema is, Place place) {
        var matches = FieldMatches.of(was, is);
        var gone = new ArrayList<>(matches.gone());
        var kept = new ArrayList<Integer>();
        for (var match : matches.read()) {
            var field = match.now();
            var stored = match.then();
            if (!match.trap().isEmpty()) {
                var at = at(place, field, field);
                all.add(
                        at,
                        at.now() + (now.at(at.now() + "/aliases").isMissingNode() ? "" : "/aliases"),
                        Kind.ALIAS_MISLEADS,
                        match.trap(),
                        "Take the alias away and give the field a name that was never used.");
            }
            if (stored == null) {
                added(field, gone, place);
                continue;
            }
            kept.add(stored.pos());
            var at = at(place, stored, field);
            if (!stored.name().equals(field.name()) && match.trap().isEmpty()) {
                all.add(
                        at,
                        at.now() + "/name",
                        Kind.RENAMED_BY_ALIAS,
                        "what is stored as " + stored.name()
                                + " is read by the alias; readers of the former contract find" + " no " + stored.name()
                                + " in new events",
                        "");
            }
            kept(stored, field, at);
        }
        gone.forEach(field -> removed(field, place));
        if (!kept.stream().sorted().toList().equals(kept)) {
            all.add(place, place.now() + "/fields", Kind.ORDER, "fields stand in another order; Avro goes by name", "");
        }
    }

    private static Place at(Place record, Field then, Field now) {
        return record.below(
                (record.path().isEmpty() ? "" : ".") + now.name(), "/fields/" + then.pos(), "/fields/" + now.pos());
    }

    private void added(Field field, List<Field> gone, Place place) {
        var at = at(place, field, field);
        var former = formerOf(field, gone);
        if (!former.isEmpty()) {
            gone.removeAll(former);
            var name = former.getFirst().name();
            all.add(
                    at,
                    at.now(),
                    Kind.FIELD_RENAMED,
                    "it looks like the former " + name + ": what is stored as " + name + " would "
                            + (field.hasDefaultValue()
                                    ? "be lost, and today's class would read the default " + defaultOf(now, at.now())
                                    : "not be found, and today's class cannot read such events"),
                    "Give the field its former name " + name + " again; names that are stored are for ever.");
        } else if (field.hasDefaultValue()) {
            all.add(
                    at,
                    at.now(),
                    Kind.ADDED,
                    "a new field: stored events are read with " + defaultOf(now, at.now()),
                    "");
        } else {
            all.add(
                    at,
                    at.now(),
                    Kind.FIELD_WITHOUT_DEFAULT,
                    "stored events have no value for it, and today's class cannot read them without one",
                    "Give the field a default that is true of all stored events, such as null.");
        }
    }

    /** The removed field of the same type that stood there or had the same words; at most one. */
    private static List<Field> formerOf(Field field, List<Field> gone) {
        return gone.stream()
                .filter(former -> former.schema().equals(field.schema()))
                .filter(former -> former.pos() == field.pos()
                        || (former.doc() != null && former.doc().equals(field.doc())))
                .limit(1)
                .toList();
    }

    private void removed(Field field, Place place) {
        var at = at(place, field, field);
        all.add(
                at,
                at.then(),
                Kind.FIELD_REMOVED,
                "stored events have it, and today's class would drop what they say",
                "Leave the field in the contract; where nobody needs it any more, its doc may say so.");
    }

    private void kept(Field was, Field is, Place at) {
        defaults(was, is, at);
        docs(at);
        aliases(at);
        if (was.order() != is.order()) {
            all.add(at, at.now(), Kind.ORDER, "values sort in another order; nothing of ours sorts by it", "");
        }
        new PromiseComparison(all).compare(was, is, at);
        var keys = new TreeSet<>(was.getObjectProps().keySet());
        keys.addAll(is.getObjectProps().keySet());
        keys.removeAll(FieldContract.PROPERTIES);
        for (var key : keys) {
            if (!Objects.equals(was.getObjectProp(key), is.getObjectProp(key))) {
                all.add(at, at.now(), Kind.PROPERTY, "the property " + key + " changed", "");
            }
        }
        all.compare(was.schema(), is.schema(), at.below("", "/type", "/type"));
    }

    private void defaults(Field was, Field is, Place at) {
        var former = then.at(at.then() + "/default");
        var today = now.at(at.now() + "/default");
        if (isSame(former, today)) {
            return;
        }
        if (!was.hasDefaultValue()) {
            all.add(at, at.now() + "/default", Kind.DEFAULT_ADDED, "it has a default now, " + today, "");
            return;
        }
        all.add(
                at,
                (is.hasDefaultValue() ? at.now() : at.then()) + "/default",
                Kind.DEFAULT,
                "events from before the field are read with " + former + "; today's class "
                        + (is.hasDefaultValue()
                                ? "would read " + today + ", and change what they say"
                                : "has no default and could not read them"),
                "Put the default " + former + " back; what new events say is up to whoever records them.");
    }

    /** 1 and 1.0 are the same default, since a number may have become a wider one. */
    private static boolean isSame(JsonNode one, JsonNode other) {
        return one.equals(other)
                || (one.isNumber() && other.isNumber() && one.decimalValue().compareTo(other.decimalValue()) == 0);
    }

    private static String defaultOf(SchemaPointers schema, String field) {
        return schema.at(field + "/default").toString();
    }

    /** Words of a record, an enum or a field. */
    void docs(Place at) {
        var former = then.at(at.then() + "/doc").asText("");
        var today = now.at(at.now() + "/doc").asText("");
        if (!former.equals(today)) {
            all.add(at, (today.isEmpty() ? at.then() : at.now()) + "/doc", Kind.DOC, "the description changed", "");
        }
    }

    /** Aliases of a type or a field; what they lead to is told where it is read. */
    void aliases(Place at) {
        var former = names(then.at(at.then() + "/aliases"));
        var today = names(now.at(at.now() + "/aliases"));
        if (!former.equals(today)) {
            all.add(
                    at,
                    (today.isEmpty() ? at.then() : at.now()) + "/aliases",
                    Kind.PROPERTY,
                    "the aliases were " + former + " and are " + today,
                    "");
        }
    }

    private static HashSet<String> names(JsonNode aliases) {
        var names = new HashSet<String>();
        aliases.forEach(name -> names.add(name.asText()));
        return names;
    }
}
