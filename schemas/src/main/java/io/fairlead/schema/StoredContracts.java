package io.fairlead.schema;

import io.fairlead.schema.SchemaChange.Kind;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.jspecify.annotations.Nullable;

/**
 * Holds the schemas that stored events were written with to today's classes: by the same comparison, and with the same accepted
 * changes, as the gate of the build. Thread-safe.
 */
public final class StoredContracts {

    /** What takes a promise back and leaves each stored value to be read as it was written. */
    private static final Set<Kind> SAME_VALUES = EnumSet.of(
            Kind.FIELD_REMOVED,
            Kind.DEFAULT,
            Kind.CODES,
            Kind.RANGE,
            Kind.REF,
            Kind.CLASSIFICATION,
            Kind.PROPERTY_MALFORMED);

    private final AcceptedChanges accepted;

    public StoredContracts(AcceptedChanges accepted) {
        this.accepted = accepted;
    }

    /** With the changes that this build accepts. */
    public static StoredContracts bundled() {
        return new StoredContracts(AcceptedChanges.bundled());
    }

    /**
     * Why today's class does not read events of this schema as they were written; empty when it does.
     *
     * @param fingerprint that events name it by, CRC-64-AVRO of the text
     * @param json the stored text
     */
    public List<SchemaFault> faults(long fingerprint, String json) {
        if (SchemaNormalization.fingerprint64(json.getBytes(StandardCharsets.UTF_8)) != fingerprint) {
            return List.of(damaged(fingerprint, "its stored text is not the one that events were written with"));
        }
        Schema writer;
        try {
            writer = new Schema.Parser().parse(json);
        } catch (AvroRuntimeException e) {
            return List.of(damaged(fingerprint, "its stored text is no Avro schema: " + e.getMessage()));
        }
        return breaking(writer, json).stream()
                .map(change -> SchemaFault.of(fingerprint, change))
                .toList();
    }

    /** Of an event's writer only what makes today's class fail or give other values; the rest is not told. */
    List<SchemaChange> misread(Schema writer) {
        return breaking(writer, writer.toString()).stream()
                .filter(change -> !SAME_VALUES.contains(change.kind()))
                .toList();
    }

    private List<SchemaChange> breaking(Schema writer, String text) {
        @Nullable Schema today = EventCodec.today(writer);
        if (today != null && today.toString().equals(text)) {
            return List.of();
        }
        return SchemaChanges.between(writer, today).stream()
                .filter(SchemaChange::isBreaking)
                .filter(change -> !accepted.accepts(change))
                .toList();
    }

    private static SchemaFault damaged(long fingerprint, String reason) {
        return new SchemaFault(
                "",
                fingerprint,
                "",
                "",
                reason,
                "Bring back the row of store.es_schema with schema_fp %d from a backup.".formatted(fingerprint));
    }
}
