package io.fairlead.time.cost;

import io.fairlead.shared.StreamKey;

/**
 * The cost of one entry of worked time, as stream key.
 *
 * @param value {@code labour-cost:<key>}, see {@link StreamKey}
 */
public record LabourCostId(String value) {

    /** Prefix of the stream key. */
    public static final String KIND = "labour-cost";

    public LabourCostId {
        StreamKey.require(KIND, value);
    }

    /** From the key alone, with or without its prefix. */
    public static LabourCostId of(String key) {
        return new LabourCostId(StreamKey.withKind(KIND, key));
    }

    @Override
    public String toString() {
        return value;
    }
}
