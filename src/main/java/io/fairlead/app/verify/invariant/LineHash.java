package io.fairlead.app.verify.invariant;

import io.fairlead.billing.event.InvoiceLine;
import io.fairlead.schema.Sha256;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;

/**
 * The hash of its lines that an issued document holds: SHA-256 over each line as its fields were written, a line break behind each.
 * A release that added fields wrote longer lines than those before it; what they issued stays what it was.
 */
public final class LineHash {

    private static final List<Schema.Field> FIELDS =
            InvoiceLine.getClassSchema().getFields();

    /** As today's release writes it, 64 hexadecimal digits. */
    public static String of(List<InvoiceLine> lines) {
        return of(lines, FIELDS.size());
    }

    /** Whether it is that of the lines, written by this release or an earlier one: fields that it did not know say nothing then. */
    public static boolean isOf(String hash, List<InvoiceLine> lines) {
        int fields = FIELDS.size();
        while (!of(lines, fields).equals(hash)) {
            fields--;
            var last = FIELDS.get(fields);
            if (!last.hasDefaultValue() || lines.stream().anyMatch(line -> saysSomething(line, last))) {
                return false;
            }
        }
        return true;
    }

    private static boolean saysSomething(InvoiceLine line, Schema.Field field) {
        return !Objects.equals(line.get(field.pos()), line.getSpecificData().getDefaultValue(field));
    }

    private static String of(List<InvoiceLine> lines, int fields) {
        var shape = Schema.createRecord(
                "InvoiceLine", null, InvoiceLine.getClassSchema().getNamespace(), false);
        shape.setFields(FIELDS.subList(0, fields).stream()
                .map(field -> new Schema.Field(field, field.schema()))
                .toList());
        return Sha256.hex(
                lines.stream().map(line -> written(line, shape) + "\n").collect(Collectors.joining()));
    }

    private static String written(InvoiceLine line, Schema shape) {
        var part = new GenericData.Record(shape);
        shape.getFields().forEach(field -> part.put(field.pos(), line.get(field.pos())));
        return line.getSpecificData().toString(part);
    }

    private LineHash() {}
}
