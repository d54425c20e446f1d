package io.fairlead.app.schemas;

import io.fairlead.log.StoredEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The breaches that are known and excused.
 *
 * @param breaches at most one of them excuses a breach
 */
public record KnownBreaches(List<KnownBreach> breaches) {

    private static final String FILE = "known-breaches.json";

    public KnownBreaches {
        breaches = List.copyOf(breaches);
    }

    /**
     * Those that come with this build.
     *
     * @throws IllegalArgumentException when one of them has no end or no reason
     */
    public static KnownBreaches bundled() {
        try (var file = Objects.requireNonNull(KnownBreaches.class.getResourceAsStream(FILE), FILE)) {
            return read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static KnownBreaches read(String json) {
        return new KnownBreaches(JsonMapper.shared().readValue(json, new TypeReference<List<KnownBreach>>() {}));
    }

    /** The one that excuses the breach; empty when it is a new one. */
    Optional<KnownBreach> of(StoredEvent stored, Breach breach) {
        return breaches.stream().filter(known -> known.excuses(stored, breach)).findFirst();
    }
}
