package io.fairlead.schema;

import io.fairlead.log.StoredEvent;
import io.fairlead.log.WriterSchemas;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.avro.util.ClassSecurityValidator;
import org.jspecify.annotations.Nullable;

/** Turns event records into stored bytes and back, whatever version they were written with. Thread-safe. */
public final class EventCodec {

    static {
        // Avro makes no object of a class that it was not told to trust; ours are named by schemas that we stored
        // ourselves.
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.getGlobal(), type -> type.getName().startsWith("io.fairlead.")));
    }

    private final WriterSchemas writerSchemas;
    private final Map<Long, SpecificDatumReader<SpecificRecord>> readers = new ConcurrentHashMap<>();
    private final Map<Schema, Long> fingerprints = new ConcurrentHashMap<>();

    public EventCodec(WriterSchemas writerSchemas) {
        this.writerSchemas = writerSchemas;
    }

    /**
     * 64-bit CRC-64-AVRO fingerprint of the schema's whole text. Not of the parsing canonical form: that form drops
     * logical types, so two scales of a decimal would look the same.
     */
    public long fingerprint(Schema schema) {
        return fingerprints.computeIfAbsent(
                schema,
                text -> SchemaNormalization.fingerprint64(text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    /** Avro binary of the record, no header. */
    public byte[] encode(SpecificRecord event) {
        var bytes = new ByteArrayOutputStream(256);
        var encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        try {
            new SpecificDatumWriter<SpecificRecord>(event.getSchema(), modelOf(event)).write(event, encoder);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /**
     * The event as today's class.
     *
     * @throws UnreadableEvent when the bytes are no Avro of their schema, the type has no class today, or that class would
     *     give other values than were written
     */
    public SpecificRecord decode(StoredEvent event) {
        return decode(event.type(), event.schemaFingerprint(), event.payload());
    }

    /**
     * The event as today's class.
     *
     * @param type Avro full name
     * @param fingerprint of the writer's schema
     * @param payload Avro binary
     * @throws UnreadableEvent when the bytes are no Avro of their schema, the type has no class today, or that class would
     *     give other values than were written
     */
    public SpecificRecord decode(String type, long fingerprint, byte[] payload) {
        try {
            var reader = readers.computeIfAbsent(fingerprint, this::readerFor);
            var decoder = DecoderFactory.get().binaryDecoder(payload, null);
            var record = reader.read(null, decoder);
            if (!decoder.isEnd()) {
                throw new UnreadableEvent(type, "bytes are left after the record", null);
            }
            return record;
        } catch (EOFException e) {
            throw new UnreadableEvent(type, "the bytes end within the record", e);
        } catch (IOException | RuntimeException e) {
            throw e instanceof UnreadableEvent known
                    ? known
                    : new UnreadableEvent(type, String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * A record that {@link #encode} made with today's schema of its class.
     *
     * @throws UnreadableEvent when the bytes are no Avro of that schema
     */
    public <T extends SpecificRecord> T decodeAs(Class<T> type, byte[] bytes) {
        var model = SpecificData.getForClass(type);
        var schema = model.getSchema(type);
        try {
            return type.cast(new SpecificDatumReader<SpecificRecord>(schema, schema, model)
                    .read(null, DecoderFactory.get().binaryDecoder(bytes, null)));
        } catch (IOException | RuntimeException e) {
            throw new UnreadableEvent(type.getName(), String.valueOf(e.getMessage()), e);
        }
    }

    private SpecificDatumReader<SpecificRecord> readerFor(long fingerprint) {
        var writer = new Schema.Parser().parse(writerSchemas.jsonOf(fingerprint));
        var today = SpecificData.get().getClass(writer);
        if (today == null) {
            throw new UnreadableEvent(
                    writer.getFullName(),
                    "schema %s: no class of this name exists today".formatted(Long.toHexString(fingerprint)),
                    null);
        }
        // Avro resolves a decimal of another scale without a word, and does not name the field of what it refuses.
        var misread = Stored.CONTRACTS.misread(writer);
        if (!misread.isEmpty()) {
            throw new UnreadableEvent(
                    writer.getFullName(),
                    SchemaFault.of(fingerprint, misread.getFirst()).place(),
                    null);
        }
        var model = SpecificData.getForClass(today);
        return new SpecificDatumReader<>(writer, model.getSchema(today), model);
    }

    /** The schema of the class that reads what was written with this one; null when there is none any more. */
    static @Nullable Schema today(Schema writer) {
        var today = SpecificData.get().getClass(writer);
        return today == null || !SpecificRecord.class.isAssignableFrom(today)
                ? null
                : SpecificData.getForClass(today).getSchema(today);
    }

    /** Read when the first event is. */
    private static final class Stored {
        static final StoredContracts CONTRACTS = StoredContracts.bundled();
    }

    private static SpecificData modelOf(SpecificRecord event) {
        return event instanceof SpecificRecordBase base ? base.getSpecificData() : SpecificData.get();
    }
}
