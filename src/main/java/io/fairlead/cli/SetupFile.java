package io.fairlead.cli;

import io.fairlead.schema.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A file of master data as the API calls that it stands for; read and checked as a whole before anything is sent. */
final class SetupFile {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final List<Step> steps = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    private SetupFile() {}

    /**
     * One call.
     *
     * @param section key of the section, or of the inner list
     * @param name what it concerns, for people
     */
    record Step(String section, String name, String path, JsonNode body) {

        /** The same content is the same call, for ever. */
        String idempotencyKey() {
            var hash = Sha256.of((path + "\n").getBytes(StandardCharsets.UTF_8), JSON.writeValueAsBytes(body));
            return "setup/" + section + "/" + HexFormat.of().formatHex(hash, 0, 16);
        }
    }

    /**
     * Reads a file.
     *
     * @throws CommandFailed naming every unknown section, unknown field and field of the wrong form
     */
    static List<Step> steps(byte[] content) {
        JsonNode root;
        try {
            root = JSON.readTree(content);
        } catch (JacksonException malformed) {
            throw new CommandFailed(ExitCode.USAGE, "the file is no JSON: " + malformed.getOriginalMessage());
        }
        var file = new SetupFile();
        file.read(root);
        if (!file.faults.isEmpty()) {
            throw new CommandFailed(
                    ExitCode.USAGE,
                    "nothing was sent; the file has %d fault(s):%n  %s"
                            .formatted(file.faults.size(), String.join(System.lineSeparator() + "  ", file.faults)));
        }
        return file.steps;
    }

    private void read(JsonNode root) {
        if (!root.isObject()) {
            faults.add("it is no object; write { \"customers\": [ .. ], .. }");
            return;
        }
        var known = Stream.of(SetupSection.values()).map(SetupSection::key).toList();
        root.propertyNames().stream()
                .filter(key -> !known.contains(key))
                .forEach(key -> faults.add("section '%s' is not known; use %s".formatted(key, known)));
        for (var section : SetupSection.values()) {
            if (root.has(section.key())) {
                var index = 0;
                for (var item : list(root.get(section.key()), section.key())) {
                    read(section, item, section.key() + "[" + index++ + "]");
                }
            }
        }
    }

    private void read(SetupSection section, JsonNode item, String at) {
        if (!(item instanceof ObjectNode object)) {
            faults.add(at + " is no object");
            return;
        }
        var id = object.path("id").asString("");
        if (section.needsId() && id.isEmpty()) {
            faults.add(at + ".id is missing; give it a key of your own, so that a repeat names the same thing");
        }
        var own = object.deepCopy();
        section.inner().forEach(inner -> own.remove(inner.key()));
        var form = section.form();
        if (form != null) {
            add(new Step(section.key(), id.isEmpty() ? at : id, section.path(), own), form, at);
        } else {
            own.propertyNames().stream()
                    .filter(key -> !key.equals("id"))
                    .forEach(key -> faults.add(at + "." + key + " is not known"));
        }
        for (var inner : section.inner()) {
            var index = 0;
            for (var part : list(object.path(inner.key()), at + "." + inner.key())) {
                var where = at + "." + inner.key() + "[" + index++ + "]";
                var path = section.path() + "/" + id + inner.path();
                add(new Step(inner.key(), id + " " + part.path("id").asString(""), path, part), inner.form(), where);
            }
        }
    }

    private Iterable<JsonNode> list(JsonNode node, String at) {
        if (node.isMissingNode() || node.isArray()) {
            return node;
        }
        faults.add(at + " is no list");
        return List.of();
    }

    private void add(Step step, Class<?> form, String at) {
        var fault = fault(step.body(), form, at);
        if (fault == null) {
            steps.add(step);
        } else {
            faults.add(fault);
        }
    }

    private static @Nullable String fault(JsonNode body, Class<?> form, String at) {
        try {
            JSON.treeToValue(body, form);
            return body.isObject() ? null : at + " is no object";
        } catch (JacksonException misfit) {
            var field = new StringBuilder(at);
            for (var part : misfit.getPath()) {
                field.append(
                        part.getPropertyName() == null ? "[" + part.getIndex() + "]" : "." + part.getPropertyName());
            }
            return misfit instanceof UnrecognizedPropertyException unknown
                    ? field + " is not known; use "
                            + unknown.getKnownPropertyIds().stream()
                                    .map(String::valueOf)
                                    .sorted()
                                    .toList()
                    : field + " has the wrong form";
        }
    }
}
