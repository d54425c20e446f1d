package io.fairlead.registry;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;

/** Judges a new schema against former versions, by Avro's rules of schema resolution. */
final class Compatibility {

    private final SchemaText.Reader reader;

    Compatibility(SchemaText.Reader reader) {
        this.reader = reader;
    }

    /**
     * Why the schema does not get along with the versions; empty when it does.
     *
     * @param versions ascending; without a transitive level only the last one counts
     */
    List<String> objections(Schema schema, List<Registered> versions, Level level) {
        int from = level.transitive ? 0 : Math.max(0, versions.size() - 1);
        var objections = new ArrayList<String>();
        for (var version : versions.subList(from, versions.size()).reversed()) {
            var former = reader.read(version.text(), version.references()).schema();
            int before = objections.size();
            if (level.backward) {
                compare(schema, former, "new schema", "version " + version.version(), objections);
            }
            if (level.forward) {
                compare(former, schema, "version " + version.version(), "new schema", objections);
            }
            if (objections.size() > before) {
                objections.add("{oldSchemaVersion: " + version.version() + "}");
                objections.add("{oldSchema: '" + version.text() + "'}");
            }
        }
        if (!objections.isEmpty()) {
            objections.add("{compatibility: '" + level + "'}");
        }
        return objections;
    }

    private static void compare(Schema reader, Schema writer, String reads, String wrote, List<String> objections) {
        var result = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult();
        for (var problem : result.getIncompatibilities()) {
            objections.add("{errorType:'" + problem.getType() + "', description:'The " + reads
                    + " cannot read data written with the " + wrote + " at path '" + problem.getLocation()
                    + "'', additionalInfo:'" + problem.getMessage() + "'}");
        }
    }
}
