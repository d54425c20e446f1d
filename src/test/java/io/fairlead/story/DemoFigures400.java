package io.fairlead.story;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The figures of the demo's firm with 400 entries, as they are kept. {@code -Dfigures.update=true} keeps those of
 * the run at hand; look at the difference before it is committed, since each is money.
 */
final class DemoFigures400 {

    /** How many events there are depends on what met whom; the others are of the machine. */
    private static final List<String> MEASURED = List.of("seconds", "memory", "load", "topics");

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path KEPT = Path.of("test", "resources", "demo-400.json");

    /**
     * What the demo tells, without what says something of the run itself. Which invoices its customers pay goes by
     * the day of issue, and that moves for a document that the ERP lets be numbered after a later one. Work items
     * whose money is not known stand in the order of their ids, which no figure is: here they stand by code and subject.
     */
    static JsonNode of(JsonNode told) {
        var figures = (ObjectNode) told.deepCopy();
        var _ = ((ObjectNode) figures.path("invoices")).remove("paid");
        var exceptions = (ArrayNode) figures.path("exceptions");
        var inOrder = exceptions
                .valueStream()
                .sorted(Comparator.comparing(
                                (JsonNode item) -> item.path("code").asString())
                        .thenComparing(item -> item.path("subject").asString()))
                .toList();
        var _ = exceptions.removeAll().addAll(inOrder);
        return figures.remove(MEASURED);
    }

    /** @param told by the run at hand */
    static JsonNode kept(JsonNode told) throws IOException {
        if (Boolean.getBoolean("figures.update")) {
            Files.writeString(KEPT, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(of(told)) + "\n");
        }
        return of(JSON.readTree(Files.readString(KEPT)));
    }

    private DemoFigures400() {}
}
