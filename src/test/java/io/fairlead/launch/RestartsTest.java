package io.fairlead.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How often a dying part is started again. */
class RestartsTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    @Test
    void five_within_a_minute_are_allowed_and_the_sixth_is_not() {
        var restarts = new Restarts();
        for (var second = 0; second < 5; second++) {
            assertThat(restarts.allows("application", second * SECOND)).isTrue();
        }
        assertThat(restarts.allows("application", 60 * SECOND)).isFalse();
        assertThat(restarts.allows("kafka", 60 * SECOND)).isTrue();
        assertThat(restarts.allows("application", 60 * SECOND + 1)).isTrue();
    }
}
