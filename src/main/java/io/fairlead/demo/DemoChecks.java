package io.fairlead.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What must hold of the whole story beside the invariants of the product; a difference is red as one of those. */
final class DemoChecks {

    /** What the company that shows receivables raises, all of it. */
    private static final Set<String> CODES =
            Set.of("PAYMENT_NOT_APPLIED", "RETURN_NOT_MATCHED", "CREDIT_OWED", "BILLED_TIME_CORRECTED", "OVERLAP");

    private static final int EXAMPLES_MAX = 10;

    private final StoryClient steps;
    private final Supplier<AgreedReceivables.Outcome> receivables;

    DemoChecks(StoryClient steps, Supplier<AgreedReceivables.Outcome> receivables) {
        this.steps = steps;
        this.receivables = receivables;
    }

    /** The verification with these checks behind its own. */
    JsonNode addTo(JsonNode verification) {
        var report = (ObjectNode) verification;
        var checks = (ArrayNode) report.path("checks");
        var agreed = receivables.get();
        long failed = add(
                checks,
                "D1",
                "what each of %d customers owes is the same by %s"
                        .formatted(agreed.customers(), String.join(", ", agreed.tellers())),
                agreed.accounts(),
                agreed.differences());
        var items = items();
        failed += add(
                checks,
                "D2",
                "each kind of work item that money, time and customers raise in " + ReceivablesData.COMPANY
                        + " was raised, and closed by itself",
                items.size(),
                uncured(items));
        report.put("failed", report.path("failed").asLong(1) + failed);
        return report;
    }

    private static long add(ArrayNode checks, String id, String sentence, long examined, List<String> differences) {
        var check = checks.addObject()
                .put("id", id)
                .put("sentence", sentence)
                .put("examined", examined)
                .put("failed", (long) differences.size());
        var examples = check.putArray("examples");
        differences.stream().limit(EXAMPLES_MAX).forEach(examples::add);
        return differences.size();
    }

    private List<JsonNode> items() {
        return Stream.of("open", "assigned", "resolved", "waived")
                .flatMap(status -> steps.readAll("/v1/exceptions?status=" + status).stream())
                .filter(item ->
                        item.path("legalEntityId").asString("").equals("legal-entity:" + ReceivablesData.COMPANY))
                .toList();
    }

    private static List<String> uncured(List<JsonNode> items) {
        var differences = new ArrayList<String>();
        var raised = new TreeSet<String>();
        for (var item : items) {
            var code = item.path("code").asString("");
            raised.add(code);
            if (!item.path("status").asString("").equals("resolved")) {
                differences.add(code + " is not cured: " + item.path("sentence").asString(""));
            } else if (!item.path("closedBy").asString("").startsWith("fairlead|")) {
                differences.add(code + " was closed by " + item.path("closedBy").asString("") + ", not by itself: "
                        + item.path("subjectId").asString(""));
            }
        }
        CODES.stream()
                .filter(code -> !raised.contains(code))
                .sorted()
                .forEach(code -> differences.add(code + " was never raised"));
        raised.stream()
                .filter(code -> !CODES.contains(code))
                .forEach(code -> differences.add(code + " is raised by the story and stands on no list"));
        return differences;
    }
}
