package io.fairlead.app.web.roles;

import io.fairlead.access.Operation;
import io.fairlead.access.Operations;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** What HTTP answers to, held against the table of who may do what. */
public final class MappedOperations {

    /** Where the container tells what went wrong before; with any method, and of no firm. */
    static final String ERRORS = "/error";

    private final Set<String> mapped;

    MappedOperations(Stream<RequestMappingInfo> mappings) {
        this.mapped = mappings.flatMap(MappedOperations::names)
                .filter(name -> !name.endsWith(" " + ERRORS))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** All that this application answers to. */
    public static MappedOperations of(ObjectProvider<RequestMappingInfoHandlerMapping> mappings) {
        return new MappedOperations(
                mappings.stream().flatMap(mapping -> mapping.getHandlerMethods().keySet().stream()));
    }

    private static Stream<String> names(RequestMappingInfo info) {
        var methods = info.getMethodsCondition().getMethods();
        return info.getPatternValues().stream()
                .flatMap(pattern -> methods.isEmpty()
                        ? Stream.of("ANY " + pattern)
                        : methods.stream().map(method -> method + " " + pattern));
    }

    /** Operations that somebody may ask for and the table does not know. */
    List<String> withoutRow(OperationTable table) {
        return mapped.stream().filter(name -> !isKnown(table, name)).toList();
    }

    private static boolean isKnown(OperationTable table, String name) {
        var words = name.split(" ", 2);
        return table.find(words[0], words[1]).isPresent();
    }

    /** Rows of what nobody can ask for. */
    List<String> withoutHandler(Collection<Operation> rows) {
        return rows.stream()
                .map(Operation::name)
                .filter(name -> !mapped.contains(name))
                .toList();
    }

    /** @throws IllegalStateException when something can be asked for that has no row: it does not start */
    void requireRows(OperationTable table) {
        var unknown = withoutRow(table);
        if (!unknown.isEmpty()) {
            throw new IllegalStateException(
                    "no row in the table of roles (io.fairlead.access.Operations) says who may: " + unknown);
        }
    }

    /** @throws IllegalStateException when a row is of nothing; for the whole application, not for a part of it */
    public void requireHandlers() {
        var unknown = withoutHandler(Operations.all());
        if (!unknown.isEmpty()) {
            throw new IllegalStateException(
                    "rows in the table of roles (io.fairlead.access.Operations) of what nobody answers: " + unknown);
        }
    }
}
