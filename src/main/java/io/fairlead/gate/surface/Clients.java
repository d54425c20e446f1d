package io.fairlead.gate.surface;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Who uses what, as {@code fairlead clients --json} of the installations told, and as people wrote down what no server sees. */
record Clients(List<Use> uses) {

    /**
     * One client's use of one operation, view or command.
     *
     * @param calls how often, 0 where nobody counts
     * @param lastSeen when last, as text
     */
    record Use(String client, String operation, long calls, String lastSeen) {

        String told() {
            return calls == 0 ? client : "%s (%d calls, last %s)".formatted(client, calls, lastSeen);
        }
    }

    Clients {
        uses = List.copyOf(uses);
    }

    static Clients read(String json) {
        return new Clients(JsonMapper.shared().readValue(json, new TypeReference<List<Use>>() {}));
    }

    /** In words, who would notice; a change of what all operations share concerns everybody. */
    String of(String use) {
        var known = uses.stream()
                .filter(each -> use.equals(Surface.PROBLEM)
                        || use.equals(each.operation())
                        || use.startsWith(each.operation() + " --")) // A command with whatever options.
                .sorted(Comparator.comparing(Use::calls).reversed().thenComparing(Use::client))
                .map(Use::told)
                .distinct()
                .collect(Collectors.joining(", "));
        return known.isEmpty() ? "nobody known" : known;
    }
}
