package io.fairlead.gate;

import io.fairlead.schema.SchemaChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A change of a contract and whom it concerns: a row of a table, or an object of JSON.
 *
 * @param event full name of the event
 * @param path the field as readers name it, empty for the event itself
 * @param pointer where it stands in today's schema, RFC 6901; in the released one when it is gone
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

    /** Who reads the field, by today's contract or by the one before, under each name that the event has had. */
    private static SortedSet<Reader> concerned(
            SchemaChange change, Contracts before, Contracts now, FieldReaders readers) {
        var names = new TreeSet<>(Set.of(change.event()));
        var today = now.records().get(change.event());
        if (today != null) {
            names.addAll(today.getAliases());
        }
        var concerned = new TreeSet<Reader>();
        for (var name : names) {
            for (var contracts : List.of(before, now)) {
                var event = contracts.records().get(name);
                if (event != null) {
                    concerned.addAll(readers.of(event, change.path()));
                }
            }
        }
        if (change.kind() == SchemaChange.Kind.FIELD_RENAMED || change.kind() == SchemaChange.Kind.RENAMED_BY_ALIAS) {
            concerned.addAll(concernedByFormerName(change, before, now, readers));
        }
        return concerned;
    }

    /** Who reads what is gone beside a field that seems to have got its place. */
    private static SortedSet<Reader> concernedByFormerName(
            SchemaChange change, Contracts before, Contracts now, FieldReaders readers) {
        var concerned = new TreeSet<Reader>();
        var was = before.records().get(change.event());
        var is = now.records().get(change.event());
        if (was != null && is != null) {
            var gone = new ArrayList<>(FieldReaders.paths(was));
            gone.removeAll(FieldReaders.paths(is));
            gone.stream()
                    .filter(path -> parent(path).equals(parent(change.path())))
                    .forEach(path -> concerned.addAll(readers.of(was, path)));
        }
        return concerned;
    }

    private static String parent(String path) {
        return path.substring(0, path.lastIndexOf('.') + 1);
    }

    List<String> row() {
        return List.of(
                event, path, pointer, kind, reason, remedy, readBy.isEmpty() ? "nobody" : String.join(", ", readBy));
    }
}
