package io.fairlead.testing;

import static io.fairlead.testing.Cast.NOON;
import static io.fairlead.testing.Cast.WORK_DAY;

import java.math.BigDecimal;
import java.util.List;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Events of which a test says only the fields that matter; for tables over many types of events. */
public final class AnyEvent {

    /** Pairs of name and value; all other fields hold something plain, or null where they may. */
    public static <T extends SpecificRecord> T of(Class<T> type, @Nullable Object... namesAndValues) {
        var schema = SpecificData.get().getSchema(type);
        var event = type.cast(SpecificData.newInstance(type, schema));
        schema.getFields().forEach(field -> event.put(field.pos(), plain(field.schema())));
        for (int at = 0; at < namesAndValues.length; at += 2) {
            event.put(schema.getField(String.valueOf(namesAndValues[at])).pos(), namesAndValues[at + 1]);
        }
        return event;
    }

    private static @Nullable Object plain(Schema schema) {
        var logical = schema.getLogicalType();
        if (logical instanceof LogicalTypes.Decimal decimal) {
            return BigDecimal.ZERO.setScale(decimal.getScale());
        }
        if (logical instanceof LogicalTypes.Date) {
            return WORK_DAY;
        }
        if (logical instanceof LogicalTypes.TimestampMicros) {
            return NOON;
        }
        return switch (schema.getType()) {
            case INT -> 1;
            case LONG -> 1L;
            case BOOLEAN -> false;
            case STRING -> "any";
            case ARRAY -> List.of();
            default -> null;
        };
    }

    private AnyEvent() {}
}
