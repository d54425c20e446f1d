package io.fairlead.gateway.intake;

import io.fairlead.schema.StorableText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One JSON object of a settings file, read so that a misspelt key or a wrong type is named; for profiles and
 * mappings.
 */
public final class SettingsJson {

    /** Of a file of settings. */
    public static final int BYTES_MAX = 4 * 1024 * 1024;

    /** Names, values and brackets of any file; as many as the largest export has, and a bound for its memory. */
    public static final int TOKENS_MAX = 4_000_000;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxTokenCount(TOKENS_MAX)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final String what;
    private final String path;
    private final JsonNode object;

    private SettingsJson(String what, String path, JsonNode object, Set<String> known) {
        this.what = what;
        this.path = path;
        this.object = object;
        if (!object.isObject()) {
            throw invalid("", "it is not an object", "write { ... }");
        }
        for (var key : object.propertyNames()) {
            if (!known.contains(key)) {
                throw invalid(key, "this key is unknown", "use one of " + String.join(", ", new TreeSet<>(known)));
            }
        }
    }

    /**
     * The object of a whole file.
     *
     * @param what names the file in refusals: "profile", "mapping"
     */
    public static SettingsJson object(String what, RawFile file, Set<String> known) {
        if (file.size() > BYTES_MAX) {
            throw new FileRefused(
                    "FILE_TOO_LARGE",
                    what,
                    "it is larger than " + BYTES_MAX / 1024 / 1024 + " MiB",
                    "leave out what is not needed");
        }
        return new SettingsJson(what, "", tree(what, file), known);
    }

    /** Any JSON value, in UTF-8, with exact decimals and no repeated keys. */
    public static JsonNode tree(String what, RawFile file) {
        try (var text = file.reader(StandardCharsets.UTF_8)) {
            var tree = MAPPER.readTree(text);
            if (tree.isMissingNode()) {
                throw new FileRefused("JSON_INVALID", what, "it is empty", "give a JSON file");
            }
            return tree;
        } catch (NumberFormatException endless) {
            // Jackson lets this one through where an exponent has more than ten digits.
            throw new FileRefused("JSON_INVALID", what, "it holds a number out of range", "correct the number");
        } catch (StreamConstraintsException beyond) {
            throw new FileRefused(
                    "JSON_INVALID",
                    what,
                    "it is nested too deep, a part of it is too long, or it holds more than " + TOKENS_MAX + " tokens",
                    "export less at once");
        } catch (JacksonException malformed) {
            var at = malformed.getLocation();
            var where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
            throw new FileRefused(
                    "JSON_INVALID",
                    what,
                    "it is not JSON" + where + " (" + malformed.getOriginalMessage() + ")",
                    "correct the file; keys may not repeat");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public boolean has(String key) {
        return object.has(key) && !object.get(key).isNull();
    }

    public @Nullable String text(String key) {
        if (!has(key)) {
            return null;
        }
        var value = object.get(key);
        if (!value.isString() || !StorableText.isVisible(value.stringValue())) {
            throw invalid(key, "it is not a text", "write it in quotes, or leave the key out");
        }
        return value.stringValue().strip();
    }

    /** A text as it stands, blanks included; empty where it is absent or no text. */
    public String raw(String key) {
        return has(key) && object.get(key).isString() ? object.get(key).stringValue() : "";
    }

    /** One of the given words, or null where the key is absent. */
    public @Nullable String word(String key, List<String> words) {
        var text = text(key);
        if (text != null && !words.contains(text)) {
            throw invalid(key, "\"" + text + "\" is not possible", "use one of " + String.join(", ", words));
        }
        return text;
    }

    public @Nullable Integer integer(String key, int from, int to) {
        if (!has(key)) {
            return null;
        }
        var value = object.get(key);
        if (!value.isInt() || value.intValue() < from || value.intValue() > to) {
            throw invalid(key, "it is not a whole number " + from + ".." + to, "correct it or leave it out");
        }
        return value.intValue();
    }

    /** A list of texts; empty where the key is absent. */
    public List<String> texts(String key) {
        if (!has(key)) {
            return List.of();
        }
        var values = object.get(key);
        if (!values.isArray()) {
            throw invalid(key, "it is not a list", "write [\"...\", \"...\"]");
        }
        for (var value : values) {
            if (!value.isString()) {
                throw invalid(key, "it holds something else than texts", "write [\"...\", \"...\"]");
            }
        }
        return values.valueStream().map(value -> value.stringValue().strip()).toList();
    }

    /** A table of texts by free keys; null where absent. */
    public @Nullable Map<String, String> table(String key) {
        if (!has(key)) {
            return null;
        }
        var values = object.get(key);
        if (!values.isObject()) {
            throw invalid(key, "it is not an object", "write { \"outside\": \"ours\" }");
        }
        var table = new LinkedHashMap<String, String>();
        for (var entry : values.properties()) {
            if (!entry.getValue().isString()) {
                throw invalid(key + "." + entry.getKey(), "it is not a text", "write it in quotes");
            }
            if (table.put(entry.getKey().strip(), entry.getValue().stringValue().strip()) != null) {
                throw invalid(key + "." + entry.getKey(), "it is there twice", "keep one of the two");
            }
        }
        return Map.copyOf(table);
    }

    /** An object inside this one; null where absent. */
    public @Nullable SettingsJson inner(String key, Set<String> known) {
        return has(key) ? new SettingsJson(what, path + key + ".", object.get(key), known) : null;
    }

    /** The refusal of one key of this object, named with its whole path. */
    public FileRefused invalid(String key, String reason, String remedy) {
        var whole = path + key;
        var shown = whole.isEmpty() ? "(root)" : whole.endsWith(".") ? whole.substring(0, whole.length() - 1) : whole;
        return new FileRefused(what.toUpperCase(Locale.ROOT) + "_INVALID", what + "." + shown, reason, remedy);
    }
}
