package io.fairlead.schema;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Types in words for whoever does not know Avro, and what one would be mistaken for. */
final class SchemaWords {

    private static final BigDecimal AMOUNT = new BigDecimal("53.88");
    private static final Instant MOMENT = Instant.parse("2026-03-02T09:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");
    private static final Map<String, ChronoUnit> UNITS = Map.of(
            "timestamp-millis", ChronoUnit.MILLIS,
            "timestamp-micros", ChronoUnit.MICROS,
            "timestamp-nanos", ChronoUnit.NANOS,
            "local-timestamp-millis", ChronoUnit.MILLIS,
            "local-timestamp-micros", ChronoUnit.MICROS,
            "local-timestamp-nanos", ChronoUnit.NANOS);

    private SchemaWords() {}

    /** The type in words, with Avro's name behind it: {@code a day (date)}. */
    static String of(Schema schema) {
        var logical = logicalType(schema);
        if (logical != null) {
            return switch (logical) {
                case "decimal" -> "a decimal with " + digits(scale(schema)) + " after the point (decimal)";
                case "date" -> "a day (date)";
                case "uuid" -> "a UUID (uuid)";
                default ->
                    UNITS.containsKey(logical)
                            ? "an instant in " + UNITS.get(logical).toString().toLowerCase(Locale.ROOT) + " (" + logical
                                    + ")"
                            : plain(schema) + ", as " + logical;
            };
        }
        return plain(schema);
    }

    private static String plain(Schema schema) {
        return switch (schema.getType()) {
            case STRING -> "text (string)";
            case BYTES -> "bytes (bytes)";
            case INT -> "a whole number of 32 bits (int)";
            case LONG -> "a whole number of 64 bits (long)";
            case FLOAT -> "a binary fraction of 32 bits (float)";
            case DOUBLE -> "a binary fraction of 64 bits (double)";
            case BOOLEAN -> "true or false (boolean)";
            case NULL -> "nothing (null)";
            case ARRAY -> "a list (array)";
            case MAP -> "a map (map)";
            case RECORD -> "a " + schema.getName() + " (record)";
            case ENUM -> "a symbol of " + schema.getName() + " (enum)";
            case FIXED -> schema.getFixedSize() + " bytes (fixed)";
            case UNION -> "one of " + schema.getTypes().size() + " types (union)";
        };
    }

    /** The logical type's name, of one that Avro does not know too; null without one. */
    static @Nullable String logicalType(Schema schema) {
        return schema.getProp("logicalType");
    }

    /** Digits after the point of a decimal; 0 when it does not say. */
    static int scale(Schema decimal) {
        return decimal.getObjectProp("scale") instanceof Number scale ? scale.intValue() : 0;
    }

    /** Digits of a decimal in all; 0 when it does not say. */
    static int precision(Schema decimal) {
        return decimal.getObjectProp("precision") instanceof Number precision ? precision.intValue() : 0;
    }

    static String digits(int count) {
        return count == 1 ? "1 digit" : count + " digits";
    }

    /** What becomes of an amount that was stored with another scale: {@code 53.8800 as 5388.00}. */
    static String misreadAmount(Schema then, Schema now) {
        var stored = AMOUNT.setScale(scale(then), RoundingMode.DOWN);
        return stored.toPlainString() + " as " + new BigDecimal(stored.unscaledValue(), scale(now)).toPlainString();
    }

    /** What the same bytes would be taken for, with an example where there is one. */
    static String misread(Schema then, Schema now) {
        var was = logicalType(then);
        var is = logicalType(now);
        var stored = UNITS.get(was == null ? "" : was);
        var read = UNITS.get(is == null ? "" : is);
        if (stored != null && read != null && stored != read) {
            long count = stored.between(Instant.EPOCH, MOMENT);
            return "today's class would read " + MOMENT + " as "
                    + Instant.EPOCH.plus(read.getDuration().multipliedBy(count));
        }
        if (stored != null && is == null) {
            return "today's class would hand on the number " + stored.between(Instant.EPOCH, MOMENT) + " for " + MOMENT;
        }
        if ("date".equals(was) && is == null) {
            return "today's class would hand on the number " + DAY.toEpochDay() + " for " + DAY;
        }
        return "today's class would take the same bytes for " + of(now);
    }
}
