package io.fairlead.personal;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.shared.event.PersonalText;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PersonalWordsTest {

    @Test
    void the_text_of_today_is_read_as_often_as_wanted() {
        var text = text(0, "Z\u00fcrich");
        assertThat(PersonalWords.of(text)).isEqualTo("Z\u00fcrich");
        assertThat(PersonalWords.of(text)).isEqualTo("Z\u00fcrich");
        assertThat(PersonalWords.of(text, null)).isEqualTo("Z\u00fcrich");
    }

    @Test
    void an_event_of_before_has_it_in_the_plain_field() {
        assertThat(PersonalWords.of(null, "Billing")).isEqualTo("Billing");
        assertThat(PersonalWords.of(null, null)).isNull();
        assertThat(PersonalWords.of(null)).isNull();
    }

    @Test
    void what_is_encrypted_is_not_read_and_nothing_stands_in_for_it() {
        assertThat(PersonalWords.of(text(1, "ciphertext"))).isNull();
        assertThat(PersonalWords.of(text(1, "ciphertext"), "")).isNull();
    }

    private static PersonalText text(int keyNo, String words) {
        return new PersonalText("person:ana", keyNo, ByteBuffer.wrap(words.getBytes(StandardCharsets.UTF_8)));
    }
}
