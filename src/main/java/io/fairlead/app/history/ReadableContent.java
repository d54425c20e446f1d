package io.fairlead.app.history;

import io.fairlead.projection.ReadableText;
import io.fairlead.shared.event.PersonalText;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** The fields of an event in a form that people and JSON readers understand. */
final class ReadableContent {

    private static final int DIGITS_MIN = 2;
    private static final String UNREADABLE = "(encrypted)";

    /** Field by field in the schema's order. */
    static Map<String, @Nullable Object> of(SpecificRecord record) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        for (var field : record.getSchema().getFields()) {
            fields.put(field.name(), value(record.get(field.pos())));
        }
        return fields;
    }

    private static @Nullable Object value(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case PersonalText text -> {
                var readable = ReadableText.of(text);
                yield readable == null ? UNREADABLE : readable;
            }
            case SpecificRecord record -> of(record);
            case BigDecimal number -> readable(number);
            case Collection<?> all ->
                all.stream().<@Nullable Object>map(ReadableContent::value).toList();
            case Map<?, ?> map -> {
                var entries = new LinkedHashMap<String, @Nullable Object>();
                map.forEach((key, entry) -> entries.put(String.valueOf(key), value(entry)));
                yield entries;
            }
            case Integer number -> number;
            case Long number -> number;
            case Boolean flag -> flag;
            default -> value.toString();
        };
    }

    /** Without the zeros that only the wire needs. */
    private static String readable(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return (stripped.scale() < DIGITS_MIN ? stripped.setScale(DIGITS_MIN) : stripped).toPlainString();
    }

    private ReadableContent() {}
}
