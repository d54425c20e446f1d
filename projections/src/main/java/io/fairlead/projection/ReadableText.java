package io.fairlead.projection;

import io.fairlead.personal.PersonalWords;
import io.fairlead.shared.event.PersonalText;
import org.jspecify.annotations.Nullable;

/** Reads text about a person for the projections that show it. */
public final class ReadableText {

    private ReadableText() {}

    /** The text; null when there is none or when it is encrypted (key number above 0). */
    public static @Nullable String of(@Nullable PersonalText text) {
        return storable(PersonalWords.of(text));
    }

    /** The text of today's field, or of the plain one that only events of before fill; null as above. */
    public static @Nullable String of(@Nullable PersonalText text, @Nullable String before) {
        return storable(PersonalWords.of(text, before));
    }

    /** NUL has no place in PostgreSQL's text. */
    private static @Nullable String storable(@Nullable String text) {
        return text == null ? null : text.replace("\0", "");
    }
}
