package io.fairlead.gate;

import io.fairlead.app.Application;
import io.fairlead.gate.CodeGraph.Code;
import io.fairlead.gate.CodeGraph.Reach;
import io.fairlead.gate.FieldReaders.Getter;
import io.fairlead.gate.FieldReaders.Way;
import io.fairlead.gateway.erp.WhenInvoiceApprovedOrIssuedThenDeliver;
import io.fairlead.projection.Projection;
import io.fairlead.projection.SourceProjection;
import io.fairlead.schema.EventCodec;
import io.fairlead.shared.MoneyRules;
import io.fairlead.view.Projections;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds in compiled classes on which ways code comes to events; for {@link FieldReaders}. */
final class ReadingCode {

    private static final String EVENT_HANDLER = "org.axonframework.eventhandling.EventHandler";
    private static final String AGGREGATE = "org.axonframework.modelling.command.AggregateRoot";
    private static final String SOURCING_HANDLER = "org.axonframework.eventsourcing.EventSourcingHandler";
    private static final String COMMAND_HANDLER = "org.axonframework.commandhandling.CommandHandler";
    private static final Pattern PROCESS = Pattern.compile("When[A-Z]\\w+Then[A-Z]\\w+");
    private static final Pattern EVENT = Pattern.compile("io\\.fairlead\\.(\\w+\\.)+event\\.\\w+");
    private static final Pattern PART = Pattern.compile("io\\.fairlead\\.\\w+\\.(\\w+).*");

    /** Read no field, or whatever is there by its name; and the lab, which is no part of what runs. */
    private static final List<String> NO_READERS = List.of(
            "io.fairlead.gateway.topics.",
            "io.fairlead.source.",
            "io.fairlead.bench.",
            "io.fairlead.demo.",
            "io.fairlead.faults.",
            "io.fairlead.gate.",
            "io.fairlead.sandbox.");

    private final CodeGraph code;
    private final Map<String, ? extends Projection> projections;
    private final Set<String> events;
    private final SourceReads sources;
    private final Set<Code> followed = new HashSet<>();

    /** @param projections that run, of which the graph has the classes */
    ReadingCode(CodeGraph code, Collection<? extends Projection> projections) {
        this.code = code;
        this.projections = projections.stream()
                .collect(Collectors.toMap(each -> each.getClass().getName(), each -> each));
        events = code.names().stream().filter(EVENT.asMatchPredicate()).collect(Collectors.toSet());
        sources = new SourceReads(code, events);
    }

    static ReadingCode ofHouse() {
        var graph = new CodeGraph(
                EventCodec.class,
                MoneyRules.class,
                Projections.class,
                WhenInvoiceApprovedOrIssuedThenDeliver.class,
                Application.class);
        return new ReadingCode(graph, Projections.all());
    }

    List<Way> ways() {
        var ways = new ArrayList<Way>();
        projections.forEach((type, projection) -> ways.addAll(ofProjection(type, projection)));
        for (var type : code.withMethods(EVENT_HANDLER)) {
            if (PROCESS.matcher(simple(type)).matches()) {
                var reader = new Reader(isGateway(type) ? "gateway" : "process", simple(type));
                code.methods(type, EVENT_HANDLER)
                        .forEach(handler -> ways.add(way(reader, handler, Set.of(), isOutsideOfDomain())));
            }
        }
        code.annotated(AGGREGATE).forEach(type -> ways.addAll(ofAggregate(type)));
        ways.addAll(ofOthers());
        return ways;
    }

    private List<Way> ofProjection(String type, Projection projection) {
        var reader = new Reader("projection", projection.name());
        var ways = new ArrayList<Way>();
        code.methods(type, EVENT_HANDLER)
                .forEach(handler -> ways.add(way(reader, handler, Set.of(), events::contains)));
        if (projection instanceof SourceProjection wide) {
            var taken =
                    sources.ofKinds(wide.takes().stream().map(Class::getName).toList());
            code.taking(type, parameters -> parameters.contains(SourceReads.SOURCE_EVENT)).stream()
                    .filter(method -> method.name().equals("on"))
                    .forEach(handler -> ways.add(way(reader, handler, taken, events::contains)));
        }
        return ways;
    }

    /** With its members. Its own events may come as any record: those that its commands make. */
    private List<Way> ofAggregate(String type) {
        var reader = new Reader("aggregate", simple(type));
        var ways = new ArrayList<Way>();
        var decided = code.methods(type, COMMAND_HANDLER);
        var made = code.from(decided, isOutsideOfDomain()).calls().stream()
                .filter(call -> call.name().equals("newBuilder"))
                .map(Code::type)
                .filter(events::contains)
                .collect(Collectors.toSet());
        decided.forEach(handler -> ways.add(way(reader, handler, Set.of(), isOutsideOfDomain())));
        for (var handler : code.methods(type, SOURCING_HANDLER)) {
            ways.add(way(reader, handler, sources.among(made), isOutsideOfDomain()));
        }
        return ways;
    }

    private Predicate<String> isOutsideOfDomain() {
        return type -> events.contains(type) || type.startsWith("io.fairlead.app.") || type.contains(".api.");
    }

    /** @param asSource events that the handler may meet as what happened to a source, when it is handed no certain event */
    private Way way(Reader reader, Code handler, Set<String> asSource, Predicate<String> passedOver) {
        var reach = code.from(List.of(handler), passedOver);
        followed.addAll(reach.methods());
        var takes = new HashSet<String>();
        handler.taken().stream().filter(events::contains).forEach(takes::add);
        var met = new HashSet<String>();
        if (sources.areReadBy(reach)) {
            met.addAll(takes.isEmpty() ? asSource : sources.among(takes));
        }
        reach.asked().stream().filter(events::contains).forEach(takes::add);
        takes.addAll(met);
        var reads = getters(reach);
        met.forEach(event -> reads.addAll(sources.readsOf(event)));
        reads.stream().map(Getter::type).filter(events::contains).forEach(takes::add);
        reads.addAll(sources.readsOfWork(reach, takes));
        return new Way(reader, takes, reads, false);
    }

    /** What no handler leads to, class by class. */
    private List<Way> ofOthers() {
        var byClass = new TreeMap<String, List<Code>>();
        for (var type : code.names()) {
            if (!type.contains(".event.") && NO_READERS.stream().noneMatch(type::startsWith)) {
                code.taking(type, _ -> true).stream()
                        .filter(method -> !followed.contains(method))
                        .forEach(method -> byClass.computeIfAbsent(type.replaceAll("\\$.*", ""), _ -> new ArrayList<>())
                                .add(method));
            }
        }
        var ways = new ArrayList<Way>();
        byClass.forEach((type, methods) -> {
            var reach = code.from(methods, _ -> true);
            var reads = getters(reach);
            if (!reads.isEmpty()) {
                var takes = Stream.concat(reads.stream().map(Getter::type), reach.asked().stream())
                        .filter(events::contains)
                        .collect(Collectors.toSet());
                ways.add(new Way(new Reader(kind(type), simple(type)), takes, reads, true));
            }
        });
        return ways;
    }

    private Set<Getter> getters(Reach reach) {
        return reach.calls().stream()
                .filter(call -> events.contains(call.type()) && call.name().startsWith("get"))
                .map(call -> new Getter(call.type(), call.name()))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static String kind(String type) {
        if (isGateway(type)) {
            return "gateway";
        }
        if (type.contains(".api.")) {
            return "http";
        }
        var part = PART.matcher(type);
        return type.startsWith("io.fairlead.app.") && part.matches() ? part.group(1) : "domain";
    }

    private static boolean isGateway(String type) {
        return type.startsWith("io.fairlead.gateway.");
    }

    private static String simple(String type) {
        return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
    }
}
