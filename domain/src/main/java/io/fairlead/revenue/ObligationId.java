package io.fairlead.revenue;

import io.fairlead.shared.NameUuid;
import io.fairlead.shared.StreamKey;

/**
 * A promise of a contract, as stream key.
 *
 * @param value {@code obligation:<key>}, see {@link StreamKey}
 */
public record ObligationId(String value) {

    /** Prefix of the stream key. */
    public static final String KIND = "obligation";

    public ObligationId {
        StreamKey.require(KIND, value);
    }

    /** From the key alone, with or without its prefix. */
    public static ObligationId of(String key) {
        return new ObligationId(StreamKey.withKind(KIND, key));
    }

    /** The one obligation of a contract's line, or of all its lines that name the same obligation. */
    public static ObligationId of(String contractId, String name) {
        return of(NameUuid.of(KIND, contractId, name).toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
