package io.fairlead.registry;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How far a new version of a schema must get along with former ones. */
enum Level {
    NONE(false, false, false),
    BACKWARD(true, false, false),
    BACKWARD_TRANSITIVE(true, false, true),
    FORWARD(false, true, false),
    FORWARD_TRANSITIVE(false, true, true),
    FULL(true, true, false),
    FULL_TRANSITIVE(true, true, true);

    /** The new version reads what former ones wrote. */
    final boolean backward;

    /** Former versions read what the new one writes. */
    final boolean forward;

    /** All former versions count, not only the latest. */
    final boolean transitive;

    Level(boolean backward, boolean forward, boolean transitive) {
        this.backward = backward;
        this.forward = forward;
        this.transitive = transitive;
    }

    static Level parse(@Nullable String text) {
        try {
            return valueOf(String.valueOf(text).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw RegistryProblem.invalidLevel(String.valueOf(text));
        }
    }
}
