package io.fairlead.gateway.erp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** The name-based id (RFC 9562 version 5) of a delivery, the same however often and by whomever it is made. */
public final class DeliveryKey {

    private static final UUID NAMESPACE = UUID.fromString("4f0c5c0e-5a8e-5d2b-9a53-6c2f1d0b7e11");

    /** The key of (target, kind, aggregate, version). */
    public static UUID of(String target, DeliveryKind kind, String aggregateId, int version) {
        return versionFive(target + "\n" + kind + "\n" + aggregateId + "\n" + version);
    }

    private static UUID versionFive(String name) {
        try {
            var digest = MessageDigest.getInstance("SHA-1");
            digest.update(ByteBuffer.allocate(16)
                    .putLong(NAMESPACE.getMostSignificantBits())
                    .putLong(NAMESPACE.getLeastSignificantBits())
                    .flip());
            var hash = ByteBuffer.wrap(digest.digest(name.getBytes(StandardCharsets.UTF_8)));
            var high = (hash.getLong() & 0xffff_ffff_ffff_0fffL) | 0x5000L;
            var low = (hash.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
            return new UUID(high, low);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }

    private DeliveryKey() {}
}
