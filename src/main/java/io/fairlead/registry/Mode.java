package io.fairlead.registry;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether a subject, or the whole registry, takes changes. */
enum Mode {
    READWRITE,
    READONLY,
    /** Read-only for every subject, whatever the subject says. */
    READONLY_OVERRIDE,
    /** Takes schemas with ids and versions given by another registry, unchecked. */
    IMPORT;

    static Mode parse(@Nullable String text) {
        try {
            return valueOf(String.valueOf(text).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw RegistryProblem.invalidMode(String.valueOf(text));
        }
    }

    boolean takesChanges() {
        return this == READWRITE || this == IMPORT;
    }
}
