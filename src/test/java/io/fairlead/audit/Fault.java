package io.fairlead.audit;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * One fault that was planted, and how it has to be named.
 *
 * @param kind in words
 * @param check that has to see it
 * @param told what one of the check's sentences has to contain
 */
record Fault(String kind, String check, List<String> told) {

    Fault(String kind, String check, String... told) {
        this(kind, check, List.of(told));
    }

    /** Whether a sentence of the check names it. */
    boolean isNamedIn(JsonNode report) {
        for (var each : report.path("checks")) {
            if (each.path("id").asString().equals(check) && each.path("failed").asLong() > 0) {
                var sentences = new ArrayList<String>();
                each.path("examples").forEach(sentence -> sentences.add(sentence.asString()));
                each.path("notes").forEach(sentence -> sentences.add(sentence.asString()));
                return sentences.stream().anyMatch(sentence -> told.stream().allMatch(sentence::contains));
            }
        }
        return false;
    }
}
