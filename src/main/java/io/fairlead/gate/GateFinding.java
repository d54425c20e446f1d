package io.fairlead.gate;

import io.fairlead.schema.SchemaChange;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A change of a contract and whom it concerns: a row of a table, or an object of JSON.
 *
 * @param event full name of the event
 * @param path the field as readers name it, empty for the event itself
 * @param pointer where it stands in the schema, RFC 6901
 * @param kind of the change
 * @param breaking whether stored events or readers are hurt
 * @param reason what the change does
 * @param remedy what to do instead, empty where nothing has to be done
 * @param readBy who reads the field, sorted
 */
record GateFinding(
        String event,
        String path,
        String pointer,
        String kind,
        boolean breaking,
        String reason,
        String remedy,
        List<String> readBy) {

    static GateFinding of(SchemaChange change, Contracts before, Contracts now, FieldReaders readers) {
        return new GateFinding(
                change.event(),
                change.path(),
                change.pointer(),
                change.kind().name(),
                change.isBreaking(),
                change.reason(),
                change.remedy(),
                concerned(change, before, now, readers).stream()
                        .map(Reader::toString)
                        .toList());
    }

    /** Who reads the field by today's contract, or read it before it went; of the event when it is about that. */
    private static SortedSet<Reader> concerned(
            SchemaChange change, Contracts before, Contracts now, FieldReaders readers) {
        var concerned = new TreeSet<Reader>();
        for (var contracts : List.of(before, now)) {
            var event = contracts.records().get(change.event());
            if (event != null) {
                concerned.addAll(readers.of(event, change.path()));
            }
        }
        return concerned;
    }

    List<String> row() {
        return List.of(event, pointer, kind, reason, remedy, readBy.isEmpty() ? "nobody" : String.join(", ", readBy));
    }
}
