package io.fairlead.personal;

import io.fairlead.shared.event.PersonalText;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads text about a person, whether an event keeps it apart or, as before, in a plain field. */
public final class PersonalWords {

    /** The text; null when there is none or when it is encrypted (key number above 0). */
    public static @Nullable String of(@Nullable PersonalText text) {
        return text == null || text.getKeyNo() != 0
                ? null
                : StandardCharsets.UTF_8.decode(text.getBytes().duplicate()).toString();
    }

    /**
     * The text of an event that has two fields for it.
     *
     * @param text as it is told today; null in events of before
     * @param before the plain field, which only events of before fill
     */
    public static @Nullable String of(@Nullable PersonalText text, @Nullable String before) {
        return text == null ? before : of(text);
    }

    private PersonalWords() {}
}
