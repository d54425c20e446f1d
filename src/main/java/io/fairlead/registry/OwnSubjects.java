package io.fairlead.registry;

import io.fairlead.schema.PortableSchema;
import org.apache.avro.Schema;

/**
 * Keeps the subjects of the application's own topics for the schemas its events were written with: whoever could put another one
 * there, or take one away, would stop the topics. Who registers what the store holds changes nothing, so nobody is asked who comes.
 */
final class OwnSubjects {

    private static final String PREFIX = "fairlead.";

    private final OwnSchemas schemas;

    OwnSubjects(OwnSchemas schemas) {
        this.schemas = schemas;
    }

    static boolean isOwn(String subject) {
        return subject.startsWith(PREFIX);
    }

    /** Refuses to change the settings of an own subject: they are fixed. */
    static void requireForeign(String subject) {
        if (isOwn(subject)) {
            throw RegistryProblem.ownSubject(subject);
        }
    }

    /** Refuses a schema in an own subject that no event was written with. */
    void requireFitting(String subject, Schema schema) {
        if (isOwn(subject) && !holds(subject, schema)) {
            throw RegistryProblem.ownSubject(subject);
        }
    }

    /** Whether this is an own subject, and events that stand under it were written with the schema. */
    boolean holds(String subject, Schema schema) {
        if (!isOwn(subject)
                || schema.getType() != Schema.Type.RECORD
                || !subject.endsWith("-" + schema.getFullName())) {
            return false;
        }
        var text = schema.toString();
        return schemas.naming(schema.getName()).stream()
                .map(stored -> PortableSchema.of(new Schema.Parser().parse(stored)))
                .anyMatch(own -> own.toString().equals(text));
    }
}
