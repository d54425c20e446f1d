package io.fairlead.gate;

import io.fairlead.schema.SchemaChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The history of contracts, commit by commit along the first parents. */
final class ContractLog {

    /**
     * What one commit did to one record, be it an event or a part of events.
     *
     * @param commit full id
     * @param day of the author, ISO
     * @param subject first line of the commit's message
     * @param record full name
     * @param breaking whether one of the changes hurts stored events or readers
     * @param changes in the order of the contract
     */
    record Entry(String commit, String day, String subject, String record, boolean breaking, List<Change> changes) {

        List<String> row() {
            var told = changes.stream()
                    .map(change -> (change.kind() + " " + change.path()).strip())
                    .collect(Collectors.joining(", "));
            return List.of(
                    new Git.Commit(commit, day, subject).name(), day, Contracts.simple(record), word(breaking), told);
        }
    }

    /** One change of a record. */
    record Change(String path, String pointer, String kind, boolean breaking, String reason) {

        static Change of(SchemaChange change) {
            return new Change(
                    change.path(), change.pointer(), change.kind().name(), change.isBreaking(), change.reason());
        }
    }

    /** Entries of each commit that leads to a revision, the latest first, records by name. */
    static List<Entry> of(SourceTree checkout, String revision) {
        var git = new Git(checkout.home());
        var idl = new IdlTexts();
        var commits = git.changing(git.commit(revision));
        var entries = new ArrayList<Entry>();
        for (int i = 0; i < commits.size(); i++) {
            var commit = commits.get(i);
            var now = idl.read(commit.name(), git.texts(commit.id()));
            var before = i + 1 < commits.size()
                    ? idl.read(
                            commits.get(i + 1).name(),
                            git.texts(commits.get(i + 1).id()))
                    : idl.read("nothing", new TreeMap<>());
            entries.addAll(entries(commit, before, now));
        }
        return entries;
    }

    private static List<Entry> entries(Git.Commit commit, Contracts before, Contracts now) {
        var byRecord = before.changesTo(now).stream()
                .collect(Collectors.groupingBy(SchemaChange::event, LinkedHashMap::new, Collectors.toList()));
        return byRecord.entrySet().stream()
                .map(entry -> new Entry(
                        commit.id(),
                        commit.day(),
                        commit.subject(),
                        entry.getKey(),
                        entry.getValue().stream().anyMatch(SchemaChange::isBreaking),
                        entry.getValue().stream().map(Change::of).toList()))
                .toList();
    }

    static String word(boolean breaking) {
        return breaking ? "yes" : "no";
    }

    private ContractLog() {}
}
