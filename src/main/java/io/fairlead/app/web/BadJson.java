package io.fairlead.app.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What is wrong with a JSON document, in words that name its field and no class. */
final class BadJson {

    private static final Pattern TWICE = Pattern.compile("Duplicate Object property \"([^\"]*)\"");

    private static final Set<Class<?>> SIMPLE = Set.of(
            LocalDate.class,
            Instant.class,
            BigDecimal.class,
            int.class,
            Integer.class,
            long.class,
            Long.class,
            boolean.class,
            Boolean.class);

    static Refusal refusal(JacksonException failure) {
        var field = path(failure.getPath());
        return switch (failure) {
            case StreamConstraintsException _ ->
                refused("JSON_LIMIT", field, "the JSON is nested too deep, or it or a part of it is too long", """
                        at most 50 levels, 100,000 characters a text, 200 digits a number, 2,000,000 tokens""");
            case InputCoercionException _ ->
                refused("FIELD_INVALID", field, "the number is out of range", "a whole number");
            case StreamReadException broken -> malformed(broken, field);
            case UnrecognizedPropertyException unknown ->
                refused(
                        "FIELD_UNKNOWN",
                        field,
                        "field '" + Refusal.shortened(unknown.getPropertyName()) + "' is not known here",
                        "use "
                                + unknown.getKnownPropertyIds().stream()
                                        .map(String::valueOf)
                                        .sorted()
                                        .toList());
            case InvalidFormatException day
            when Days.RANGE.equals(day.getOriginalMessage()) ->
                Days.outOfRange(field).refusal();
            case InvalidFormatException text
            when text.getTargetType() == String.class ->
                refused("FIELD_INVALID", field, text.getOriginalMessage(), "leave that character out");
            case MismatchedInputException missing
            when String.valueOf(missing.getOriginalMessage()).startsWith("Missing required creator property") ->
                new Refusal(
                        422, "G-02", field, field + " is missing", "send it; null takes away what stands there now");
            case MismatchedInputException mismatch ->
                refused("FIELD_INVALID", field, "the value has the wrong form", wanted(mismatch.getTargetType()));
            default -> refused("JSON_INVALID", field, "the JSON cannot be read", null);
        };
    }

    private static Refusal malformed(StreamReadException broken, @Nullable String field) {
        var at = broken.getLocation();
        var where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
        var twice = TWICE.matcher(String.valueOf(broken.getOriginalMessage()));
        if (twice.find()) {
            var name = field == null ? Refusal.shortened(twice.group(1)) : field;
            return refused("JSON_INVALID", name, "a field stands twice" + where, "send each field once");
        }
        return refused("JSON_INVALID", field, "the text is no valid JSON" + where, "check quotes, commas and brackets");
    }

    /** How a value of a simple type is written where there are no quotes, as in an address; empty for other types. */
    static Optional<String> wantedText(@Nullable Class<?> type) {
        if (type != null && type.isEnum()) {
            return Optional.of("one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(String::valueOf)
                            .collect(Collectors.joining(", ")));
        }
        return type != null && SIMPLE.contains(type)
                ? Optional.ofNullable(wanted(type)).map(form -> form.replace("\"", ""))
                : Optional.empty();
    }

    private static @Nullable String wanted(@Nullable Class<?> type) {
        if (type == null) {
            return null;
        }
        if (type == LocalDate.class) {
            return "a day like \"2026-03-31\"";
        }
        if (type == Instant.class) {
            return "an instant like \"2026-03-31T09:30:00Z\"";
        }
        if (type == BigDecimal.class) {
            return "a decimal like \"1234.50\" or 1234.50";
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return "a whole number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == String.class) {
            return "a text in quotes";
        }
        return List.class.isAssignableFrom(type) ? "a list [..]" : "an object {..}";
    }

    static @Nullable String path(List<JacksonException.Reference> references) {
        var path = new StringBuilder();
        for (var reference : references) {
            if (reference.getPropertyName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(Refusal.shortened(reference.getPropertyName()));
            }
        }
        return path.isEmpty() ? null : path.toString();
    }

    private static Refusal refused(String code, @Nullable String field, String reason, @Nullable String hint) {
        return new Refusal(400, code, field, reason, hint == null ? null : hint.strip());
    }

    private BadJson() {}
}
