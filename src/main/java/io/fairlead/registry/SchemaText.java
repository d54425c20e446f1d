package io.fairlead.registry;

import io.fairlead.schema.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/**
 * A parsed schema and its identity: Avro's text with docs and aliases, in Avro's order of properties, and its references.
 *
 * @param schema whole, references resolved
 * @param text as stored: referenced types by name only
 * @param references in the order given
 */
record SchemaText(Schema schema, String text, List<Reference> references) {

    /** Reads schemas whose references stand in the registry. */
    static final class Reader {

        private final RegistryTables tables;

        Reader(RegistryTables tables) {
            this.tables = tables;
        }

        /**
         * The schema of a request.
         *
         * @throws RegistryProblem 42201 when it or a reference is no Avro or not there
         */
        SchemaText read(String text, List<Reference> references) {
            SchemaJson.fault(text).ifPresent(fault -> {
                throw RegistryProblem.invalidSchema(fault);
            });
            var parser = new Schema.Parser();
            try {
                var named = new LinkedHashMap<String, Schema>();
                references.forEach(reference -> resolve(reference, parser, named));
                var schema = parsed(parser, text);
                return new SchemaText(schema, textOf(schema, named), List.copyOf(references));
            } catch (AvroRuntimeException e) {
                throw RegistryProblem.invalidSchema(SchemaJson.withoutClasses(String.valueOf(e.getMessage())));
            }
        }

        private void resolve(Reference reference, Schema.Parser parser, Map<String, Schema> named) {
            var found = tables.versions(reference.subject()).stream()
                    .filter(version -> version.version() == reference.version())
                    .findFirst()
                    .orElseThrow(
                            () -> RegistryProblem.invalidSchema("no schema found for reference '" + reference.name()
                                    + "': subject '" + reference.subject() + "' version " + reference.version()));
            if (named.containsKey(reference.name())) {
                return;
            }
            found.references().forEach(inner -> resolve(inner, parser, named));
            var schema = parsed(parser, found.text());
            if (!schema.getFullName().equals(reference.name())) {
                throw RegistryProblem.invalidSchema("reference '" + reference.name() + "' names subject '"
                        + reference.subject() + "' version " + reference.version() + ", which holds "
                        + schema.getFullName());
            }
            named.put(reference.name(), schema);
        }

        /** Avro tells what it does not take by exceptions of many kinds, for example a fixed of 2 GiB. */
        private static Schema parsed(Schema.Parser parser, String text) {
            try {
                return parser.parse(text);
            } catch (RuntimeException e) {
                throw RegistryProblem.invalidSchema(SchemaJson.withoutClasses(String.valueOf(e.getMessage())));
            }
        }

        @SuppressWarnings("deprecation") // Avro offers no other way to leave referenced types out.
        private static String textOf(Schema schema, Map<String, Schema> named) {
            return named.isEmpty() ? schema.toString() : schema.toString(named.values(), false);
        }
    }

    /** SHA-256 of text and references. */
    byte[] fingerprint() {
        return Sha256.of((text + "\n" + references).getBytes(StandardCharsets.UTF_8));
    }
}
