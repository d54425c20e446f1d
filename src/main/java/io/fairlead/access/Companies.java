package io.fairlead.access;

import java.util.Set;

/**
 * The legal entities that somebody acts for.
 *
 * @param isAll whether there is no bound; then {@code keys} is empty
 * @param keys of legal entities, without {@code legal-entity:}, such as {@code DE01}
 */
public record Companies(boolean isAll, Set<String> keys) {

    public static final Companies ALL = new Companies(true, Set.of());
    public static final Companies NONE = new Companies(false, Set.of());

    public Companies {
        keys = Set.copyOf(keys);
    }

    public static Companies of(Set<String> keys) {
        return new Companies(false, keys);
    }

    /** @param key of a legal entity, without {@code legal-entity:} */
    public boolean includes(String key) {
        return isAll || keys.contains(key);
    }
}
