package io.fairlead.cases.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.Sources;
import io.fairlead.cases.CaseStack;
import io.fairlead.cases.Firm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The description of the API in the sources is what a running Fairlead says; clients are generated from it. */
@ExtendWith(CaseStack.class)
class OpenApiFileTest {

    static final Path FILE = Sources.ROOT.resolve("src/docs/contract/openapi.json");
    private static final Path MADE = Sources.ROOT.resolve("src/target/openapi.json");
    private static final JsonMapper JSON = JsonMapper.shared();

    @Test
    void the_file_equals_what_a_running_fairlead_says(Firm firm) throws IOException {
        var made = text(firm.get("/openapi.json"));
        Files.writeString(MADE, made);
        if (Boolean.getBoolean("openapi.update")) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, made);
        }

        var kept = Files.exists(FILE) ? Files.readString(FILE) : "";
        assertThat(firstDifference(kept, made))
                .as(
                        "%s differs from the running API, - as it stands, + as the API says: look at it, then copy %s over"
                                + " it, or run OpenApiFileTest with -Dopenapi.update=true",
                        Sources.ROOT.relativize(FILE), Sources.ROOT.relativize(MADE))
                .isEmpty();
    }

    @Test
    void operations_have_names_of_their_own(Firm firm) {
        var names = firm.get("/openapi.json")
                .path("paths")
                .valueStream()
                .flatMap(JsonNode::valueStream)
                .map(operation -> operation.path("operationId").asString())
                .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
        assertThat(names).hasSizeGreaterThan(150);
        assertThat(names.entrySet().stream().filter(each -> each.getValue() > 1).toList())
                .as("operations that a generated client cannot tell apart")
                .isEmpty();
        assertThat(names).containsKeys("getRateCardsByIdRates", "postInvoicesByIdLinesByLineNoRemoval", "getTaxRates");
    }

    @Test
    void a_difference_is_told_by_its_lines() {
        assertThat(firstDifference("{\n  \"a\" : 1\n}\n", "{\n  \"a\" : 2\n}\n"))
                .containsExactly("-   \"a\" : 1", "+   \"a\" : 2");
        assertThat(firstDifference("same\n", "same\n")).isEmpty();
    }

    /** Keys in order and without the address that it was asked at, so that the same API is the same text. */
    private static String text(JsonNode api) {
        var root = (ObjectNode) sorted(api);
        root.remove("servers");
        if (root.path("tags") instanceof ArrayNode tags) {
            var all = new ArrayList<>(tags.valueStream().toList());
            all.sort(Comparator.comparing(tag -> tag.path("name").asString()));
            root.putArray("tags").addAll(all);
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root).replace("\r\n", "\n") + "\n";
    }

    private static JsonNode sorted(JsonNode node) {
        if (node instanceof ArrayNode list) {
            var copy = JSON.createArrayNode();
            list.forEach(each -> copy.add(sorted(each)));
            return copy;
        }
        if (node instanceof ObjectNode object) {
            var copy = JSON.createObjectNode();
            new TreeSet<>(object.propertyNames()).forEach(name -> copy.set(name, sorted(object.get(name))));
            return copy;
        }
        return node;
    }

    /** The first line that differs, of each; nothing when none does. */
    private static List<String> firstDifference(String kept, String made) {
        var before = kept.lines().toList();
        var after = made.lines().toList();
        int at = 0;
        while (at < Math.min(before.size(), after.size()) && before.get(at).equals(after.get(at))) {
            at++;
        }
        var told = new ArrayList<String>();
        if (at < before.size()) {
            told.add("- " + before.get(at));
        }
        if (at < after.size()) {
            told.add("+ " + after.get(at));
        }
        return told;
    }
}
