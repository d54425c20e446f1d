package io.fairlead.resource;

import io.fairlead.schema.Sha256;
import io.fairlead.shared.StreamKey;

/**
 * A login, as stream key; its issuer and subject have more characters than a key may.
 *
 * @param value {@code identity:<key>}, see {@link StreamKey}
 */
public record IdentityId(String value) {

    /** Prefix of the stream key. */
    public static final String KIND = "identity";

    public IdentityId {
        StreamKey.require(KIND, value);
    }

    /** From the key alone, with or without its prefix. */
    public static IdentityId of(String key) {
        return new IdentityId(StreamKey.withKind(KIND, key));
    }

    /** The one of a login. */
    public static IdentityId of(String issuer, String subject) {
        return of(Sha256.hex(issuer + "|" + subject));
    }

    @Override
    public String toString() {
        return value;
    }
}
