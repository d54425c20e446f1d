package io.fairlead.schema;

import org.jspecify.annotations.Nullable;

/**
 * A stored value that breaks its field's contract.
 *
 * @param path of the field in its event, "rate", "lines[2].net" or "rates[EUR]"
 * @param rule the property that is broken: codes, unit, range or ref
 * @param kind what sort of value it is: text, empty text, number, decimal, day, instant
 * @param value as text, shortened; null when it is about people or pay
 * @param promised what the value is not, "is not in [1,86400]"
 */
public record ContractViolation(
        String path, String rule, String kind, @Nullable String value, String promised) {

    /** "seconds: number 0 is not in [1,86400]"; without the value where it must not be shown. */
    public String sentence() {
        return path + ": " + kind + (value == null ? "" : " " + value) + " " + promised;
    }
}
