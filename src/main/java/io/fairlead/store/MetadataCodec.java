package io.fairlead.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;

/** Metadata as bytes: an Avro map of strings, keys sorted, so that equal maps are equal bytes. */
public final class MetadataCodec {

    private MetadataCodec() {}

    /** Avro binary of the map. */
    public static byte[] encode(Map<String, String> metadata) {
        var bytes = new ByteArrayOutputStream(256);
        var encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        try {
            encoder.writeMapStart();
            encoder.setItemCount(metadata.size());
            for (var entry : new TreeMap<>(metadata).entrySet()) {
                encoder.startItem();
                encoder.writeString(entry.getKey());
                encoder.writeString(entry.getValue());
            }
            encoder.writeMapEnd();
            encoder.flush();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /**
     * The map of the bytes.
     *
     * @throws UncheckedIOException when the bytes are no Avro map of strings
     */
    public static Map<String, String> decode(byte[] bytes) {
        var decoder = DecoderFactory.get().binaryDecoder(bytes, null);
        try {
            var metadata = new HashMap<String, String>();
            for (var left = decoder.readMapStart(); left > 0; left = decoder.mapNext()) {
                for (var i = 0L; i < left; i++) {
                    metadata.put(decoder.readString(), decoder.readString());
                }
            }
            return metadata;
        } catch (IOException e) {
            throw new UncheckedIOException("metadata is no Avro map of strings", e);
        }
    }
}
