package io.fairlead.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The hash that chains the events of one stream: SHA-256 over 0x00, the fields, and the previous hash. Texts and bytes are
 * prefixed by their length (4 bytes), numbers are 8 bytes, all big-endian. One instance per thread.
 */
public final class ChainHash {

    /** What stands before the first event of a stream. */
    public static final byte[] START = new byte[32];

    private final MessageDigest digest;
    private final ByteBuffer number = ByteBuffer.allocate(8);

    public ChainHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public byte[] of(ChainedEvent event, byte[] previous) {
        digest.reset();
        digest.update((byte) 0);
        text(event.aggregateId());
        text(event.aggregateType());
        number(event.sequence());
        number(event.position());
        text(event.eventId());
        text(event.type());
        number(event.schemaFingerprint());
        number(event.recordedMicros());
        bytes(event.metadata());
        bytes(event.payload());
        bytes(previous);
        return digest.digest();
    }

    private void text(String value) {
        bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    private void bytes(byte[] value) {
        digest.update(number.clear().putInt(value.length).array(), 0, Integer.BYTES);
        digest.update(value);
    }

    private void number(long value) {
        digest.update(number.clear().putLong(value).array());
    }

    /** The fields that the hash covers, as stored. */
    public record ChainedEvent(
            String aggregateId,
            String aggregateType,
            long sequence,
            long position,
            String eventId,
            String type,
            long schemaFingerprint,
            long recordedMicros,
            byte[] metadata,
            byte[] payload) {}
}
