package io.fairlead;

import io.fairlead.gate.CodeGraph;
import io.fairlead.gate.CodeGraph.Code;
import java.nio.file.Files;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can happen, found in the compiled classes: commands, their events, and who takes these; written as a page. */
final class Slices {

    private static final String COMMAND_HANDLER = "org.axonframework.commandhandling.CommandHandler";
    private static final String EVENT_HANDLER = "org.axonframework.eventhandling.EventHandler";
    private static final String AGGREGATE = "org.axonframework.modelling.command.AggregateRoot";

    /** How a projection names the kinds of source events that it wants. */
    private static final String TAKES = "takes";

    private static final Pattern RULE = Pattern.compile("[A-Z]-\\d{2}");
    private static final Pattern PROCESS = Pattern.compile("When[A-Z]\\w+Then[A-Z]\\w+");

    private record Command(String name, Set<String> events, Set<String> rules) {}

    private record Process(String name, Set<String> events, Set<String> commands) {}

    private final CodeGraph code;
    private final Set<String> events;
    private final Map<String, Set<String>> eventsOfSource;
    private final Map<String, Command> commands = new TreeMap<>();
    private final Map<String, Process> processes = new TreeMap<>();
    private final Map<String, Set<String>> views = new TreeMap<>();

    Slices(CodeGraph code) {
        this.code = code;
        events = EventTypes.events(code.names());
        eventsOfSource = EventTypes.bySourceEvent(events);
        for (var aggregate : code.annotated(AGGREGATE)) {
            code.methods(aggregate, COMMAND_HANDLER)
                    .forEach(handler -> commands.put(handler.taken().getFirst(), command(handler)));
        }
        for (var type : code.withMethods(EVENT_HANDLER)) {
            if (PROCESS.matcher(simple(type)).matches()) {
                processes.put(type, process(type));
            }
        }
        code.names().stream()
                .filter(type -> type.contains(".view.") && simple(type).endsWith("Projection"))
                .forEach(type -> views.put(type, taken(type)));
    }

    /** Events that nothing but the log takes. */
    Set<String> takenByNobody() {
        var taken = new HashSet<String>();
        processes.values().forEach(process -> taken.addAll(process.events()));
        views.values().forEach(taken::addAll);
        return commands.values().stream()
                .flatMap(command -> command.events().stream())
                .filter(event -> !taken.contains(event))
                .map(Slices::simple)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Events that are no command's: their contract is there, and nothing records them. */
    Set<String> recordedByNobody() {
        var recorded = commands.values().stream()
                .flatMap(command -> command.events().stream())
                .collect(Collectors.toSet());
        return events.stream()
                .filter(event -> !recorded.contains(event))
                .map(Slices::simple)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Simple names of all commands. */
    Set<String> commandNames() {
        return commands.values().stream()
                .map(command -> simple(command.name()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Simple names of the events of a command. */
    Set<String> eventsOf(String command) {
        return commands.values().stream()
                .filter(each -> simple(each.name()).equals(command))
                .flatMap(each -> each.events().stream())
                .map(Slices::simple)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The page, Markdown. */
    String page() {
        var page = new StringBuilder("""
                # Slices

                Made from the compiled code by `SlicesTest`; do not edit. To renew it: `-Dslices.update=true` (see [hacking](hacking.md)).

                Read a row from left to right: a command is decided by its aggregate, which records events or refuses with a
                [rule](rules.md); processes react to these events, views show them. A command records one or several of its events, as
                the case is. Left out of the rows: values that cannot be (G-01, G-02), things that do not exist (G-03), facts without an open day (A-04).
                """);
        commands.values().stream()
                .map(command -> capability(command.name()))
                .distinct()
                .sorted()
                .forEach(capability -> page.append(section(capability)));
        page.append("""

                ## gateways
                [ERP](../../gateways/src/main/java/io/fairlead/gateway/erp). A delivery answers with commands of billing, party or project.
                """).append(reactions("gateway.erp"));
        page.append("""

                ## Seen in the log only
                Taken by no process and no view; `./fairlead history` and the topics have them: %s.
                """.formatted(listed(takenByNobody())));
        if (!recordedByNobody().isEmpty()) {
            page.append("""

                    Contracts that no command records: %s.
                    """.formatted(listed(recordedByNobody())));
        }
        return page.toString();
    }

    /** Where its parts stand; one that only others show has no views. */
    private static String parts(String capability) {
        return Stream.of(
                        Map.entry("Domain", "../../domain/src/main/java/io/fairlead/" + capability),
                        Map.entry("views", "../../projections/src/main/java/io/fairlead/" + capability + "/view"),
                        Map.entry("HTTP", "../main/java/io/fairlead/" + capability + "/api"))
                .filter(part ->
                        Files.isDirectory(Sources.ROOT.resolve("src/docs").resolve(part.getValue())))
                .map(part -> "[" + part.getKey() + "](" + part.getValue() + ")")
                .collect(Collectors.joining(", "));
    }

    private String section(String capability) {
        var text = new StringBuilder("\n## " + capability + "\n" + parts(capability) + ".\n");
        Stream.concat(commands.keySet().stream(), processes.keySet().stream())
                .filter(type -> capability(type).equals(capability))
                .map(Slices::room)
                .distinct()
                .sorted()
                .forEach(room -> text.append(room.equals(capability) ? "" : "\n### " + room.replace('.', ' ') + "\n")
                        .append(decisions(room))
                        .append(reactions(room)));
        return text.toString();
    }

    private String decisions(String room) {
        var reacting = processes.values().stream().collect(Collectors.toMap(Process::name, Process::events));
        var rows = commands.values().stream()
                .filter(command -> room(command.name()).equals(room))
                .map(command -> "| %s | %s | %s | %s | %s |\n"
                        .formatted(
                                simple(command.name()),
                                listed(names(command.events())),
                                listed(command.rules()),
                                listed(names(takers(command, reacting))),
                                listed(names(takers(command, views)))))
                .collect(Collectors.joining());
        return rows.isEmpty() ? "" : """

                | command | events | refused by | processes | views |
                | --- | --- | --- | --- | --- |
                """ + rows;
    }

    private String reactions(String room) {
        var rows = processes.values().stream()
                .filter(process -> room(process.name()).equals(room))
                .map(process -> "| %s | %s | %s |\n"
                        .formatted(
                                simple(process.name()),
                                listed(names(process.events())),
                                listed(names(process.commands()))))
                .collect(Collectors.joining());
        return rows.isEmpty() ? "" : "\n| process | reacts to | sends |\n| --- | --- | --- |\n" + rows;
    }

    private static Set<String> takers(Command command, Map<String, Set<String>> takers) {
        return takers.entrySet().stream()
                .filter(taker -> taker.getValue().stream().anyMatch(command.events()::contains))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Command command(Code handler) {
        var type = handler.taken().getFirst();
        var roots = Stream.concat(
                        Stream.of(handler),
                        EventTypes.valuesOf(type).stream().flatMap(value -> code.constructors(value).stream()))
                .toList();
        var shared = "io.fairlead.shared.";
        var rules = code.from(roots, passed -> passed.startsWith(shared)).texts().stream()
                .filter(text -> RULE.matcher(text).matches() && !text.startsWith("G-"))
                .collect(Collectors.toCollection(TreeSet::new));
        var recorded = code.from(List.of(handler), _ -> false).calls().stream()
                .filter(call -> call.name().equals("newBuilder") && events.contains(call.type()))
                .map(Code::type)
                .collect(Collectors.toCollection(TreeSet::new));
        return new Command(type, recorded, rules);
    }

    private Process process(String type) {
        var sent = code.from(code.methods(type, EVENT_HANDLER), _ -> false).made();
        sent.retainAll(commands.keySet());
        return new Process(type, taken(type), sent);
    }

    /** Events that a class takes: by annotated handlers, and as what happens to billable sources. */
    private Set<String> taken(String type) {
        var taken = new TreeSet<String>();
        code.methods(type, EVENT_HANDLER)
                .forEach(handler -> taken.add(handler.taken().getFirst()));
        if (code.taking(type, List::isEmpty).stream()
                .anyMatch(method -> method.name().equals(TAKES))) {
            EventTypes.sourceEventsTakenBy(type, TAKES)
                    .forEach(kind -> taken.addAll(eventsOfSource.getOrDefault(kind, Set.of())));
        }
        taken.retainAll(events);
        return taken;
    }

    private static Set<String> names(Collection<String> types) {
        return types.stream().map(Slices::simple).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String listed(Collection<String> words) {
        return words.isEmpty() ? "-" : String.join(", ", words);
    }

    private static String simple(String type) {
        return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
    }

    /** The word after io.fairlead; gateway for those of the gateways. */
    private static String capability(String type) {
        return type.split("\\.")[2];
    }

    /** The package after io.fairlead: a capability, or a room of it. */
    private static String room(String type) {
        return type.substring("io.fairlead.".length(), type.lastIndexOf('.'));
    }
}
