package io.fairlead.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bodies of requests with their fields in the order written, so that equal requests are equal bytes. */
final class RequestFields {

    /**
     * Names and values in turn; null values are left out.
     *
     * @throws IllegalArgumentException when a value is missing
     */
    static Map<String, Object> of(@Nullable Object... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException("a name without a value");
        }
        var fields = new LinkedHashMap<String, Object>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            var value = namesAndValues[i + 1];
            if (value != null) {
                fields.put(String.valueOf(namesAndValues[i]), value);
            }
        }
        return fields;
    }

    private RequestFields() {}
}
