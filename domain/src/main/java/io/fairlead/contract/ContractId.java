package io.fairlead.contract;

import io.fairlead.shared.StreamKey;

/**
 * A contract, as stream key.
 *
 * @param value {@code contract:<key>}, see {@link StreamKey}
 */
public record ContractId(String value) {

    /** Prefix of the stream key. */
    public static final String KIND = "contract";

    public ContractId {
        StreamKey.require(KIND, value);
    }

    /** From the key alone, with or without its prefix. */
    public static ContractId of(String key) {
        return new ContractId(StreamKey.withKind(KIND, key));
    }

    @Override
    public String toString() {
        return value;
    }
}
