package io.fairlead.app.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
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
        if (type == int.class || type == Integer.class) {
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
