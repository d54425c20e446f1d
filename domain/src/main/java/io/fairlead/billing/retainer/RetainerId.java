package io.fairlead.billing.retainer;

import io.fairlead.shared.NameUuid;
import io.fairlead.shared.StreamKey;

/**
 * The balance of a retainer, as stream key.
 *
 * @param value {@code retainer:<key>}, see {@link StreamKey}
 */
public record RetainerId(String value) {

    /** Prefix of the stream key. */
    public static final String KIND = "retainer";

    public RetainerId {
        StreamKey.require(KIND, value);
    }

    /** From the key alone, with or without its prefix. */
    public static RetainerId of(String key) {
        return new RetainerId(StreamKey.withKind(KIND, key));
    }

    /**
     * The one balance of a contract line.
     *
     * @param contractId contract:<key>
     */
    public static RetainerId of(String contractId, int lineNo) {
        return of(NameUuid.of(KIND, contractId, String.valueOf(lineNo)).toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
