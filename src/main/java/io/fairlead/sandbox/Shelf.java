package io.fairlead.sandbox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Documents of one type by id and by the sender's reference. Not thread-safe: {@link Ledger} holds the lock. */
final class Shelf<T extends Referenced> {

    private final Map<String, T> byId = new LinkedHashMap<>();
    private final Map<String, List<String>> byRef = new HashMap<>();

    void put(T document) {
        if (byId.put(document.id(), document) == null) {
            byRef.computeIfAbsent(document.externalRef(), _ -> new ArrayList<>())
                    .add(document.id());
        }
    }

    @Nullable
    T get(String id) {
        return byId.get(id);
    }

    T require(String id) {
        var found = byId.get(id);
        if (found == null) {
            throw SandboxRefusal.unknown("id", "nothing is kept under id " + id);
        }
        return found;
    }

    /** All documents under a reference: at most one, unless the sandbox was told to ignore references. */
    List<T> withRef(String ref) {
        var found = new ArrayList<T>();
        for (var id : byRef.getOrDefault(ref, List.of())) {
            found.add(require(id));
        }
        return found;
    }

    boolean knows(String ref) {
        return byRef.containsKey(ref);
    }

    Collection<T> all() {
        return byId.values();
    }

    String nextId(String prefix) {
        return "%s-%06d".formatted(prefix, byId.size() + 1);
    }
}
