package io.fairlead.shared;

import io.fairlead.shared.event.PersonalText;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Text about people on its way into events; key 0 says that it is not encrypted yet. */
public final class PersonalTexts {

    /** The text as it is stored. */
    public static PersonalText text(String personId, String text) {
        return PersonalText.newBuilder()
                .setPersonId(personId)
                .setKeyNo(0)
                .setBytes(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)))
                .build();
    }

    /** The text as it is stored, or null. */
    public static @Nullable PersonalText textOrNull(String personId, @Nullable String text) {
        return text == null ? null : text(personId, text);
    }

    private PersonalTexts() {}
}
