package io.fairlead.gateway.paper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingOrderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Design, Ana", "Gr\u00f6\u00dfe 5 (m)", "\u0394\u03b5\u03bb\u03c4\u03b1", "\u6771\u4eac"})
    void what_is_written_from_the_left_stays(String text) {
        assertThat(ReadingOrder.fromLeft(text)).isSameAs(text);
    }

    @Test
    void hebrew_runs_from_the_right() {
        assertThat(ReadingOrder.fromLeft("\u05d0\u05d1\u05d2 \u05d3\u05d4"))
                .isEqualTo("\u05d4\u05d3 \u05d2\u05d1\u05d0");
    }

    @Test
    void figures_and_latin_words_within_it_keep_their_order() {
        assertThat(ReadingOrder.fromLeft("\u05d0\u05d1 120.50 \u05d2")).isEqualTo("\u05d2 120.50 \u05d1\u05d0");
        assertThat(ReadingOrder.fromLeft("Design \u05d0\u05d1 Ana")).isEqualTo("Design \u05d1\u05d0 Ana");
    }

    @Test
    void brackets_open_to_the_other_side_and_points_stay_with_their_letter() {
        assertThat(ReadingOrder.fromLeft("\u05d0 (\u05d1)")).isEqualTo("(\u05d1) \u05d0");
        assertThat(ReadingOrder.fromLeft("\u05d0\u05b8\u05d1")).isEqualTo("\u05d1\u05d0\u05b8");
    }
}
