package io.fairlead.registry;

import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is wrong with JSON that the registry is given, in words that name field and place and no class of ours. A key that stands
 * twice is refused: two readers may take different ones of the two.
 */
final class SchemaJson {

    private static final Pattern TWICE = Pattern.compile("Duplicate Object property \"([^\"]*)\"");
    private static final Pattern CLASSES =
            Pattern.compile("\\b(?:java|javax|org\\.apache|com\\.fasterxml|tools)\\.[A-Za-z.]+");
    private static final int NAME_MAX = 60;

    /** As Avro reads schemas, which may hold comments; numbers and texts of any length, since the body is bounded. */
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private SchemaJson() {}

    /** What keeps the text of a schema from being JSON; empty when nothing does. */
    static Optional<String> fault(String text) {
        try {
            var _ = STRICT.readTree(text);
            return Optional.empty();
        } catch (JacksonException e) {
            return Optional.of(told(e));
        }
    }

    /** In words for the client that sent it. */
    static String told(JacksonException failure) {
        var at = failure.getLocation();
        var where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
        var twice = TWICE.matcher(String.valueOf(failure.getOriginalMessage()));
        if (twice.find()) {
            return "field '" + shortened(twice.group(1)) + "' stands twice" + where;
        }
        if (failure instanceof StreamReadException) {
            return "the text is no valid JSON" + where;
        }
        var path = new StringBuilder();
        for (var step : failure.getPath()) {
            var name = step.getPropertyName();
            path.append(name == null ? "[" + step.getIndex() + "]" : (path.isEmpty() ? "" : ".") + shortened(name));
        }
        return path.isEmpty() ? "it has the wrong form" : "field '" + path + "' has the wrong form" + where;
    }

    /** A message of a library as far as it is about what the client sent. */
    static String withoutClasses(String message) {
        return CLASSES.matcher(message).find() ? "a part of it has the wrong form" : message;
    }

    private static String shortened(String name) {
        return name.length() <= NAME_MAX ? name : name.substring(0, NAME_MAX) + "...";
    }
}
