package io.fairlead.operation;

import io.fairlead.shared.StreamKey;

/**
 * A kind of thing that operators do, as stream key: one stream tells all of them.
 *
 * @param value {@code operator-action:<key>}, see {@link StreamKey}
 */
public record OperatorActionId(String value) {

    /** Prefix of the stream key. */
    public static final String KIND = "operator-action";

    public OperatorActionId {
        StreamKey.require(KIND, value);
    }

    public static OperatorActionId of(String key) {
        return new OperatorActionId(StreamKey.withKind(KIND, key));
    }

    @Override
    public String toString() {
        return value;
    }
}
