package io.fairlead.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownTextTest {

    @ParameterizedTest
    @CsvSource({
        "000a,\\n",
        "000d,\\r",
        "0009,\\t",
        "0000,\\u0000",
        "001b,\\u001b",
        "007f,\\u007f",
        "009b,\\u009b",
        "0085,\\u0085",
        "2028,\\u2028",
        "202e,\\u202e",
        "2066,\\u2066",
        "d800,\\ud800",
        "dc00,\\udc00"
    })
    void what_moves_a_cursor_or_turns_text_is_escaped(String code, String shown) {
        assertThat(ShownText.of("a" + (char) Integer.parseInt(code, 16) + "b")).isEqualTo("a" + shown + "b");
    }

    @Test
    void names_of_all_scripts_are_the_same_object() {
        for (var name : new String[] {"", "Zoë & Søn", "Ωμέγα", "שלום", "株式会社", "\ud83d\ude00 ok"}) {
            assertThat(ShownText.of(name)).isSameAs(name);
        }
    }

    @Test
    void lines_stay_where_they_are_meant_and_returns_do_not() {
        assertThat(ShownText.ofLines("a\n\tb\rc\u001b")).isEqualTo("a\n\tb\\rc\\u001b");
    }
}
