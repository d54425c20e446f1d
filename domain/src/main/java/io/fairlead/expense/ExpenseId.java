package io.fairlead.expense;

import io.fairlead.shared.StreamKey;

/**
 * An expense, as stream key.
 *
 * @param value {@code expense:<key>}, see {@link StreamKey}
 */
public record ExpenseId(String value) {

    /** Prefix of the stream key. */
    public static final String KIND = "expense";

    public ExpenseId {
        StreamKey.require(KIND, value);
    }

    /** From the key alone, with or without its prefix. */
    public static ExpenseId of(String key) {
        return new ExpenseId(StreamKey.withKind(KIND, key));
    }

    @Override
    public String toString() {
        return value;
    }
}
