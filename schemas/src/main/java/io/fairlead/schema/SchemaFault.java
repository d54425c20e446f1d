package io.fairlead.schema;

/**
 * One reason why today's classes do not read what was stored with a schema as it was written; told to operators.
 *
 * @param event Avro full name, empty when the stored text is no schema
 * @param fingerprint of the schema, as events name it
 * @param path the field as readers name it, empty for the event itself
 * @param pointer RFC 6901 JSON pointer to it
 * @param reason in plain words
 * @param remedy one sentence
 */
public record SchemaFault(String event, long fingerprint, String path, String pointer, String reason, String remedy) {

    static SchemaFault of(long fingerprint, SchemaChange change) {
        return new SchemaFault(
                change.event(), fingerprint, change.path(), change.pointer(), change.reason(), change.remedy());
    }

    /** The schema as messages name it: its fingerprint in hex. */
    public String schema() {
        return Long.toHexString(fingerprint);
    }

    /** Schema, field, pointer and reason in one line, without the event. */
    public String place() {
        var field = path.isEmpty() ? "" : ", field " + path;
        var at = pointer.isEmpty() ? "" : " at " + pointer;
        return "schema %s%s%s: %s".formatted(schema(), field, at, reason);
    }
}
