package io.fairlead.schema;

import io.fairlead.schema.SchemaChange.Kind;
import io.fairlead.schema.SchemaComparison.Place;
import java.util.ArrayList;
import java.util.Objects;
import org.apache.avro.Schema;

/** Symbols of an enum, which Avro reads by their names. */
final class EnumComparison {

    private final SchemaComparison all;

    EnumComparison(SchemaComparison all) {
        this.all = all;
    }

    void compare(Schema was, Schema is, Place place) {
        var gone = new ArrayList<>(was.getEnumSymbols());
        gone.removeAll(is.getEnumSymbols());
        if (!gone.isEmpty()) {
            all.add(
                    place,
                    place.now() + "/symbols",
                    Kind.SYMBOLS,
                    "stored events may say " + String.join(", ", gone) + ", which today's class "
                            + (is.getEnumDefault() == null
                                    ? "cannot read; the default of a field does not help, it is for events without the field"
                                    : "would read as " + is.getEnumDefault()),
                    "Leave the symbol in the enum; code that records events need not use it any more.");
        }
        var added = new ArrayList<>(is.getEnumSymbols());
        added.removeAll(was.getEnumSymbols());
        if (!added.isEmpty()) {
            all.add(
                    place,
                    place.now() + "/symbols",
                    Kind.SYMBOLS_ADDED,
                    "readers of the former contract do not know " + String.join(", ", added),
                    "");
        } else if (gone.isEmpty() && !was.getEnumSymbols().equals(is.getEnumSymbols())) {
            all.add(
                    place,
                    place.now() + "/symbols",
                    Kind.ORDER,
                    "symbols stand in another order; Avro goes by name",
                    "");
        }
        enumDefault(was, is, place);
    }

    private void enumDefault(Schema was, Schema is, Place place) {
        if (Objects.equals(was.getEnumDefault(), is.getEnumDefault())) {
            return;
        }
        if (was.getEnumDefault() == null) {
            all.add(
                    place,
                    place.now() + "/default",
                    Kind.DEFAULT_ADDED,
                    "symbols that a reader does not know are read as " + is.getEnumDefault(),
                    "");
        } else {
            all.add(
                    place,
                    (is.getEnumDefault() == null ? place.then() : place.now()) + "/default",
                    Kind.DEFAULT,
                    "symbols that a reader does not know were read as " + was.getEnumDefault() + ", and now "
                            + (is.getEnumDefault() == null ? "cannot be read" : "are as " + is.getEnumDefault()),
                    "Give the enum its former default " + was.getEnumDefault() + " again.");
        }
    }
}
