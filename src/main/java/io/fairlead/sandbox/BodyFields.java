package io.fairlead.sandbox;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the fields of a request body and refuses by name what is missing or ill-formed. */
record BodyFields(JsonNode node, String prefix) {

    private static final int TEXT_CHARS_MAX = 500;
    private static final int DIGITS_MAX = 15;
    private static final int SCALE_MAX = 20;
    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9._:~-]{1,100}");
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    static BodyFields of(JsonNode body) {
        if (!body.isObject()) {
            throw SandboxRefusal.malformed("body", "the body must be a JSON object");
        }
        return new BodyFields(body, "");
    }

    @Nullable
    String optional(String name) {
        var value = node.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isString() && !value.isNumber()) {
            throw SandboxRefusal.malformed(prefix + name, "must be text");
        }
        var text = value.asString().strip();
        if (text.length() > TEXT_CHARS_MAX) {
            throw SandboxRefusal.business("TOO_LONG", prefix + name, "at most " + TEXT_CHARS_MAX + " characters");
        }
        return text.isEmpty() ? null : text;
    }

    String text(String name) {
        var value = optional(name);
        if (value == null) {
            throw SandboxRefusal.business("FIELD_REQUIRED", prefix + name, "this field is required");
        }
        return value;
    }

    String reference(String name) {
        var value = text(name);
        if (!REFERENCE.matcher(value).matches()) {
            throw SandboxRefusal.business("REFERENCE_INVALID", prefix + name, "must match " + REFERENCE);
        }
        return value;
    }

    String currency() {
        var code = text("currency").toUpperCase(Locale.ROOT);
        if (!CURRENCIES.contains(code)) {
            throw SandboxRefusal.business("CURRENCY_UNKNOWN", prefix + "currency", "use an ISO 4217 code such as EUR");
        }
        return code;
    }

    LocalDate date(String name) {
        try {
            return LocalDate.parse(text(name));
        } catch (DateTimeException _) {
            throw SandboxRefusal.malformed(prefix + name, "must be a date such as 2026-01-31");
        }
    }

    /** A decimal at the given scale; more digits are refused, never rounded away. */
    BigDecimal decimal(String name, int scale) {
        try {
            var value = new BigDecimal(text(name));
            if (Math.abs((long) value.scale()) > SCALE_MAX || value.precision() - value.scale() > DIGITS_MAX) {
                throw SandboxRefusal.malformed(prefix + name, "at most " + DIGITS_MAX + " digits before the point");
            }
            return value.setScale(scale);
        } catch (NumberFormatException _) {
            throw SandboxRefusal.malformed(prefix + name, "must be a decimal such as 1250.50");
        } catch (ArithmeticException _) {
            throw SandboxRefusal.malformed(prefix + name, "at most " + scale + " digits after the point");
        }
    }

    /** A whole number from 1, or 1 when the field is absent. */
    int version(String name) {
        var value = node.get(name);
        if (value == null || value.isNull()) {
            return 1;
        }
        if (!value.isInt() || value.intValue() < 1) {
            throw SandboxRefusal.malformed(prefix + name, "must be a whole number from 1");
        }
        return value.intValue();
    }

    boolean flag(String name) {
        var value = node.get(name);
        if (value == null || value.isNull()) {
            return false;
        }
        if (!value.isBoolean()) {
            throw SandboxRefusal.malformed(prefix + name, "must be true or false");
        }
        return value.booleanValue();
    }

    <T> List<T> each(String name, Function<BodyFields, T> reader) {
        var array = node.get(name);
        if (array == null || !array.isArray() || array.isEmpty()) {
            throw SandboxRefusal.business("FIELD_REQUIRED", prefix + name, "at least one is required");
        }
        var all = new ArrayList<T>();
        for (var element : array) {
            var at = prefix + name + "[" + all.size() + "].";
            if (!element.isObject()) {
                throw SandboxRefusal.malformed(at, "must be an object");
            }
            all.add(reader.apply(new BodyFields(element, at)));
        }
        return List.copyOf(all);
    }
}
