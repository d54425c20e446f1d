package io.fairlead.registry;

import org.jspecify.annotations.Nullable;

/**
 * A named type that a schema takes from another subject, as it stands in requests and answers.
 *
 * @param name full name of the type
 * @param subject where it is registered
 * @param version which version of it, from 1
 */
public record Reference(String name, String subject, int version) {

    /** Whether a client that may leave out anything has told all of it. */
    static boolean isWhole(@Nullable Reference told) {
        return told != null && told.name != null && told.subject != null;
    }
}
