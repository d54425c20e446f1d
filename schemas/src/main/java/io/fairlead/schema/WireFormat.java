package io.fairlead.schema;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Confluent's wire format, for publishers and readers of topics: a zero byte, the schema's registry id as four bytes
 * big-endian, then Avro binary.
 */
public final class WireFormat {

    /** Bytes before the Avro binary. */
    public static final int HEADER_BYTES = 5;

    private static final byte MAGIC = 0;

    private WireFormat() {}

    /**
     * What a framed value holds.
     *
     * @param schemaId registry id of the writer's schema
     * @param payload Avro binary, a copy
     */
    public record Framed(int schemaId, byte[] payload) {}

    /**
     * The payload behind its header.
     *
     * @param schemaId registry id, from 1
     * @param payload Avro binary, may be empty
     * @throws IllegalArgumentException when the id is not positive
     */
    public static byte[] encode(int schemaId, byte[] payload) {
        if (schemaId <= 0) {
            throw new IllegalArgumentException("schema id " + schemaId + " is not positive: registries count from 1");
        }
        return ByteBuffer.allocate(HEADER_BYTES + payload.length)
                .put(MAGIC)
                .putInt(schemaId)
                .put(payload)
                .array();
    }

    /**
     * Header and payload of a topic's value.
     *
     * @throws IllegalArgumentException when the value is too short, has another first byte or an id below 1
     */
    public static Framed decode(byte[] value) {
        if (value.length < HEADER_BYTES) {
            throw new IllegalArgumentException("value of " + value.length
                    + " bytes is too short: the wire format starts with " + HEADER_BYTES + " bytes of header");
        }
        if (value[0] != MAGIC) {
            throw new IllegalArgumentException(
                    "value starts with byte " + value[0] + ", not 0: it was not written in Confluent's wire format");
        }
        int schemaId = ByteBuffer.wrap(value).getInt(1);
        if (schemaId <= 0) {
            throw new IllegalArgumentException("value names schema id " + schemaId + ": registries count from 1");
        }
        return new Framed(schemaId, Arrays.copyOfRange(value, HEADER_BYTES, value.length));
    }
}
