package io.fairlead.shared;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Names turned into stable ids, so that the same fact read twice is the same aggregate; for whoever makes ids from
 * what is booked.
 */
public final class NameUuid {

    /** Fairlead's own name space; changing it would change every id ever derived. */
    static final UUID FAIRLEAD = UUID.fromString("75f895a2-6b60-46bf-9d30-eb946197b532");

    private NameUuid() {}

    /**
     * The id of a name made of parts. Parts keep their borders: ("a", "bc") and ("ab", "c") differ.
     *
     * @param parts at least one, in a fixed order
     */
    public static UUID of(String... parts) {
        if (parts.length == 0) {
            throw new IllegalArgumentException("a name needs at least one part");
        }
        var name = new StringBuilder();
        for (var part : parts) {
            name.append(part.length()).append(':').append(part);
        }
        return in(FAIRLEAD, name.toString());
    }

    /**
     * A version 5 UUID as RFC 9562, section 5.5, defines it: SHA-1 over the name space's 16 bytes and the name in
     * UTF-8.
     */
    public static UUID in(UUID namespace, String name) {
        var space = ByteBuffer.allocate(16)
                .putLong(namespace.getMostSignificantBits())
                .putLong(namespace.getLeastSignificantBits())
                .array();
        var sha1 = sha1();
        sha1.update(space);
        var hash = ByteBuffer.wrap(sha1.digest(name.getBytes(UTF_8)));
        var high = hash.getLong() & 0xFFFF_FFFF_FFFF_0FFFL | 0x5000L;
        var low = hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-1", impossible);
        }
    }
}
