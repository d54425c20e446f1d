package io.fairlead.projection;

import io.fairlead.shared.event.PersonalText;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads text about a person for the projections that show it. */
public final class ReadableText {

    private ReadableText() {}

    /** The text; null when there is none or when it is encrypted (key number above 0). */
    public static @Nullable String of(@Nullable PersonalText text) {
        if (text == null || text.getKeyNo() != 0) {
            return null;
        }
        // NUL has no place in PostgreSQL's text.
        return StandardCharsets.UTF_8
                .decode(text.getBytes().duplicate())
                .toString()
                .replace("\0", "");
    }
}
