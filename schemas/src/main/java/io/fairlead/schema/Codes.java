package io.fairlead.schema;

import java.util.HashSet;
import java.util.List;

/**
 * The values that a field of codes may hold.
 *
 * @param open whether codes beyond these may come; else nothing else may
 * @param values the known codes, at least one, none blank or told twice
 */
public record Codes(boolean open, List<String> values) {

    /** @throws IllegalArgumentException when a value is blank or told twice, or there is none */
    public Codes {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("codes has no values; name at least one");
        }
        var seen = new HashSet<String>();
        for (var value : values) {
            if (value.isBlank()) {
                throw new IllegalArgumentException("codes has a blank value; name it or leave it out");
            }
            if (!seen.add(value)) {
                throw new IllegalArgumentException("codes names '" + value + "' twice; name it once");
            }
        }
    }

    /** Whether the field may hold it; an open set takes anything. */
    public boolean allows(String code) {
        return open || values.contains(code);
    }
}
