package io.fairlead.shared;

import static io.fairlead.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.party.CustomerId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamKeyTest {

    private static final String LONGEST = "k".repeat(64);

    @ParameterizedTest
    @ValueSource(strings = {"a", "ACME", "a.b_c-9", "azAZ09", "0198f000-0000-7000-8000-000000000001"})
    void keys_of_letters_digits_dots_underscores_and_hyphens_pass(String key) {
        assertThat(CustomerId.of(key).value()).isEqualTo("customer:" + key);
    }

    @Test
    void a_key_has_at_most_64_characters() {
        StreamKey.require("customer", "customer:" + LONGEST);
        assertRefused("G-01", "customer", () -> StreamKey.require("customer", "customer:" + LONGEST + "k"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "customer",
                "customer:",
                "customer:a b",
                "customer:a:b",
                "customer:ü",
                "customer:a/b",
                "customer:`",
                "customer:{",
                "customer:@",
                "customer:[",
                "person:a",
                "Customer:a",
                " customer:a",
                "customer:a\n"
            })
    void anything_else_is_refused(String value) {
        assertRefused("G-01", "customer", () -> StreamKey.require("customer", value));
    }

    @Test
    void the_kind_is_added_once() {
        assertThat(StreamKey.withKind("customer", "a")).isEqualTo("customer:a");
        assertThat(StreamKey.withKind("customer", "customer:a")).isEqualTo("customer:a");
        assertThat(StreamKey.keyOf("customer:a")).isEqualTo("a");
    }

    @Test
    void a_refusal_shows_no_more_than_80_characters_of_the_value() {
        assertThatThrownBy(() -> StreamKey.require("customer", "x".repeat(5_000)))
                .hasMessageContaining("x".repeat(80) + "...")
                .hasMessageNotContaining("x".repeat(81));
        assertThatThrownBy(() -> StreamKey.require("customer", "x".repeat(80)))
                .hasMessageContaining("'" + "x".repeat(80) + "'");
    }
}
