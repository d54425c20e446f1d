package io.fairlead.shared;

import static io.fairlead.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StatedOnceTest {

    @Test
    void what_was_never_stated_is_new() {
        assertThat(StatedOnce.isNew("Q-01", "the thing", null, "a")).isTrue();
    }

    @Test
    void the_same_again_is_not_new() {
        assertThat(StatedOnce.isNew("Q-01", "the thing", "a", "a")).isFalse();
    }

    @Test
    void something_else_under_the_same_name_is_refused() {
        assertRefused("Q-01", "id", () -> StatedOnce.isNew("Q-01", "the thing", "a", "b"));
    }
}
