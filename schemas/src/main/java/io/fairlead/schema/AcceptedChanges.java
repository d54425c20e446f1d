package io.fairlead.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairlead.schema.SchemaChange.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Breaking changes that were decided on, each by event, pointer and kind, with the day and the reason. */
public final class AcceptedChanges {

    private static final String RESOURCE = "accepted-changes.json";
    private static final Set<String> KEYS = Set.of("event", "pointer", "kind", "date", "reason");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<AcceptedChange> all;

    private AcceptedChanges(List<AcceptedChange> all) {
        this.all = List.copyOf(all);
    }

    /** Those of this build. */
    public static AcceptedChanges bundled() {
        try (var resource = AcceptedChanges.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException(RESOURCE + " is missing beside " + AcceptedChanges.class.getName());
            }
            return parse(new String(resource.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** No exceptions. */
    public static AcceptedChanges none() {
        return new AcceptedChanges(List.of());
    }

    /**
     * A list of objects with {@code event}, {@code pointer}, {@code kind}, {@code date} and {@code reason}.
     *
     * @throws IllegalArgumentException naming entry and key of what is missing, unknown, malformed or said twice
     */
    public static AcceptedChanges parse(String json) {
        JsonNode list;
        try {
            list = JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(RESOURCE + " is not JSON: " + e.getOriginalMessage(), e);
        }
        if (!list.isArray()) {
            throw new IllegalArgumentException(RESOURCE + " has to be a list of accepted changes, [] for none");
        }
        var all = new ArrayList<AcceptedChange>();
        for (int i = 0; i < list.size(); i++) {
            var place = RESOURCE + "[" + i + "]";
            var accepted = read(place, list.get(i));
            for (var former : all) {
                if (isSame(former, accepted)) {
                    throw new IllegalArgumentException(place + " accepts what another entry accepts: delete one");
                }
            }
            all.add(accepted);
        }
        return new AcceptedChanges(all);
    }

    /** Whether the change was accepted. */
    public boolean accepts(SchemaChange change) {
        return all.stream().anyMatch(accepted -> accepted.excuses(change));
    }

    /** In the order of the file. */
    public List<AcceptedChange> all() {
        return all;
    }

    /** Those that excuse none of the changes. */
    public List<AcceptedChange> idle(Collection<SchemaChange> changes) {
        return all.stream()
                .filter(accepted -> changes.stream().noneMatch(accepted::excuses))
                .toList();
    }

    private static AcceptedChange read(String place, JsonNode entry) {
        if (!entry.isObject()) {
            throw new IllegalArgumentException(place + " has to be an object with the keys " + sorted(KEYS));
        }
        entry.fieldNames().forEachRemaining(key -> {
            if (!KEYS.contains(key)) {
                throw new IllegalArgumentException(place + "." + key + " is unknown: there are " + sorted(KEYS));
            }
        });
        var pointer = text(place, entry, "pointer");
        if (!pointer.isEmpty() && !pointer.startsWith("/")) {
            throw new IllegalArgumentException(
                    place + ".pointer is no JSON pointer: take it from the finding, such as /fields/3/type");
        }
        return new AcceptedChange(
                filled(place, entry, "event"),
                pointer,
                kind(place, filled(place, entry, "kind")),
                date(place, filled(place, entry, "date")),
                filled(place, entry, "reason"));
    }

    private static Kind kind(String place, String name) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.isBreaking() && kind != Kind.EXCEPTION_IDLE)
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        place + ".kind is no breaking kind: take it from the finding, not " + name));
    }

    private static LocalDate date(String place, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(place + ".date is no day: write it as 2026-11-29, not " + text, e);
        }
    }

    private static String filled(String place, JsonNode entry, String key) {
        var text = text(place, entry, key);
        if (text.isBlank()) {
            throw new IllegalArgumentException(place + "." + key + " is empty: say it");
        }
        return text;
    }

    private static String text(String place, JsonNode entry, String key) {
        @Nullable JsonNode value = entry.get(key);
        if (value == null || !value.isTextual()) {
            throw new IllegalArgumentException(place + "." + key + " is missing: write it as text");
        }
        return value.textValue();
    }

    private static boolean isSame(AcceptedChange one, AcceptedChange other) {
        return one.event().equals(other.event()) && one.pointer().equals(other.pointer()) && one.kind() == other.kind();
    }

    private static List<String> sorted(Set<String> keys) {
        return keys.stream().sorted().toList();
    }
}
