package io.fairlead.schema;

import io.fairlead.schema.SchemaChange.Effect;
import io.fairlead.schema.SchemaChange.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Holds today's contracts to what was released: each version of each event stays readable and says the same. */
public final class ContractGate {

    private record Told(String event, String path, Kind kind, String reason) {}

    private record Hurt(SchemaChange change, TreeSet<Integer> versions) {}

    private ContractGate() {}

    /**
     * What the gate says of contracts.
     *
     * @param findings breaking changes that nobody accepted, by event, each told once with the versions that it hurts, and accepted
     *     changes that excuse nothing; the gate is open when there are none
     * @param accepted changes that break and were accepted, in the order of the file
     * @param told what readers of the last released version of an event have to be told, by event
     */
    public record Verdict(List<SchemaChange> findings, List<AcceptedChange> accepted, List<SchemaChange> told) {

        public Verdict {
            findings = List.copyOf(findings);
            accepted = List.copyOf(accepted);
            told = List.copyOf(told);
        }
    }

    /**
     * Holds contracts to every released version. An event that was never released is free.
     *
     * @param today schemas of events; others do no harm
     */
    public static Verdict verdict(ReleasedContracts released, Collection<Schema> today, AcceptedChanges accepted) {
        var breaking = new ArrayList<SchemaChange>();
        var findings = new ArrayList<SchemaChange>();
        var tell = new ArrayList<SchemaChange>();
        for (var event : released.events()) {
            var now = today(event, today);
            var hurt = new LinkedHashMap<Told, Hurt>();
            int version = 0;
            for (var then : released.versionsOf(event)) {
                version++;
                for (var change : SchemaChanges.between(then, now)) {
                    if (change.isBreaking()) {
                        breaking.add(change);
                        if (!accepted.accepts(change)) {
                            remember(hurt, change, version);
                        }
                    }
                }
            }
            hurt.values().forEach(found -> findings.add(told(found)));
            SchemaChanges.between(released.latestOf(event), now).stream()
                    .filter(change -> change.kind().effect() == Effect.TOLD)
                    .forEach(tell::add);
        }
        var idle = accepted.idle(breaking);
        idle.forEach(entry -> findings.add(told(entry)));
        return new Verdict(
                findings,
                accepted.all().stream().filter(entry -> !idle.contains(entry)).toList(),
                tell);
    }

    /** By its name, else what was made of it as an alias tells; null when there is neither. */
    private static @Nullable Schema today(String event, Collection<Schema> today) {
        @Nullable Schema renamed = null;
        for (var schema : today) {
            if (schema.getFullName().equals(event)) {
                return schema;
            }
            if (schema.getType() == Schema.Type.RECORD && schema.getAliases().contains(event)) {
                renamed = schema;
            }
        }
        return renamed;
    }

    private static void remember(LinkedHashMap<Told, Hurt> hurt, SchemaChange change, int version) {
        var key = new Told(change.event(), change.path(), change.kind(), change.reason());
        var known = hurt.get(key);
        var versions = known == null ? new TreeSet<Integer>() : known.versions();
        versions.add(version);
        hurt.put(key, new Hurt(change, versions));
    }

    private static SchemaChange told(Hurt hurt) {
        var change = hurt.change();
        var versions = hurt.versions().stream().map(String::valueOf).collect(Collectors.joining(", "));
        return new SchemaChange(
                change.event(),
                change.path(),
                change.pointer(),
                change.kind(),
                change.reason() + " (released version" + (hurt.versions().size() == 1 ? " " : "s ") + versions + ")",
                change.remedy());
    }

    private static SchemaChange told(AcceptedChange idle) {
        return new SchemaChange(
                idle.event(),
                "",
                idle.pointer(),
                Kind.EXCEPTION_IDLE,
                "accepted on " + idle.date() + " as " + idle.kind() + ", but nothing of today's contract needs it",
                "Take the entry out of accepted-changes.json.");
    }
}
