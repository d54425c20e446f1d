package io.fairlead.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorableTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "Größe 5 °C", "日本", "emoji 😀 end", "a\u00a0b", "שלום", "e\u0301"})
    void text_of_any_language_may_stand(String text) {
        assertThat(StorableText.fault(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000",
                "a\u0001",
                "\u001b[2J",
                "\u007f",
                "\u0085",
                "\u009f",
                "\u2028",
                "\u2029",
                "x\u202ey",
                "\u2066",
                "\ud800",
                "a\ud83d",
                "\ude00\ud83d"
            })
    void what_cannot_be_stored_or_shown_is_named(String text) {
        assertThat(StorableText.fault(text)).isPresent();
        assertThat(StorableText.faultOfLines(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\t\n",
                "\u00a0",
                "\u2007\u202f",
                "\u200b",
                "\u200d\u200c",
                "\ufeff",
                "\u00ad",
                "\u2060 \u2060",
                "\u3000",
                "\u115f\u1160",
                "\u3164",
                "\uffa0",
                "\u2800",
                "\u0301",
                "\ufe0f",
                "\u180b",
                "\u034f",
                "\ue000",
                "\udb40\udc41",
                "\u200e"
            })
    void text_of_which_nothing_is_seen_is_invisible(String text) {
        assertThat(StorableText.isVisible(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", ".", "\u200b-", "5", "日", "😀", "€", "\u05e9", "^", "\ud800\udf30"})
    void one_character_that_is_seen_is_enough(String text) {
        assertThat(StorableText.isVisible(text)).isTrue();
    }

    @Test
    void of_a_part_only_the_part_counts() {
        assertThat(StorableText.isVisible("a|\u200b", 0, 1)).isTrue();
        assertThat(StorableText.isVisible("a|\u200b", 2, 3)).isFalse();
        assertThat(StorableText.isVisible("\u200b😀|a", 0, 3)).isTrue();
        assertThat(StorableText.isVisible("a|", 2, 2)).isFalse();
    }

    @Test
    void ends_of_lines_and_tabs_stand_where_lines_are_meant() {
        assertThat(StorableText.faultOfLines("one\r\n\ttwo\nthree")).isEmpty();
        assertThat(StorableText.fault("one\ntwo")).contains("holds the character U+000A at place 4");
    }

    @Test
    void the_fault_names_character_and_place() {
        assertThat(StorableText.fault("DE\u0000")).contains("holds the character U+0000 at place 3");
    }
}
