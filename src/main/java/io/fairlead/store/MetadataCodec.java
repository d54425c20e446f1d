package io.fairlead.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.AbstractMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;

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
     * The map of the bytes, read when somebody first looks into it: most readers of an event never do.
     *
     * @return unmodifiable; its methods throw UncheckedIOException when the bytes are no Avro map of strings
     */
    public static Map<String, String> decode(byte[] bytes) {
        return new Stored(bytes);
    }

    /** Decoded at most a few times: threads that look at the same moment each make an equal map. */
    private static final class Stored extends AbstractMap<String, String> {

        private volatile byte @Nullable [] bytes;
        private volatile @Nullable Map<String, String> decoded;

        Stored(byte[] bytes) {
            this.bytes = bytes;
        }

        private Map<String, String> read() {
            var known = decoded;
            if (known != null) {
                return known;
            }
            var stored = bytes;
            if (stored == null) {
                return Objects.requireNonNull(decoded);
            }
            var made = Map.copyOf(MetadataCodec.read(stored));
            decoded = made;
            bytes = null;
            return made;
        }

        @Override
        public Set<Entry<String, String>> entrySet() {
            return read().entrySet();
        }

        @Override
        public @Nullable String get(@Nullable Object key) {
            return key == null ? null : read().get(key);
        }

        @Override
        public boolean containsKey(@Nullable Object key) {
            return key != null && read().containsKey(key);
        }
    }

    private static Map<String, String> read(byte[] bytes) {
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
