package io.fairlead.schema;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 (FIPS 180-4), which every Java platform has, as the house writes it: over parts in order, in lower-case hexadecimal
 * digits.
 */
public final class Sha256 {

    /** 32 bytes: the hash of the parts put one behind the other. */
    public static byte[] of(byte[]... parts) {
        var digest = digest();
        for (var part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** A hash of what comes piece by piece. */
    public static Running running() {
        return new Running();
    }

    /** What was added so far; for one thread. */
    public static final class Running {

        private final MessageDigest digest = digest();

        private Running() {}

        /** Puts the first bytes of a piece behind what is there. */
        public void add(byte[] piece, int length) {
            digest.update(piece, 0, length);
        }

        /** 64 digits; nothing may be added after it. */
        public String hex() {
            return HexFormat.of().formatHex(digest.digest());
        }
    }

    /** 64 digits: the hash of the parts put one behind the other. */
    public static String hex(byte[]... parts) {
        return HexFormat.of().formatHex(of(parts));
    }

    /** 64 digits: the hash of the text in UTF-8. */
    public static String hex(String text) {
        return hex(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The first bytes of {@link #hex(String)}, two digits each. */
    public static String hex(String text, int bytes) {
        return HexFormat.of().formatHex(of(text.getBytes(StandardCharsets.UTF_8)), 0, bytes);
    }

    private Sha256() {}
}
