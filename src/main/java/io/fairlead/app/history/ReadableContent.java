package io.fairlead.app.history;

import io.fairlead.app.web.ShownAmount;
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

    private static final int AMOUNT_SCALE = 4;
    private static final String UNREADABLE = "(encrypted)";

    /** Field by field in the schema's order; amounts have the digits of the currency that their record, or one around it, names. */
    static Map<String, @Nullable Object> of(SpecificRecord record) {
        return of(record, null);
    }

    private static Map<String, @Nullable Object> of(SpecificRecord record, @Nullable String around) {
        var own = record.getSchema().getField("currency");
        var currency = own != null && record.get(own.pos()) instanceof CharSequence told ? told.toString() : around;
        var fields = new LinkedHashMap<String, @Nullable Object>();
        for (var field : record.getSchema().getFields()) {
            fields.put(field.name(), value(record.get(field.pos()), currency));
        }
        return fields;
    }

    private static @Nullable Object value(@Nullable Object value, @Nullable String currency) {
        return switch (value) {
            case null -> null;
            case PersonalText text -> {
                var readable = ReadableText.of(text);
                yield readable == null ? UNREADABLE : readable;
            }
            case SpecificRecord record -> of(record, currency);
            // Fractions are stored with other scales.
            case BigDecimal number -> ShownAmount.shown(number, number.scale() == AMOUNT_SCALE ? currency : null);
            case Collection<?> all ->
                all.stream()
                        .<@Nullable Object>map(each -> value(each, currency))
                        .toList();
            case Map<?, ?> map -> {
                var entries = new LinkedHashMap<String, @Nullable Object>();
                map.forEach((key, entry) -> entries.put(String.valueOf(key), value(entry, currency)));
                yield entries;
            }
            case Integer number -> number;
            case Long number -> number;
            case Boolean flag -> flag;
            default -> value.toString();
        };
    }

    private ReadableContent() {}
}
