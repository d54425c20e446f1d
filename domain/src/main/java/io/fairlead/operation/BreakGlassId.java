package io.fairlead.operation;

import io.fairlead.shared.StreamKey;

/**
 * Roles that were given past the provider, as stream key.
 *
 * @param value {@code break-glass:<key>}, see {@link StreamKey}
 */
public record BreakGlassId(String value) {

    /** Prefix of the stream key. */
    public static final String KIND = "break-glass";

    /** All grants of the firm: there are few, and whoever looks at one wants to see the others. */
    public static final BreakGlassId FIRM = of("firm");

    public BreakGlassId {
        StreamKey.require(KIND, value);
    }

    public static BreakGlassId of(String key) {
        return new BreakGlassId(StreamKey.withKind(KIND, key));
    }

    @Override
    public String toString() {
        return value;
    }
}
